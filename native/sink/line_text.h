// Characters of a printed line. Each function writes at `at`, where the caller has seen to the room, and returns where
// the next character goes.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace fandump {

constexpr size_t kLongestDecimal = 10;   // of 32 bits
constexpr size_t kLongestIpv6Text = 39;  // eight groups of four

template <size_t size>
char* PutText(char* at, const char (&text)[size]) {
  std::memcpy(at, text, size - 1);
  return at + size - 1;
}

inline char* PutDecimal(char* at, uint32_t value) { return std::to_chars(at, at + kLongestDecimal, value).ptr; }

// Hexadecimal without leading zeros, lower case; `0` for zero.
inline char* PutHex(char* at, uint32_t value) {
  constexpr size_t kLongestHex = 8;
  return std::to_chars(at, at + kLongestHex, value, 16).ptr;
}

// Hexadecimal of the lowest `digits` digits, with leading zeros.
inline char* PutHex(char* at, uint32_t value, int digits) {
  constexpr char kDigits[] = "0123456789abcdef";
  for (int i = digits; i-- > 0; value >>= 4) at[i] = kDigits[value & 15];
  return at + digits;
}

// Four bytes as a dotted IPv4 address. Writes up to three characters behind it.
char* PutDotted(char* at, const uint8_t* octets);

// 16 bytes by RFC 5952 as tcpdump writes it: the longest run of two or more zero groups, the first of equals, becomes
// `::`; an embedded IPv4 address stays dotted. Writes up to three characters behind it.
char* PutIpv6(char* at, const uint8_t* address);

}  // namespace fandump
