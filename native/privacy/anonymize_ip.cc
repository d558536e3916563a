// IPv4 and its options: RFC 791. IPv6 routing headers: RFC 8200, 5095, 8754; home addresses: RFC 6275. ICMP redirect:
// RFC 792; router advertisement: RFC 1256. Neighbour discovery: RFC 4861, 4191 (routes), 8106 (name servers).
#include <algorithm>

#include "header_layout.h"
#include "privacy/packet_anonymizer.h"
#include "protocol_numbers.h"

namespace fandump {
namespace {

// The options that collect or name hops: number, length, pointer, addresses.
constexpr uint8_t kEndOfOptions = 0, kNoOperation = 1, kRecordRoute = 7, kTimestamp = 68, kLooseRoute = 131,
                  kStrictRoute = 137;
constexpr size_t kHopsAt = 3;
constexpr uint8_t kTimestampFlags = 0x0f;

constexpr size_t kRoutingHeader = 8;
constexpr uint8_t kRedirect = 5, kRouterAdvertisement = 9;
constexpr size_t kGatewayAt = 4, kRouterCountAt = 4, kRoutersAt = 8, kRouterLength = 8;

}  // namespace

void PacketAnonymizer::ReplaceInIpv4(const Header& header) {
  const size_t at = header.offset;
  const uint64_t before = changes_;
  const uint64_t source = ReplaceAddress(AddressKind::kIpv4, at + ipv4::kSourceAt);
  uint64_t destination = ReplaceAddress(AddressKind::kIpv4, at + ipv4::kDestinationAt);
  if (header.length > ipv4::kLength) {
    if (const uint64_t last = ReplaceInIpv4Options(header); last > 0) destination = last;
  }
  ChangeChecksum(at + ipv4::kChecksumAt, changes_ - before, at);
  if (header.is_followed) FollowAddresses((&header)[1], source + destination, at);
}

uint64_t PacketAnonymizer::ReplaceInIpv4Options(const Header& header) {
  uint64_t destination = 0;
  size_t at = header.offset + ipv4::kLength;
  const size_t end = header.offset + header.length;
  while (at + 1 < end && data_[at] != kEndOfOptions) {
    const uint8_t number = data_[at];
    if (number == kNoOperation) {
      at++;
      continue;
    }
    if (data_[at + 1] < 2) break;
    // What of it is there: of a packet that was cut, or of an option that claims more than the header.
    const size_t option_end = std::min(at + data_[at + 1], end);
    if (number == kRecordRoute || number == kLooseRoute || number == kStrictRoute) {
      const uint64_t last = ReplaceHops(at + kHopsAt, option_end, ipv4::kAddressLength);
      // A pointer, which counts from 1, to behind the option: the packet has come to its last hop.
      const bool is_under_way = number != kRecordRoute && at + 2 < option_end && data_[at + 2] <= data_[at + 1];
      // In the pseudo header it begins a word. Times 256, a sum modulo 0xffff has the bytes of its words exchanged.
      const bool begins_word = (at + kHopsAt - header.offset) % 2 == 0;
      if (is_under_way) destination = begins_word ? last : last << 8;
    } else if (number == kTimestamp && at + 4 <= option_end && (data_[at + 3] & kTimestampFlags) != 0) {
      ReplaceHops(at + 4, option_end, 2 * ipv4::kAddressLength);
    }
    at = option_end;
  }
  return destination;
}

uint64_t PacketAnonymizer::ReplaceHops(size_t at, size_t end, size_t step) {
  uint64_t last = 0;
  for (; at < end; at += step) {
    if (end - at < ipv4::kAddressLength) {
      Blank(at, end - at);
    } else {
      last = ReplaceAddress(AddressKind::kIpv4, at);
    }
  }
  return last;
}

void PacketAnonymizer::ReplaceInIpv6(const Header& header) {
  const size_t at = header.offset;
  uint64_t source = ReplaceAddress(AddressKind::kIpv6, at + ipv6::kSourceAt);
  uint64_t destination = ReplaceAddress(AddressKind::kIpv6, at + ipv6::kDestinationAt);
  // In checksums the address at home stands for the source (RFC 6275 section 11.3.1).
  if (header.home > 0) source = ReplaceAddress(AddressKind::kIpv6, header.home);
  if (header.routing > 0) {
    if (const uint64_t last = ReplaceInRouting(header); last > 0) destination = last;
  }
  if (header.is_followed) FollowAddresses((&header)[1], source + destination, at);
}

uint64_t PacketAnonymizer::ReplaceInRouting(const Header& header) {
  constexpr uint8_t kSourceRoute = 0, kMobility = 2, kSegments = 4;
  const size_t at = header.routing;
  const uint8_t type = data_[at + 2], segments_left = data_[at + 3];
  if (type != kSourceRoute && type != kMobility && type != kSegments) return 0;
  // The header's length counts half addresses. The list of segment routing begins with the last hop, and other things
  // may follow it.
  size_t hops = data_[at + 1] / 2;
  if (type == kSegments) hops = std::min(hops, size_t{data_[at + 4]} + 1);
  uint64_t last = 0;
  for (size_t i = 0; i < hops; i++) {
    const uint64_t change = ReplaceAddress(AddressKind::kIpv6, at + kRoutingHeader + i * ipv6::kAddressLength);
    if (i == (type == kSegments ? 0 : hops - 1)) last = change;
  }
  return segments_left > 0 ? last : 0;
}

// Checksums of UDP, TCP and their kind are over the addresses, too; others over those of IPv6 only.
void PacketAnonymizer::FollowAddresses(const Header& transport, uint64_t change, size_t start) {
  if (transport.checksum == 0) return;
  const uint8_t protocol = transport.protocol;
  const bool is_without = protocol == kProtocolIcmp || protocol == kProtocolPim || protocol == kProtocolOspf ||
                          (protocol == kProtocolVrrp && data_[transport.offset] >> 4 != kVrrpVersion3);
  if (is_without && data_[start] >> kIpVersionShift == ipv4::kVersion) return;
  ChangeChecksum(transport.checksum, change, start, transport.protocol == kProtocolUdp);
}

void PacketAnonymizer::ReplaceInIcmp(const Header& header) {
  if (header.length == 0) return;
  const uint8_t type = data_[header.offset];
  if (header.protocol == kProtocolIcmp && type == kRedirect) {
    ReplaceAddress(AddressKind::kIpv4, header.offset + kGatewayAt);
  }
  if (header.protocol == kProtocolIcmp && type == kRouterAdvertisement && header.length > kRouterCountAt) {
    const size_t routers = header.offset + kRoutersAt;
    const size_t end = routers + data_[header.offset + kRouterCountAt] * kRouterLength;
    ReplaceHops(routers, std::min(end, size_), kRouterLength);
  }
  if (header.protocol == kProtocolIcmp6) ReplaceInNeighbourDiscovery(header);
}

void PacketAnonymizer::ReplaceInNeighbourDiscovery(const Header& header) {
  constexpr uint8_t kRouterSolicitation = 133, kRouterAdvertisement = 134, kNeighbourSolicitation = 135,
                    kNeighbourAdvertisement = 136, kIcmpv6Redirect = 137;
  constexpr size_t kTargetAt = 8;
  size_t at = header.offset + kTargetAt;
  switch (data_[header.offset]) {
    case kRouterSolicitation:
      return ReplaceInDiscoveryOptions(at);
    case kRouterAdvertisement:
      return ReplaceInDiscoveryOptions(at + 8);
    case kNeighbourSolicitation:
    case kNeighbourAdvertisement:
      ReplaceAddress(AddressKind::kIpv6, at);
      return ReplaceInDiscoveryOptions(at + ipv6::kAddressLength);
    case kIcmpv6Redirect:
      ReplaceAddress(AddressKind::kIpv6, at);
      ReplaceAddress(AddressKind::kIpv6, at + ipv6::kAddressLength);
      return ReplaceInDiscoveryOptions(at + 2 * ipv6::kAddressLength);
    default:
      break;
  }
}

void PacketAnonymizer::ReplaceInDiscoveryOptions(size_t at) {
  constexpr uint8_t kSourceLink = 1, kTargetLink = 2, kPrefix = 3, kRedirected = 4, kRoute = 24, kNameServers = 25;
  constexpr size_t kUnit = 8, kPrefixAt = 16;
  while (at + 2 <= size_ && data_[at + 1] > 0) {
    const size_t length = data_[at + 1] * kUnit;
    const uint8_t type = data_[at];
    if ((type == kSourceLink || type == kTargetLink) && length == kUnit) {
      ReplaceAddress(AddressKind::kStation, at + 2);
    } else if (type == kPrefix) {
      ReplaceAddress(AddressKind::kIpv6, at + kPrefixAt);
    } else if (type == kNameServers || (type == kRoute && length == kUnit + ipv6::kAddressLength)) {
      for (size_t address = kUnit; address < length; address += ipv6::kAddressLength) {
        ReplaceAddress(AddressKind::kIpv6, at + address);
      }
    } else if (type == kRedirected || type == kRoute) {
      Blank(at + kUnit, length - kUnit);
    }
    at += length;
  }
}

}  // namespace fandump
