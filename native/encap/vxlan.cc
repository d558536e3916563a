#include "encap/vxlan.h"

#include "tunnel_layout.h"

namespace fandump {

namespace {

void ReadPolicy(const uint8_t* bytes, VxlanHeader& header) {
  const uint8_t flags = bytes[vxlan::kPolicyFlagsAt];
  header.policy = ReadBig16(bytes + vxlan::kPolicyAt);
  header.flags = kTunnelPolicy;
  if ((flags & vxlan::kPolicyDontLearn) != 0) header.flags |= kTunnelDontLearn;
  if ((flags & vxlan::kPolicyApplied) != 0) header.flags |= kTunnelPolicyApplied;
}

}  // namespace

std::optional<InvalidCause> ReadVxlan(ByteSpan bytes, VxlanHeader& header) {
  if (bytes.length < vxlan::kLength) return kInvalidTooShort;
  // The other flag bits are reserved, and ignored on receipt as the RFC asks.
  if ((bytes.data[0] & vxlan::kFlagVni) == 0) return kInvalidVxlanFlags;
  header = {vxlan::kLength, ReadBig24(bytes.data + vxlan::kVniAt)};
  if ((bytes.data[0] & vxlan::kFlagPolicy) != 0) ReadPolicy(bytes.data, header);
  return std::nullopt;
}

std::optional<InvalidCause> StripVxlanPacket(PacketView& packet, uint16_t link_type) {
  VxlanHeader header;
  if (const auto cause = ReadVxlan(Readable(packet), header)) return cause;
  SetFacts(*packet.tunnel, kEncapVxlan, header.vni);
  packet.tunnel->policy = header.policy;
  packet.tunnel->flags = header.flags;
  RemoveHeader(packet, header.length, link_type);
  return std::nullopt;
}

void StripVxlan(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const uint16_t link_type = NominalLinkType(options);
  StripEach(batch, refusals, [link_type](PacketView& packet) { return StripVxlanPacket(packet, link_type); });
}

}  // namespace fandump
