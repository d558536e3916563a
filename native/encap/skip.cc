#include "encap/skip.h"

namespace fandump {

std::optional<InvalidCause> StripSkipPacket(PacketView& packet, uint32_t skip, uint16_t link_type) {
  if (Readable(packet).length < skip) return kInvalidTooShort;
  SetFacts(*packet.tunnel, kEncapSkip);
  RemoveHeader(packet, skip, link_type);
  return std::nullopt;
}

void StripSkip(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const uint16_t link_type = NominalLinkType(options);
  const uint32_t skip = options.skip;
  StripEach(batch, refusals,
            [link_type, skip](PacketView& packet) { return StripSkipPacket(packet, skip, link_type); });
}

}  // namespace fandump
