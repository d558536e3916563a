#include "encap/tzsp.h"

#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {

std::optional<InvalidCause> StripTzspPacket(PacketView& packet, uint16_t link_type) {
  ByteSpan bytes = Readable(packet);
  if (bytes.length < tzsp::kLength) return kInvalidTooShort;
  if (bytes.data[0] != tzsp::kVersion || ReadBig16(bytes.data + tzsp::kProtocolAt) != tzsp::kEthernet) {
    return kInvalidTunnelHeader;
  }
  bytes = bytes.Behind(tzsp::kLength);
  for (int tag = 0; tag < kMaxTzspTags; tag++) {
    if (bytes.length < 1) return kInvalidTooShort;
    if (bytes.data[0] == tzsp::kTagEnd) {
      SetFacts(*packet.tunnel, kEncapTzsp);
      RemoveHeader(packet, static_cast<size_t>(bytes.data + 1 - packet.data), link_type);
      return std::nullopt;
    }
    size_t length = 1;
    if (bytes.data[0] != tzsp::kTagPadding) {
      if (bytes.length < tzsp::kTagHeaderLength) return kInvalidTooShort;
      length = tzsp::kTagHeaderLength + bytes.data[1];
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
