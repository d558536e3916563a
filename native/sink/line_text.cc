#include "sink/line_text.h"

#include <array>

#include "big_endian.h"

namespace fandump {

namespace {

constexpr int kGroups = 8;

// 0..255 with the dot after it.
struct DottedOctet {
  char text[4];
  uint8_t length;
};

constexpr std::array<DottedOctet, 256> MakeDottedOctets() {
  std::array<DottedOctet, 256> octets{};
  for (int value = 0; value < 256; value++) {
    DottedOctet& octet = octets[static_cast<size_t>(value)];
    if (value >= 100) octet.text[octet.length++] = static_cast<char>('0' + value / 100);
    if (value >= 10) octet.text[octet.length++] = static_cast<char>('0' + value / 10 % 10);
    octet.text[octet.length++] = static_cast<char>('0' + value % 10);
    octet.text[octet.length++] = '.';
  }
  return octets;
}

constexpr std::array<DottedOctet, 256> kDottedOctets = MakeDottedOctets();

// The longest run of zero groups; length 1: none is long enough.
struct ZeroRun {
  int start = -1;
  int length = 1;
};

ZeroRun LongestZeroRun(const uint16_t* groups) {
  ZeroRun longest;
  int start = -1;
  for (int i = 0; i < kGroups; i++) {
    if (groups[i] != 0) {
      start = -1;
      continue;
    }
    if (start < 0) start = i;
    if (i - start + 1 > longest.length) longest = {start, i - start + 1};
  }
  return longest;
}

}  // namespace

char* PutDotted(char* at, const uint8_t* octets) {
  for (int i = 0; i < 4; i++) {
    const DottedOctet& octet = kDottedOctets[octets[i]];
    std::memcpy(at, octet.text, sizeof octet.text);
    at += octet.length;
  }
  return at - 1;
}

char* PutIpv6(char* at, const uint8_t* address) {
  constexpr int kEmbeddedGroup = 6;
  constexpr uint32_t kEmbeddedAt = 12;
  uint16_t groups[kGroups];
  for (int i = 0; i < kGroups; i++) groups[i] = ReadBig16(address + 2 * i);
  const ZeroRun zeros = LongestZeroRun(groups);
  for (int i = 0; i < kGroups; i++) {
    if (i == zeros.start) {
      *at++ = ':';
      if (i + zeros.length == kGroups) *at++ = ':';
      i += zeros.length - 1;
      continue;
    }
    if (i > 0) *at++ = ':';
    const bool is_mapped = zeros.length == kEmbeddedGroup - 1 && groups[kEmbeddedGroup - 1] == 0xffff;
    if (i == kEmbeddedGroup && zeros.start == 0 && (zeros.length == kEmbeddedGroup || is_mapped)) {
      return PutDotted(at, address + kEmbeddedAt);
    }
    at = PutHex(at, groups[i]);
  }
  return at;
}

}  // namespace fandump
