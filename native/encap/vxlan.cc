#include "encap/vxlan.h"

namespace fandump {

namespace {

// RFC 7348 section 5: flags, 24 reserved bits, VNI, 8 reserved bits.
constexpr size_t kHeaderLength = 8;
constexpr uint8_t kFlagVniValid = 0x08;  // "I"
constexpr size_t kVniOffset = 4;

// draft-smith-vxlan-group-policy section 2.1, in the reserved bits.
constexpr uint8_t kFlagPolicy = 0x80;  // "G"
constexpr size_t kPolicyFlagsOffset = 1;
constexpr uint8_t kFlagDontLearn = 0x40;      // "D"
constexpr uint8_t kFlagPolicyApplied = 0x08;  // "A"
constexpr size_t kPolicyOffset = 2;

void ReadPolicy(const uint8_t* bytes, VxlanHeader& header) {
  const uint8_t flags = bytes[kPolicyFlagsOffset];
  header.policy = ReadBig16(bytes + kPolicyOffset);
  header.flags = kTunnelPolicy;
  if ((flags & kFlagDontLearn) != 0) header.flags |= kTunnelDontLearn;
  if ((flags & kFlagPolicyApplied) != 0) header.flags |= kTunnelPolicyApplied;
}

}  // namespace

std::optional<InvalidCause> ReadVxlan(ByteSpan bytes, VxlanHeader& header) {
  if (bytes.length < kHeaderLength) return kInvalidTooShort;
  // The other flag bits are reserved, and ignored on receipt as the RFC asks.
  if ((bytes.data[0] & kFlagVniValid) == 0) return kInvalidVxlanFlags;
  header = {kHeaderLength, ReadBig24(bytes.data + kVniOffset)};
  if ((bytes.data[0] & kFlagPolicy) != 0) ReadPolicy(bytes.data, header);
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
