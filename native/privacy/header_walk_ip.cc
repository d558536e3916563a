// IPv4: RFC 791. IPv6: RFC 8200. ICMP: RFC 792, 4443. GRE: RFC 2784, 2890; of PPTP: RFC 2637.
// ERSPAN: draft-foschiano-erspan. PIM: RFC 7761. OSPF: RFC 2328, 5340. VRRP: RFC 3768, 5798. Mobility: RFC 6275.
// HIP: RFC 7401.
#include <algorithm>

#include "header_layout.h"
#include "privacy/header_walk.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {
namespace {

constexpr uint8_t kProtocolEtherIp = 97;
constexpr size_t kTcpHeader = 20, kTcpOffsetAt = 12, kTcpChecksumAt = 16;
constexpr size_t kDccpHeader = 12, kDccpOffsetAt = 4, kDccpChecksumAt = 6;
constexpr size_t kSctpHeader = 12;
constexpr size_t kOspfHeader = 16, kOspfChecksumAt = 12;
constexpr size_t kPimHeader = 4, kPimChecksumAt = 2, kPimRegisterHeader = 8;
constexpr size_t kEtherIpHeader = 2;  // RFC 3378
constexpr size_t kVrrpHeader = 8, kVrrpCountAt = 3, kVrrpChecksumAt = 6, kVrrpAuthentication = 8;
constexpr size_t kMobilityHeader = 8, kMobilityChecksumAt = 4;  // and those of HIP

constexpr size_t kOptionHeader = 2;  // of IPv6, RFC 8200 section 4.2

// RFC 2637.
constexpr uint16_t kVersionOfPptp = 1, kAcknowledgmentPresent = 0x0080;

bool IsExtension(uint8_t next) {
  return next == kProtocolHopByHop || next == kProtocolRouting || next == kProtocolFragment ||
         next == kProtocolDestinationOptions || next == kProtocolAuthentication;
}

// Destination unreachable, source quench, redirect, time exceeded, parameter problem.
bool QuotesIpv4(uint8_t type) { return type == 3 || type == 4 || type == 5 || type == 11 || type == 12; }
// Error messages but those for experiments.
bool QuotesIpv6(uint8_t type) { return type >= 1 && type <= 4; }

}  // namespace

void HeaderWalk::AddTransport(size_t at, uint8_t protocol, size_t length, size_t checksum) {
  Header* header = Add(HeaderKind::kTransport, at, length);
  if (header == nullptr) return;
  header->protocol = protocol;
  if (checksum > 0 && Has(at + checksum, 2)) header->checksum = static_cast<uint32_t>(at + checksum);
  if (count_ > 1) headers_[count_ - 2].is_followed = true;
}

void HeaderWalk::Ip(size_t at) {
  const int version = VersionAt(at);
  if (version == ipv4::kVersion) Ipv4(at);
  if (version == ipv6::kVersion) Ipv6(at);
}

void HeaderWalk::Ipv4(size_t at) {
  const size_t length = std::max<size_t>((data_[at] & ipv4::kHeaderWordsMask) * ipv4::kWordLength, ipv4::kLength);
  if (Add(HeaderKind::kIpv4, at, length) == nullptr || !Has(at, length)) return;
  if ((Half(at + ipv4::kFragmentAt) & ipv4::kOffsetMask) == 0) Transport(at + length, data_[at + ipv4::kProtocolAt]);
}

void HeaderWalk::Ipv6(size_t at) {
  Header* header = Add(HeaderKind::kIpv6, at, ipv6::kLength);
  if (header == nullptr || !Has(at, ipv6::kLength)) return;
  uint8_t next = data_[at + ipv6::kNextHeaderAt];
  at += ipv6::kLength;
  while (IsExtension(next)) {
    if (next == kProtocolDestinationOptions) DestinationOptions(*header, at);
    if (is_too_deep_ || !Has(at, ipv6::kExtensionLength)) return;
    size_t length = (data_[at + 1] + size_t{1}) * 8;
    if (next == kProtocolAuthentication) length = (data_[at + 1] + size_t{2}) * 4;  // RFC 4302
    if (next == kProtocolRouting) {
      // RFC 8200 section 4.1: there is one at most.
      is_too_deep_ = header->routing > 0;
      if (is_too_deep_) return;
      header->routing = static_cast<uint32_t>(at);
    }
    const bool is_later_fragment = next == kProtocolFragment && (Half(at + 2) & ipv6::kOffsetMask) != 0;
    if (next == kProtocolFragment) length = ipv6::kExtensionLength;
    next = data_[at];
    end_ = at + std::min(length, size_ - at);
    header->length = static_cast<uint32_t>(end_ - header->offset);
    if (is_later_fragment || !Has(at, length)) return;
    at += length;
  }
  Transport(at, next);
}

// RFC 6275 section 6.3: of a mobile host the address at home, which there is one of at most.
void HeaderWalk::DestinationOptions(Header& header, size_t at) {
  constexpr uint8_t kPadding = 0, kHomeAddress = 201;
  if (!Has(at, kOptionHeader)) return;
  const size_t end = at + (data_[at + 1] + size_t{1}) * 8;
  at += kOptionHeader;
  while (at + kOptionHeader <= end && Has(at, kOptionHeader)) {
    if (data_[at] == kPadding) {
      at++;
      continue;
    }
    const size_t length = kOptionHeader + data_[at + 1];
    if (data_[at] == kHomeAddress && length == kOptionHeader + ipv6::kAddressLength && at + length <= end) {
      is_too_deep_ = header.home > 0;
      if (is_too_deep_) return;
      header.home = static_cast<uint32_t>(at + kOptionHeader);
    }
    at += length;
  }
}

void HeaderWalk::Transport(size_t at, uint8_t protocol) {
  while (protocol == kProtocolAuthentication) {
    if (!Has(at, ipv6::kExtensionLength)) return;
    protocol = data_[at];
    at = end_ = at + std::min((data_[at + 1] + size_t{2}) * 4, size_ - at);  // RFC 4302
  }
  switch (protocol) {
    case kProtocolTcp: {
      const bool is_whole = Has(at, kTcpHeader);
      const size_t length = is_whole ? std::max((data_[at + kTcpOffsetAt] >> 4) * size_t{4}, kTcpHeader) : kTcpHeader;
      return AddTransport(at, protocol, length, kTcpChecksumAt);
    }
    case kProtocolUdp:
      return Udp(at);
    case kProtocolUdpLite:
      return AddTransport(at, protocol, udp::kLength, udp::kChecksumAt);
    case kProtocolDccp: {
      const size_t words = Has(at, kDccpHeader) ? data_[at + kDccpOffsetAt] : 0;
      return AddTransport(at, protocol, std::max(words * 4, kDccpHeader), kDccpChecksumAt);
    }
    case kProtocolSctp:
      return AddTransport(at, protocol, kSctpHeader, 0);
    case kProtocolOspf:
      return AddTransport(at, protocol, kOspfHeader, kOspfChecksumAt);
    case kProtocolPim:
      return Pim(at);
    case kProtocolVrrp:
      return Vrrp(at);
    case kProtocolMobility:
    case kProtocolHip:
      return AddTransport(at, protocol, kMobilityHeader, kMobilityChecksumAt);
    case kProtocolIcmp:
      return Icmp(at, false);
    case kProtocolIcmp6:
      return Icmp(at, true);
    case kProtocolIpv4:
    case kProtocolIpv6:
      return Ip(at);
    case kProtocolGre:
      return Gre(at);
    case kProtocolMpls:
      return Labels(at);
    case kProtocolEtherIp:
      return Ethernet(at + kEtherIpHeader);
    default:
      break;
  }
}

void HeaderWalk::Udp(size_t at) {
  AddTransport(at, kProtocolUdp, udp::kLength, udp::kChecksumAt);
  if (!Has(at, udp::kLength) || is_too_deep_) return;
  UdpPayload(at + udp::kLength, Half(at), Half(at + udp::kDestinationPortAt));
}

void HeaderWalk::Icmp(size_t at, bool is_version_6) {
  AddTransport(at, is_version_6 ? kProtocolIcmp6 : kProtocolIcmp, icmp::kLength, icmp::kChecksumAt);
  if (!Has(at, icmp::kLength) || is_too_deep_) return;
  if (is_version_6 ? QuotesIpv6(data_[at]) : QuotesIpv4(data_[at])) Ip(at + icmp::kLength);
}

// A Register message brings the packet of a sender to the rendezvous point (section 4.9.3).
void HeaderWalk::Pim(size_t at) {
  constexpr uint8_t kTypeMask = 0x0f, kRegister = 1;
  const bool is_register = Has(at, kPimRegisterHeader) && (data_[at] & kTypeMask) == kRegister;
  AddTransport(at, kProtocolPim, is_register ? kPimRegisterHeader : kPimHeader, kPimChecksumAt);
  if (is_register && !is_too_deep_) Ip(at + kPimRegisterHeader);
}

// The addresses of the virtual router. CARP has the numbers of version 2, and authentication in their place.
void HeaderWalk::Vrrp(size_t at) {
  const bool is_over_ipv6 = count_ > 0 && headers_[count_ - 1].kind == HeaderKind::kIpv6;
  AddTransport(at, kProtocolVrrp, kVrrpHeader, kVrrpChecksumAt);
  if (!Has(at, kVrrpHeader) || is_too_deep_) return;
  const bool is_version_3 = data_[at] >> 4 == kVrrpVersion3;
  const size_t length = is_version_3 && is_over_ipv6 ? ipv6::kAddressLength : ipv4::kAddressLength;
  const size_t end = at + kVrrpHeader + data_[at + kVrrpCountAt] * length;
  if (!is_version_3 && !Has(end, kVrrpAuthentication)) return;
  for (at += kVrrpHeader; at < end && at < size_; at += length) {
    if (AddAddress(at, length) == nullptr) return;
  }
}

void HeaderWalk::Gre(size_t at) {
  if (!Has(at, gre::kLength)) return;
  const uint16_t flags = Half(at), type = Half(at + gre::kProtocolAt);
  if ((flags & gre::kVersionMask) == kVersionOfPptp && type == kEtherTypePpp) return PptpGre(at);
  // Behind the routes of RFC 1701 nothing is looked for, as in native/encap.
  if ((flags & (gre::kVersionMask | gre::kRoutingPresent)) != 0) return;
  size_t length = gre::kLength;
  for (const uint16_t option : {gre::kChecksumPresent, gre::kKeyPresent, gre::kSequencePresent}) {
    if ((flags & option) != 0) length += gre::kFieldLength;
  }
  Header* header = Add(HeaderKind::kGre, at, length);
  if (header == nullptr || !Has(at, length)) return;
  if ((flags & gre::kChecksumPresent) != 0) header->checksum = static_cast<uint32_t>(at + gre::kLength);
  at += length;
  if (type == kEtherTypeErspan) return Ethernet((flags & gre::kSequencePresent) != 0 ? at + erspan::kIiLength : at);
  if (type == kEtherTypeErspanIii) return ErspanIii(at);
  Network(at, type);
}

void HeaderWalk::PptpGre(size_t at) {
  const uint16_t flags = Half(at);
  size_t length = gre::kLength;
  for (const uint16_t option : {gre::kKeyPresent, gre::kSequencePresent, kAcknowledgmentPresent}) {
    if ((flags & option) != 0) length += gre::kFieldLength;
  }
  if (Add(HeaderKind::kGre, at, length) != nullptr) Ppp(at + length);
}

void HeaderWalk::ErspanIii(size_t at) {
  if (!Has(at, erspan::kIiiLength)) return;
  const uint16_t flags = Half(at + erspan::kIiiFlagsAt);
  at += erspan::kIiiLength + ((flags & erspan::kIiiSubheader) != 0 ? erspan::kIiiSubheaderLength : 0);
  const uint16_t type = flags & erspan::kIiiFrameTypeMask;
  if (type == erspan::kIiiEthernet) return Ethernet(at);
  if (type == erspan::kIiiIp) Ip(at);
}

}  // namespace fandump
