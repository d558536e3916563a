#include "encap/geneve_vxlan.h"

#include "encap/geneve.h"
#include "encap/vxlan.h"

namespace fandump {

namespace {

// Ethernet II: two addresses, then the EtherType.
constexpr size_t kEthernetLength = 14;
constexpr size_t kEtherTypeOffset = 12;

// RFC 791 section 3.1.
constexpr uint8_t kIpv4Version = 4;
constexpr size_t kIpv4MinimumLength = 20;
constexpr uint8_t kIpv4HeaderLengthMask = 0x0f;
constexpr size_t kIpv4HeaderLengthUnit = 4;
constexpr size_t kIpv4FragmentOffset = 6;
constexpr uint16_t kIpv4FragmentOffsetMask = 0x1fff;
constexpr size_t kIpv4ProtocolOffset = 9;

// RFC 8200 section 3.
constexpr uint8_t kIpv6Version = 6;
constexpr size_t kIpv6Length = 40;
constexpr size_t kIpv6NextHeaderOffset = 6;

constexpr int kIpVersionShift = 4;

// RFC 768.
constexpr size_t kUdpLength = 8;

// The functions below take their header off the front of bytes.

std::optional<InvalidCause> TakeEthernet(ByteSpan& bytes, uint16_t& ether_type) {
  if (bytes.length < kEthernetLength) return kInvalidTooShort;
  ether_type = ReadBig16(bytes.data + kEtherTypeOffset);
  bytes = bytes.Behind(kEthernetLength);
  return std::nullopt;
}

std::optional<InvalidCause> TakeIpv4(ByteSpan& bytes) {
  if (bytes.length < kIpv4MinimumLength) return kInvalidTooShort;
  if (bytes.data[0] >> kIpVersionShift != kIpv4Version) return kInvalidInnerNotVxlan;
  const size_t header_length = (bytes.data[0] & kIpv4HeaderLengthMask) * kIpv4HeaderLengthUnit;
  if (header_length < kIpv4MinimumLength) return kInvalidInnerNotVxlan;
  if (bytes.data[kIpv4ProtocolOffset] != kProtocolUdp) return kInvalidInnerNotVxlan;
  // A later fragment has no UDP header: its first bytes are the middle of some frame.
  if ((ReadBig16(bytes.data + kIpv4FragmentOffset) & kIpv4FragmentOffsetMask) != 0) return kInvalidInnerNotVxlan;
  if (bytes.length < header_length) return kInvalidTooShort;
  bytes = bytes.Behind(header_length);
  return std::nullopt;
}

// Extension headers are not walked: no VXLAN sender makes any.
std::optional<InvalidCause> TakeIpv6(ByteSpan& bytes) {
  if (bytes.length < kIpv6Length) return kInvalidTooShort;
  if (bytes.data[0] >> kIpVersionShift != kIpv6Version) return kInvalidInnerNotVxlan;
  if (bytes.data[kIpv6NextHeaderOffset] != kProtocolUdp) return kInvalidInnerNotVxlan;
  bytes = bytes.Behind(kIpv6Length);
  return std::nullopt;
}

std::optional<InvalidCause> TakeIp(ByteSpan& bytes, uint16_t ether_type) {
  switch (ether_type) {
    case kEtherTypeIpv4:
      return TakeIpv4(bytes);
    case kEtherTypeIpv6:
      return TakeIpv6(bytes);
    default:
      return kInvalidInnerNotVxlan;
  }
}

// Ports are not looked at: VXLAN is sent to other ports than 4789, too.
std::optional<InvalidCause> TakeUdp(ByteSpan& bytes) {
  if (bytes.length < kUdpLength) return kInvalidTooShort;
  bytes = bytes.Behind(kUdpLength);
  return std::nullopt;
}

}  // namespace

std::optional<InvalidCause> StripGeneveVxlanPacket(PacketView& packet, uint16_t link_type, bool strict) {
  ByteSpan bytes = Readable(packet);
  GeneveHeader geneve;
  if (const auto cause = ReadGeneve(bytes, geneve)) return cause;
  if (strict) {
    if (const auto cause = WhyNotStrict(geneve)) return cause;
  }
  bytes = bytes.Behind(geneve.length);

  uint16_t ether_type = geneve.protocol;
  if (ether_type == kEtherTypeBridged) {
    if (const auto cause = TakeEthernet(bytes, ether_type)) return cause;
  }
  if (const auto cause = TakeIp(bytes, ether_type)) return cause;
  if (const auto cause = TakeUdp(bytes)) return cause;
  VxlanHeader vxlan;
  if (const auto cause = ReadVxlan(bytes, vxlan)) return cause;
  bytes = bytes.Behind(vxlan.length);

  SetGeneveFacts(geneve, kEncapGeneveVxlan, *packet.tunnel);
  packet.tunnel->inner_vni = vxlan.vni;
  RemoveHeader(packet, static_cast<size_t>(bytes.data - packet.data), link_type);
  return std::nullopt;
}

void StripGeneveVxlan(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const uint16_t link_type = NominalLinkType(options);
  const bool strict = options.strict;
  StripEach(batch, refusals, [link_type, strict](PacketView& packet) {
    return StripGeneveVxlanPacket(packet, link_type, strict);
  });
}

}  // namespace fandump
