// RFC 1071, over the pseudo-headers of RFC 768, 9293 and 8200.
#include "sink/transport_checksum.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <netinet/in.h>

#include <cstring>

#include "big_endian.h"
#include "header_layout.h"
#include "types.h"

namespace fandump {

namespace {

constexpr uint32_t kTcpHeader = 20;

// 32 bits at a time, in the host's order: folded, that comes to the same (RFC 1071, 2).
uint64_t Sum(const uint8_t* at, uint32_t length) {
  uint64_t sum = 0;
  uint32_t i = 0;
  for (; i + 4 <= length; i += 4) {
    uint32_t word;
    std::memcpy(&word, at + i, sizeof word);
    sum += word;
  }
  if (i < length) {
    uint8_t rest[4] = {};
    std::memcpy(rest, at + i, length - i);
    uint32_t word;
    std::memcpy(&word, rest, sizeof word);
    sum += word;
  }
  return sum;
}

bool IsAllOnes(uint64_t sum) {
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return sum == 0xffff;
}

bool IsRight(const uint8_t* addresses, uint32_t address_bytes, uint8_t protocol, const uint8_t* at, uint32_t length) {
  if (protocol == IPPROTO_TCP) {
    if (length < kTcpHeader) return false;
  } else if (protocol == IPPROTO_UDP) {
    const bool has_checksum = length >= udp::kLength && ReadBig16(at + udp::kChecksumAt) != 0;
    if (!has_checksum || ReadBig16(at + udp::kLengthAt) != length) return false;
  } else {
    return false;
  }
  return IsAllOnes(Sum(addresses, address_bytes) + Sum(at, length) + htons(protocol) +
                   htons(static_cast<uint16_t>(length)));
}

}  // namespace

bool Ipv4ChecksumIsRight(const uint8_t* header) { return IsAllOnes(Sum(header, ipv4::kLength)); }

bool TransportChecksumIsRight(const uint8_t* frame, uint32_t caplen, uint16_t link_type) {
  if (link_type != kLinkTypeEthernet || caplen < ETH_HLEN + ipv4::kLength) return false;
  const uint16_t type = ReadBig16(frame + 2 * ETH_ALEN);
  const uint8_t* ip = frame + ETH_HLEN;
  const uint32_t left = caplen - ETH_HLEN;
  if (type == ETH_P_IP) {
    const uint32_t total = ReadBig16(ip + ipv4::kTotalLengthAt);
    const bool is_fragment = (ReadBig16(ip + ipv4::kFragmentAt) & ipv4::kFragmentMask) != 0;
    if (ip[0] != ipv4::kBeginWithoutOptions || total < ipv4::kLength || total > left || is_fragment) return false;
    return Ipv4ChecksumIsRight(ip) && IsRight(ip + ipv4::kSourceAt, 2 * ipv4::kAddressLength, ip[ipv4::kProtocolAt],
                                              ip + ipv4::kLength, total - ipv4::kLength);
  }
  if (type == ETH_P_IPV6 && left >= ipv6::kLength && ip[0] >> 4 == 6) {
    const uint32_t length = ReadBig16(ip + ipv6::kPayloadLengthAt);
    if (length > left - ipv6::kLength) return false;
    return IsRight(ip + ipv6::kSourceAt, 2 * ipv6::kAddressLength, ip[ipv6::kNextHeaderAt], ip + ipv6::kLength, length);
  }
  return false;
}

}  // namespace fandump
