// A header of known length and unknown meaning: skip=N takes N bytes off the front; raw is skip=0.
#pragma once

#include "encap/strip.h"

namespace fandump {

std::optional<InvalidCause> StripSkipPacket(PacketView& packet, uint32_t skip, uint16_t link_type);

void StripSkip(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
