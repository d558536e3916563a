// A header of known length and unknown meaning: skip=N takes N bytes off the front; raw is skip=0.
#pragma once

#include "encap/strip.h"

namespace fandump {

void StripSkip(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid);

}  // namespace fandump
