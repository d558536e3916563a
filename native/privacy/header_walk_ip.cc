// IPv4: RFC 791. IPv6: RFC 8200. ICMP: RFC 792, 4443. GRE: RFC 2784, 2890. ERSPAN: draft-foschiano-erspan.
// VXLAN: RFC 7348. GENEVE: RFC 8926.
#include <algorithm>

#include "privacy/header_walk.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {
namespace {

constexpr uint8_t kProtocolEtherIp = 97;
constexpr size_t kTcpHeader = 20, kTcpOffsetAt = 12, kTcpChecksumAt = 16;
constexpr size_t kDccpHeader = 12, kDccpOffsetAt = 4, kDccpChecksumAt = 6;
constexpr size_t kSctpHeader = 12;
constexpr size_t kEtherIpHeader = 2;  // RFC 3378

constexpr uint16_t kGreChecksum = 0x8000, kGreKey = 0x2000, kGreSequence = 0x1000, kGreVersion = 7;
constexpr size_t kGreHeader = 4, kGreOption = 4;
constexpr size_t kErspanTwo = 8, kErspanThree = 12, kErspanSubheader = 8;

constexpr size_t kVxlanHeader = 8, kGeneveHeader = 8, kErmHeader = 12, kTzspHeader = 4;
constexpr uint8_t kVxlanHasVni = 0x08;

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
  if (!Has(at, 1)) return;
  const int version = data_[at] >> 4;
  if (version == 4) Ipv4(at);
  if (version == 6) Ipv6(at);
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
  for (int i = 0; i < kMaxExtensionHeaders; i++) {
    const bool is_extension = next == kProtocolHopByHop || next == kProtocolRouting || next == kProtocolFragment ||
                              next == kProtocolDestinationOptions || next == kProtocolAuthentication;
    if (!is_extension) break;
    if (!Has(at, ipv6::kExtensionLength)) return;
    size_t length = (data_[at + 1] + size_t{1}) * 8;
    if (next == kProtocolAuthentication) length = (data_[at + 1] + size_t{2}) * 4;  // RFC 4302
    if (next == kProtocolRouting) header->routing = static_cast<uint32_t>(at);
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

void HeaderWalk::Transport(size_t at, uint8_t protocol) {
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
    case kProtocolAuthentication:
      if (!Has(at, ipv6::kExtensionLength)) return;
      end_ = at + std::min((data_[at + 1] + size_t{2}) * 4, size_ - at);
      return Transport(end_, data_[at]);
    default:
      break;
  }
}

void HeaderWalk::Udp(size_t at) {
  AddTransport(at, kProtocolUdp, udp::kLength, udp::kChecksumAt);
  if (!Has(at, udp::kLength) || is_too_deep_) return;
  const uint16_t port = Half(at + udp::kDestinationPortAt);
  at += udp::kLength;
  switch (port) {
    case kPortVxlan:
    case kPortOldVxlan:
    case kPortVxlanGpe:
      return Vxlan(at, port);
    case kPortGeneve:
      return Geneve(at);
    case kPortGreInUdp:
      return Gre(at);
    case kPortErm:
      if (Has(at, kErmHeader)) Ethernet(at + kErmHeader);
      return;
    case kPortTzsp:
      return Tzsp(at);
    default:
      break;
  }
}

void HeaderWalk::Icmp(size_t at, bool is_version_6) {
  AddTransport(at, is_version_6 ? kProtocolIcmp6 : kProtocolIcmp, icmp::kLength, icmp::kChecksumAt);
  if (!Has(at, icmp::kLength) || is_too_deep_) return;
  if (is_version_6 ? QuotesIpv6(data_[at]) : QuotesIpv4(data_[at])) Ip(at + icmp::kLength);
}

void HeaderWalk::Gre(size_t at) {
  if (!Has(at, kGreHeader)) return;
  const uint16_t flags = Half(at), type = Half(at + 2);
  if ((flags & kGreVersion) != 0) return;
  size_t length = kGreHeader;
  for (const uint16_t option : {kGreChecksum, kGreKey, kGreSequence}) {
    if ((flags & option) != 0) length += kGreOption;
  }
  Header* header = Add(HeaderKind::kGre, at, length);
  if (header == nullptr || !Has(at, length)) return;
  if ((flags & kGreChecksum) != 0) header->checksum = static_cast<uint32_t>(at + kGreHeader);
  at += length;
  if (type == kEtherTypeErspan) return Ethernet((flags & kGreSequence) != 0 ? at + kErspanTwo : at);
  if (type != kEtherTypeErspanIii) return Network(at, type);
  if (!Has(at, kErspanThree)) return;
  const bool has_subheader = (data_[at + kErspanThree - 1] & 1) != 0;
  Ethernet(at + kErspanThree + (has_subheader ? kErspanSubheader : 0));
}

void HeaderWalk::Vxlan(size_t at, uint16_t port) {
  if (!Has(at, kVxlanHeader) || (data_[at] & kVxlanHasVni) == 0) return;
  end_ = at + kVxlanHeader;
  // Other programs use these ports, too: what does not look like a tunnel is none.
  const bool is_plain = data_[at] == kVxlanHasVni && data_[at + 1] == 0 && data_[at + 2] == 0 && data_[at + 7] == 0;
  if (is_plain) return Ethernet(end_);
  if (port != kPortVxlanGpe) return;
  constexpr uint8_t kIpv4 = 1, kIpv6 = 2, kEthernet = 3;
  const uint8_t next = data_[at + 3];
  if (next == kIpv4 || next == kIpv6) Ip(end_);
  if (next == kEthernet) Ethernet(end_);
}

void HeaderWalk::Geneve(size_t at) {
  if (!Has(at, kGeneveHeader) || data_[at] >> 6 != 0) return;
  const size_t length = kGeneveHeader + (data_[at] & 0x3f) * size_t{4};
  if (!Has(at, length)) return;
  end_ = at + length;
  Network(end_, Half(at + 2));
}

void HeaderWalk::Tzsp(size_t at) {
  constexpr uint16_t kEthernet = 1;
  constexpr uint8_t kPadding = 0, kEnd = 1;
  if (!Has(at, kTzspHeader) || data_[at] != 1 || Half(at + 2) != kEthernet) return;
  at += kTzspHeader;
  for (int tag = 0; tag < kMaxTzspTags && Has(at, 2); tag++) {
    if (data_[at] == kEnd) return Ethernet(at + 1);
    at += data_[at] == kPadding ? 1 : size_t{2} + data_[at + 1];
  }
}

}  // namespace fandump
