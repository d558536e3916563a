// Tunnels in captured frames: walks the headers outside, then strips as for a datagram.
#pragma once

#include "encap/strip.h"

namespace fandump {

// For every frame of the batch: see Decapsulator::Decapsulate with EncapOptions::frames.
void StripFrames(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
