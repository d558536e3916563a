#include "encap/skip.h"

namespace fandump {

void StripSkip(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid) {
  const uint16_t link_type = NominalLinkType(options);
  const uint32_t skip = options.skip;
  StripEach(batch, invalid, [link_type, skip](PacketView& packet) -> std::optional<InvalidCause> {
    if (Readable(packet).length < skip) return kInvalidTooShort;
    TunnelFacts& tunnel = *packet.tunnel;
    tunnel.encapsulation = kEncapSkip;
    tunnel.vni = kNoVni;
    tunnel.inner_vni = kNoVni;
    tunnel.options = nullptr;
    tunnel.options_length = 0;
    RemoveHeader(packet, skip, link_type);
    return std::nullopt;
  });
}

}  // namespace fandump
