// The text of IP headers at -v, as far as the common line has them: IPv4 without options and fragments (RFC 791), IPv6
// without extension headers (RFC 8200), with TCP or UDP behind them.
#pragma once

#include <cstdint>

namespace fandump {

// `(tos 0x0, ttl 64, id 7, offset 0, flags [DF], proto TCP (6), length 60)` and the start of the next line. Writes at
// `at`, where there is room for kLongestIpHeaderText, and returns where the next character goes.
char* PutIpv4Header(char* at, const uint8_t* ip);

// `(class 0x02, flowlabel 0x12345, hlim 64, next-header TCP (6) payload length: 32) `
char* PutIpv6Header(char* at, const uint8_t* ip);

constexpr uint32_t kLongestIpHeaderText = 128;

}  // namespace fandump
