// Tunnels over UDP. VXLAN: RFC 7348. VXLAN-GPE: draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926.
// GUE: draft-ietf-intarea-gue. GTP-U: 3GPP TS 29.281. L2TP: RFC 2661. Teredo: RFC 4380, 6081.
// AYIYA: draft-massar-v6ops-ayiya. ERM and TZSP have no standard: Wireshark describes them.
#include <algorithm>

#include "header_layout.h"
#include "privacy/header_walk.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"
#include "tunnel_ports.h"

namespace fandump {
namespace {

constexpr size_t kGtpHeader = 8, kGtpOptions = 4;
constexpr uint32_t kTeredoPrefix = 0x20010000;

}  // namespace

void HeaderWalk::UdpPayload(size_t at, uint16_t source_port, uint16_t destination_port) {
  uint16_t port = destination_port;
  const TunnelPort outer =
      tunnel_ == nullptr ? TunnelPort{} : TunnelPort{tunnel_->encapsulation, tunnel_->destination_port};
  for (const TunnelPort& known : {named_, outer}) {
    // 0 is that of GRE and the like without UDP, too.
    if (destination_port == 0 || destination_port != known.port) continue;
    if (const auto assigned = AssignedPorts(known.encapsulation); !assigned.empty()) port = assigned.front();
  }
  switch (port) {
    case kPortVxlan:
    case kPortOldVxlan:
      return Vxlan(at);
    case kPortVxlanGpe:
      return VxlanGpe(at);
    case kPortGeneve:
      return Geneve(at);
    case kPortGue:
      return Gue(at);
    case kPortGreInUdp:
      return Gre(at);
    case kPortMplsInUdp:
      return Labels(at);
    case kPortErm:
      if (Has(at, erm::kLength)) Ethernet(at + erm::kLength);
      return;
    case kPortTzsp:
      return Tzsp(at);
    case kPortGtpUser:
      return GtpUser(at);
    default:
      break;
  }
  // Servers of these answer from their port.
  for (const uint16_t end : {port, source_port}) {
    if (end == kPortL2tp) return L2tp(at);
    if (end == kPortTeredo) return Teredo(at);
    if (end == kPortAyiya) return Ayiya(at);
  }
  // Clients of Teredo and relays meet on any ports.
  if (VersionAt(at) != ipv6::kVersion || !Has(at, ipv6::kLength)) return;
  const bool is_teredo = ReadBig32(data_ + at + ipv6::kSourceAt) == kTeredoPrefix ||
                         ReadBig32(data_ + at + ipv6::kDestinationAt) == kTeredoPrefix;
  if (is_teredo) TeredoPacket(at);
}

// Reserved bits are not looked at (RFC 7348 section 5).
void HeaderWalk::Vxlan(size_t at) {
  if (!Has(at, vxlan::kLength) || (data_[at] & vxlan::kFlagVni) == 0) return;
  end_ = at + vxlan::kLength;
  // VXLAN-GPE comes to VXLAN's port, too. IP in it is none in plain VXLAN; Ethernet is at the same place in both.
  const uint8_t next = data_[at + vxlan_gpe::kNextAt];
  const int version = VersionAt(end_);
  const bool is_ip = (next == vxlan_gpe::kNextIpv4 && version == ipv4::kVersion) ||
                     (next == vxlan_gpe::kNextIpv6 && version == ipv6::kVersion);
  if (is_ip && (data_[at] & (vxlan_gpe::kFlagNext | vxlan::kFlagPolicy)) == vxlan_gpe::kFlagNext) return Ip(end_);
  Ethernet(end_);
}

void HeaderWalk::VxlanGpe(size_t at) {
  if (!Has(at, vxlan::kLength) || (data_[at] & (vxlan::kFlagVni | vxlan_gpe::kVersionMask)) != vxlan::kFlagVni) return;
  end_ = at + vxlan::kLength;
  const bool says_next = (data_[at] & vxlan_gpe::kFlagNext) != 0;
  const uint8_t next = says_next ? data_[at + vxlan_gpe::kNextAt] : vxlan_gpe::kNextEthernet;
  if (next == vxlan_gpe::kNextIpv4 || next == vxlan_gpe::kNextIpv6) Ip(end_);
  if (next == vxlan_gpe::kNextEthernet) Ethernet(end_);
}

void HeaderWalk::Geneve(size_t at) {
  if (!Has(at, geneve::kLength) || (data_[at] & geneve::kVersionMask) != 0) return;
  const size_t length = geneve::kLength + (data_[at] & geneve::kOptionWordsMask) * size_t{geneve::kWordLength};
  if (!Has(at, length)) return;
  end_ = at + length;
  Network(end_, Half(at + geneve::kProtocolAt));
}

// Flags are not looked at: what they may announce leaves the packet where it is, or makes it unreadable.
void HeaderWalk::Gue(size_t at) {
  if (!Has(at, 1)) return;
  const uint8_t variant = data_[at] & gue::kVariantMask;
  if (variant == gue::kVariantDirect) return Ip(at);
  if (variant != gue::kVariantHeader || (data_[at] & gue::kControl) != 0 || !Has(at, gue::kLength)) return;
  const size_t length = gue::kLength + (data_[at] & gue::kExtensionWordsMask) * size_t{gue::kWordLength};
  if (!Has(at, length)) return;
  end_ = at + length;
  Transport(end_, data_[at + gue::kProtocolAt]);
}

void HeaderWalk::Tzsp(size_t at) {
  constexpr uint8_t kSensor = 60;
  constexpr size_t kSensorLength = 6;  // its Ethernet address
  if (!Has(at, tzsp::kLength) || data_[at] != tzsp::kVersion || Half(at + tzsp::kProtocolAt) != tzsp::kEthernet) return;
  at += tzsp::kLength;
  while (Has(at, 2) && data_[at] != tzsp::kTagEnd) {
    const uint8_t tag = data_[at], length = data_[at + 1];
    if (tag == kSensor && length == kSensorLength && AddAddress(at + 2, kSensorLength) == nullptr) return;
    at += tag == tzsp::kTagPadding ? 1 : size_t{tzsp::kTagHeaderLength} + length;
  }
  if (Has(at, 1) && data_[at] == tzsp::kTagEnd) Ethernet(at + 1);
}

// Section 5.1, extension headers in section 5.2.
void HeaderWalk::GtpUser(size_t at) {
  constexpr uint8_t kVersionAndType = 0xf0, kVersionOneGtp = 0x30, kHasOptions = 0x07, kHasExtension = 0x04;
  constexpr uint8_t kErrorIndication = 26, kUserPacket = 255;
  if (!Has(at, kGtpHeader) || (data_[at] & kVersionAndType) != kVersionOneGtp) return;
  const uint8_t flags = data_[at], type = data_[at + 1];
  at += kGtpHeader;
  if ((flags & kHasOptions) != 0) {
    if (!Has(at, kGtpOptions)) return;
    at += kGtpOptions;
    // The byte before each extension says of what type it is, 0: there is none.
    while ((flags & kHasExtension) != 0 && data_[at - 1] != 0) {
      const size_t length = Has(at, 1) ? data_[at] * size_t{4} : 0;
      if (length == 0 || !Has(at, length)) return;
      at += length;
    }
  }
  end_ = at;
  if (type == kUserPacket) GtpUserPacket(at);
  if (type == kErrorIndication) GtpErrorIndication(at);
}

// Nothing in the header tells IP from the Ethernet of a 5G session.
void HeaderWalk::GtpUserPacket(size_t at) {
  const int version = VersionAt(at);
  if (version == ipv4::kVersion || version == ipv6::kVersion) return Ip(at);
  if (IsEthernetAt(at)) Ethernet(at);
}

// Section 7.3.1: the tunnel that nobody knows, and the address of who was asked for it (section 8.4).
void HeaderWalk::GtpErrorIndication(size_t at) {
  constexpr uint8_t kEndpointIdentifier = 16, kPeerAddress = 133, kHasLength = 0x80;
  constexpr size_t kEndpointIdentifierLength = 5, kElementHeader = 3;
  while (Has(at, kElementHeader)) {
    const uint8_t type = data_[at];
    if (type < kHasLength && type != kEndpointIdentifier) return;
    const size_t length = Half(at + 1);
    if (type == kPeerAddress && length <= ipv6::kAddressLength) {
      if (AddAddress(at + kElementHeader, length) == nullptr) return;
    }
    at += type == kEndpointIdentifier ? kEndpointIdentifierLength : kElementHeader + length;
  }
}

// Section 3.1: data messages of version 2, which carry PPP.
void HeaderWalk::L2tp(size_t at) {
  constexpr uint16_t kControl = 0x8000, kHasLength = 0x4000, kHasSequence = 0x0800, kHasOffset = 0x0200;
  constexpr uint16_t kVersion = 0x000f, kVersionTwo = 2;
  if (!Has(at, 2)) return;
  const uint16_t flags = Half(at);
  if ((flags & (kControl | kVersion)) != kVersionTwo) return;
  at += 2;
  if ((flags & kHasLength) != 0) at += 2;
  at += 4;  // tunnel and session
  if ((flags & kHasSequence) != 0) at += 4;
  if ((flags & kHasOffset) != 0) {
    if (!Has(at, 2)) return;
    at += size_t{2} + Half(at);
  }
  Ppp(at);
}

// Section 5.1.1: an authentication and an origin, each announced by a half word that no IPv6 header begins with.
void HeaderWalk::Teredo(size_t at) {
  constexpr uint16_t kOrigin = 0, kAuthentication = 1;
  constexpr size_t kAuthenticationLength = 13;  // without identifier and value, whose lengths come first
  constexpr size_t kOriginAddressAt = 4, kOriginLength = 8;
  if (Has(at, 4) && Half(at) == kAuthentication) at += kAuthenticationLength + data_[at + 2] + data_[at + 3];
  if (Has(at, kOriginAddressAt) && Half(at) == kOrigin) {
    const size_t packet = at + kOriginLength;
    if (Has(packet, 1) && VersionAt(packet) != ipv6::kVersion) return;
    if (Add(HeaderKind::kInvertedAddress, at + kOriginAddressAt, ipv4::kAddressLength) == nullptr) return;
    at = packet;
  }
  if (VersionAt(at) == ipv6::kVersion) TeredoPacket(at);
}

// The IPv6 packet, and behind it RFC 6081's trailers, of which one names addresses of the sender (section 4.3).
void HeaderWalk::TeredoPacket(size_t at) {
  constexpr uint8_t kAlternateAddresses = 3;
  constexpr size_t kTrailerHeader = 2, kFirstAddressAt = 4, kAddressAndPort = 6;
  size_t trailer = at + ipv6::kLength;
  if (Has(at, ipv6::kLength)) trailer += Half(at + ipv6::kPayloadLengthAt);
  // Before the packet: its checksums do not cover them, but the one around both does.
  while (Has(trailer, kTrailerHeader)) {
    const size_t end = trailer + kTrailerHeader + data_[trailer + 1];
    size_t address = trailer + kFirstAddressAt;
    for (; data_[trailer] == kAlternateAddresses && address < std::min(end, size_); address += kAddressAndPort) {
      if (AddAddress(address, ipv4::kAddressLength) != nullptr) continue;
      end_ = at;  // from where on nothing is kept
      return;
    }
    trailer = end;
  }
  Ip(at);
}

// Section 3.1: an identity, which is an address of the tunnel where it is a number, and a signature.
void HeaderWalk::Ayiya(size_t at) {
  constexpr size_t kHeader = 8, kOperationAt = 2, kNextHeaderAt = 3;
  constexpr uint8_t kIdentityIsNumber = 1, kForward = 1;
  if (!Has(at, kHeader)) return;
  const size_t identity = size_t{1} << (data_[at] >> 4), signature = (data_[at + 1] >> 4) * size_t{4};
  const bool is_number = (data_[at] & 0x0f) == kIdentityIsNumber;
  const bool is_address = is_number && (identity == ipv4::kAddressLength || identity == ipv6::kAddressLength);
  const uint8_t operation = data_[at + kOperationAt] & 0x0f, next = data_[at + kNextHeaderAt];
  at += kHeader;
  if (is_address && AddAddress(at, identity) == nullptr) return;
  at += identity + signature;
  if (operation == kForward && (next == kProtocolIpv4 || next == kProtocolIpv6)) Ip(at);
}

}  // namespace fandump
