// RFC 1071, over the pseudo-headers of RFC 768, 9293 and 8200.
#include "sink/transport_checksum.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <netinet/in.h>

#include <cstring>

namespace fandump {

namespace {

constexpr uint16_t kEthernetLinkType = 1;
constexpr uint8_t kPlainIpv4 = 0x45;  // version 4, five words of header
constexpr uint16_t kFragmentBits = 0x3fff;  // more fragments, and the offset
constexpr uint32_t kIpv4Header = 20;
constexpr uint32_t kIpv6Header = 40;
constexpr uint32_t kTcpHeader = 20;
constexpr uint32_t kUdpHeader = 8;

uint16_t Word(const uint8_t* at) { return static_cast<uint16_t>(at[0] << 8 | at[1]); }

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
    constexpr uint32_t kLength = 4, kChecksum = 6;
    if (length < kUdpHeader || Word(at + kLength) != length || Word(at + kChecksum) == 0) return false;
  } else {
    return false;
  }
  return IsAllOnes(Sum(addresses, address_bytes) + Sum(at, length) + htons(protocol) +
                   htons(static_cast<uint16_t>(length)));
}

}  // namespace

bool TransportChecksumIsRight(const uint8_t* frame, uint32_t caplen, uint16_t link_type) {
  if (link_type != kEthernetLinkType || caplen < ETH_HLEN + kIpv4Header) return false;
  const uint16_t type = Word(frame + 2 * ETH_ALEN);
  const uint8_t* ip = frame + ETH_HLEN;
  const uint32_t left = caplen - ETH_HLEN;
  if (type == ETH_P_IP) {
    constexpr uint32_t kTotal = 2, kFragment = 6, kProtocol = 9, kAddresses = 12;
    const uint32_t total = Word(ip + kTotal);
    if (ip[0] != kPlainIpv4 || total < kIpv4Header || total > left || (Word(ip + kFragment) & kFragmentBits) != 0) {
      return false;
    }
    return IsAllOnes(Sum(ip, kIpv4Header)) &&
           IsRight(ip + kAddresses, 8, ip[kProtocol], ip + kIpv4Header, total - kIpv4Header);
  }
  if (type == ETH_P_IPV6 && left >= kIpv6Header && ip[0] >> 4 == 6) {
    constexpr uint32_t kPayload = 4, kNextHeader = 6, kAddresses = 8;
    const uint32_t length = Word(ip + kPayload);
    if (length > left - kIpv6Header) return false;
    return IsRight(ip + kAddresses, 32, ip[kNextHeader], ip + kIpv6Header, length);
  }
  return false;
}

}  // namespace fandump
