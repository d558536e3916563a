#include "encap/recognition.h"

#include "encap/tunnel.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {

namespace {

bool LooksLikeVxlan(ByteSpan bytes) {
  if (bytes.length < vxlan::kLength + ethernet::kLength || bytes.data[vxlan::kReservedAt] != 0) return false;
  if (bytes.data[0] == vxlan::kFlagVni) return bytes.data[1] == 0 && ReadBig16(bytes.data + 2) == 0;
  const bool has_policy = bytes.data[0] == (vxlan::kFlagVni | vxlan::kFlagPolicy);
  constexpr uint8_t kFlags = vxlan::kPolicyDontLearn | vxlan::kPolicyApplied;
  return has_policy && (bytes.data[vxlan::kPolicyFlagsAt] & static_cast<uint8_t>(~kFlags)) == 0;
}

bool LooksLikeGpe(ByteSpan bytes) {
  if (bytes.length < vxlan::kLength + ipv4::kLength || bytes.data[vxlan::kReservedAt] != 0) return false;
  constexpr uint8_t kOtherFlags = vxlan_gpe::kFlagReplicated | vxlan_gpe::kFlagOam;
  const uint8_t flags = bytes.data[0] & static_cast<uint8_t>(~kOtherFlags);
  if (flags != (vxlan::kFlagVni | vxlan_gpe::kFlagNext) || ReadBig16(bytes.data + 1) != 0) return false;
  const uint8_t next = bytes.data[vxlan_gpe::kNextAt];
  return next == vxlan_gpe::kNextIpv4 || next == vxlan_gpe::kNextIpv6 || next == vxlan_gpe::kNextEthernet;
}

bool LooksLikeGeneve(ByteSpan bytes) {
  if (bytes.length < geneve::kLength + ethernet::kLength || bytes.data[geneve::kReservedAt] != 0) return false;
  if ((bytes.data[0] & geneve::kVersionMask) != 0) return false;
  if ((bytes.data[geneve::kFlagsAt] & geneve::kReservedFlags) != 0) return false;
  const uint16_t protocol = ReadBig16(bytes.data + geneve::kProtocolAt);
  return protocol == kEtherTypeBridged || protocol == kEtherTypeIpv4 || protocol == kEtherTypeIpv6;
}

bool LooksLikeTzsp(ByteSpan bytes) {
  constexpr uint8_t kLastType = 1;  // a received packet, and one to be sent
  return bytes.length > tzsp::kLength && bytes.data[0] == tzsp::kVersion && bytes.data[1] <= kLastType &&
         ReadBig16(bytes.data + tzsp::kProtocolAt) == tzsp::kEthernet;
}

// IP that says itself how long the datagram is.
bool LooksLikeDirectGue(ByteSpan bytes, size_t wire_length) {
  if (bytes.length >= ipv4::kLength && bytes.data[0] == ipv4::kBeginWithoutOptions) {
    return ReadBig16(bytes.data + ipv4::kTotalLengthAt) == wire_length;
  }
  return bytes.length >= ipv6::kLength && bytes.data[0] >> kIpVersionShift == ipv6::kVersion &&
         ReadBig16(bytes.data + ipv6::kPayloadLengthAt) + ipv6::kLength == wire_length;
}

}  // namespace

Encapsulation TunnelOfAssignedPort(uint16_t port) {
  switch (port) {
    case kPortVxlan:
    case kPortOldVxlan:
      return kEncapVxlan;
    case kPortVxlanGpe:
      return kEncapVxlanGpe;
    case kPortGeneve:
      return kEncapGeneve;
    case kPortGue:
      return kEncapGue;
    case kPortErm:
      return kEncapErm;
    case kPortTzsp:
      return kEncapTzsp;
    case kPortGreInUdp:
      return kEncapGre;
    default:
      return kEncapNone;
  }
}

Encapsulation RecognizeTunnel(ByteSpan bytes, size_t wire_length, uint16_t port) {
  const Encapsulation assigned = TunnelOfAssignedPort(port);
  if (assigned != kEncapNone) return assigned;
  if (LooksLikeVxlan(bytes)) return kEncapVxlan;
  if (LooksLikeGpe(bytes)) return kEncapVxlanGpe;
  if (LooksLikeGeneve(bytes)) return kEncapGeneve;
  if (LooksLikeTzsp(bytes)) return kEncapTzsp;
  return LooksLikeDirectGue(bytes, wire_length) ? kEncapGue : kEncapNone;
}

void StripRecognized(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  StripEach(batch, refusals, [&options](PacketView& packet) -> std::optional<InvalidCause> {
    const Encapsulation tunnel = RecognizeTunnel(Readable(packet), packet.len, packet.tunnel->destination_port);
    if (tunnel == kEncapNone) return kInvalidUnrecognized;
    return StripTunnel(packet, tunnel, options, options.link_type);
  });
}

}  // namespace fandump
