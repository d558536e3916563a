#include "encap/erm.h"

#include "encap/vlan_tag.h"
#include "header_layout.h"
#include "tunnel_layout.h"

namespace fandump {

namespace {

// The switch counts its queues; 802.1p puts background (1) and spare (2) below best effort (0).
constexpr uint16_t kPriorityOfQueue[8] = {1, 2, 0, 3, 4, 5, 6, 7};

uint16_t TagControl(uint32_t word) {
  const uint32_t priority = kPriorityOfQueue[word >> erm::kQueueShift & erm::kQueueMask];
  return static_cast<uint16_t>(priority << vlan::kPriorityShift | (word >> erm::kVlanShift & erm::kCfiAndVlanMask));
}

}  // namespace

std::optional<InvalidCause> StripErmPacket(PacketView& packet, uint16_t link_type, bool restore_tag) {
  const ByteSpan bytes = Readable(packet);
  if (bytes.length < erm::kLength) return kInvalidTooShort;
  const uint32_t word = ReadBig32(bytes.data + erm::kTagAt);
  SetFacts(*packet.tunnel, kEncapErm);
  RemoveHeader(packet, erm::kLength, link_type);
  if (restore_tag && (word & erm::kTagged) != 0) RestoreTag(packet, TagControl(word));
  return std::nullopt;
}

void StripErm(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const uint16_t link_type = NominalLinkType(options);
  StripEach(batch, refusals, [link_type](PacketView& packet) { return StripErmPacket(packet, link_type); });
}

}  // namespace fandump
