#include "encap/geneve_vxlan.h"

#include "encap/geneve.h"
#include "encap/vxlan.h"
#include "header_layout.h"

namespace fandump {

namespace {

// The functions below take their header off the front of bytes.

std::optional<InvalidCause> TakeEthernet(ByteSpan& bytes, uint16_t& ether_type) {
  if (bytes.length < ethernet::kLength) return kInvalidTooShort;
  ether_type = ReadBig16(bytes.data + ethernet::kTypeAt);
  bytes = bytes.Behind(ethernet::kLength);
  return std::nullopt;
}

std::optional<InvalidCause> TakeIpv4(ByteSpan& bytes) {
  if (bytes.length < ipv4::kLength) return kInvalidTooShort;
  if (bytes.data[0] >> kIpVersionShift != ipv4::kVersion) return kInvalidInnerNotVxlan;
  const size_t header_length = (bytes.data[0] & ipv4::kHeaderWordsMask) * size_t{ipv4::kWordLength};
  if (header_length < ipv4::kLength) return kInvalidInnerNotVxlan;
  if (bytes.data[ipv4::kProtocolAt] != kProtocolUdp) return kInvalidInnerNotVxlan;
  // A later fragment has no UDP header: its first bytes are the middle of some frame.
  if ((ReadBig16(bytes.data + ipv4::kFragmentAt) & ipv4::kOffsetMask) != 0) return kInvalidInnerNotVxlan;
  if (bytes.length < header_length) return kInvalidTooShort;
  bytes = bytes.Behind(header_length);
  return std::nullopt;
}

// Extension headers are not walked: no VXLAN sender makes any.
std::optional<InvalidCause> TakeIpv6(ByteSpan& bytes) {
  if (bytes.length < ipv6::kLength) return kInvalidTooShort;
  if (bytes.data[0] >> kIpVersionShift != ipv6::kVersion) return kInvalidInnerNotVxlan;
  if (bytes.data[ipv6::kNextHeaderAt] != kProtocolUdp) return kInvalidInnerNotVxlan;
  bytes = bytes.Behind(ipv6::kLength);
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
  if (bytes.length < udp::kLength) return kInvalidTooShort;
  bytes = bytes.Behind(udp::kLength);
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
  StripEach(batch, refusals,
            [link_type, strict](PacketView& packet) { return StripGeneveVxlanPacket(packet, link_type, strict); });
}

}  // namespace fandump
