#include "encap/vxlan.h"

namespace fandump {

namespace {

// RFC 7348 section 5: flags, 24 reserved bits, VNI, 8 reserved bits.
constexpr size_t kHeaderLength = 8;
constexpr uint8_t kFlagVniValid = 0x08;  // "I"
constexpr size_t kVniOffset = 4;

}  // namespace

std::optional<InvalidCause> ReadVxlan(ByteSpan bytes, VxlanHeader& header) {
  if (bytes.length < kHeaderLength) return kInvalidTooShort;
  // The other flag bits are reserved, and ignored on receipt as the RFC asks.
  if ((bytes.data[0] & kFlagVniValid) == 0) return kInvalidVxlanFlags;
  header = {kHeaderLength, ReadBig24(bytes.data + kVniOffset)};
  return std::nullopt;
}

std::optional<InvalidCause> StripVxlanPacket(PacketView& packet, uint16_t link_type) {
  VxlanHeader header;
  if (const auto cause = ReadVxlan(Readable(packet), header)) return cause;
  SetFacts(*packet.tunnel, kEncapVxlan, header.vni);
  RemoveHeader(packet, header.length, link_type);
  return std::nullopt;
}

void StripVxlan(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid) {
  const uint16_t link_type = NominalLinkType(options);
  StripEach(batch, invalid, [link_type](PacketView& packet) { return StripVxlanPacket(packet, link_type); });
}

}  // namespace fandump
