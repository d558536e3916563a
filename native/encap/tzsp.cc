#include "encap/tzsp.h"

#include "protocol_numbers.h"

namespace fandump {

namespace {

// Version, type, protocol of the frame.
constexpr size_t kHeaderLength = 4;
constexpr uint8_t kVersion = 1;
constexpr size_t kProtocolOffset = 2;
constexpr uint16_t kProtocolEthernet = 1;
// Tagged fields: padding and end are one byte, the others have a length byte that does not count their two.
constexpr uint8_t kTagPadding = 0;
constexpr uint8_t kTagEnd = 1;
constexpr size_t kTagHeaderLength = 2;

}  // namespace

std::optional<InvalidCause> StripTzspPacket(PacketView& packet, uint16_t link_type) {
  ByteSpan bytes = Readable(packet);
  if (bytes.length < kHeaderLength) return kInvalidTooShort;
  if (bytes.data[0] != kVersion || ReadBig16(bytes.data + kProtocolOffset) != kProtocolEthernet) {
    return kInvalidTunnelHeader;
  }
  bytes = bytes.Behind(kHeaderLength);
  for (int tag = 0; tag < kMaxTzspTags; tag++) {
    if (bytes.length < 1) return kInvalidTooShort;
    if (bytes.data[0] == kTagEnd) {
      SetFacts(*packet.tunnel, kEncapTzsp);
      RemoveHeader(packet, static_cast<size_t>(bytes.data + 1 - packet.data), link_type);
      return std::nullopt;
    }
    size_t length = 1;
    if (bytes.data[0] != kTagPadding) {
      if (bytes.length < kTagHeaderLength) return kInvalidTooShort;
      length = kTagHeaderLength + bytes.data[1];
    }
    if (bytes.length < length) return kInvalidTooShort;
    bytes = bytes.Behind(length);
  }
  return kInvalidTunnelHeader;
}

void StripTzsp(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const uint16_t link_type = NominalLinkType(options);
  StripEach(batch, refusals, [link_type](PacketView& packet) { return StripTzspPacket(packet, link_type); });
}

}  // namespace fandump
