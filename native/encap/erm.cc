#include "encap/erm.h"

#include "encap/vlan_tag.h"

namespace fandump {

namespace {

// Eight bytes of unknown meaning, then a word: unknown 8 bits, priority 3, CFI 1, VLAN 12, tagged 1, unknown 7.
constexpr size_t kHeaderLength = 12;
constexpr size_t kTagWord = 8;
constexpr uint32_t kTagged = 0x80;
constexpr int kVlanShift = 8;
constexpr uint32_t kVlanMask = 0x0fff;
constexpr uint32_t kCfi = 0x00100000;
constexpr int kPriorityShift = 21;
constexpr uint32_t kPriorityMask = 7;
// The switch counts its queues; 802.1p puts background (1) and spare (2) below best effort (0).
constexpr uint16_t kPriorityOfQueue[8] = {1, 2, 0, 3, 4, 5, 6, 7};

constexpr uint16_t kTciCfi = 0x1000;
constexpr int kTciPriorityShift = 13;

uint16_t TagControl(uint32_t word) {
  const uint32_t priority = kPriorityOfQueue[word >> kPriorityShift & kPriorityMask];
  const uint32_t cfi = (word & kCfi) != 0 ? kTciCfi : 0;
  return static_cast<uint16_t>(priority << kTciPriorityShift | cfi | (word >> kVlanShift & kVlanMask));
}

}  // namespace

std::optional<InvalidCause> StripErmPacket(PacketView& packet, uint16_t link_type, bool restore_tag) {
  const ByteSpan bytes = Readable(packet);
  if (bytes.length < kHeaderLength) return kInvalidTooShort;
  const uint32_t word = ReadBig32(bytes.data + kTagWord);
  SetFacts(*packet.tunnel, kEncapErm);
  RemoveHeader(packet, kHeaderLength, link_type);
  if (restore_tag && (word & kTagged) != 0) RestoreTag(packet, TagControl(word));
  return std::nullopt;
}

void StripErm(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const uint16_t link_type = NominalLinkType(options);
  StripEach(batch, refusals, [link_type](PacketView& packet) { return StripErmPacket(packet, link_type); });
}

}  // namespace fandump
