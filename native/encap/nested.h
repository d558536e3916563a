// Tunnels in tunnels: the outermost header, then for each one inside the headers that carry it, and its own.
#pragma once

#include "encap/strip.h"

namespace fandump {

// For datagrams, with EncapOptions::inside. The facts are those of the outermost tunnel; inner_vni is the innermost
// VNI. Inside, a tunnel is known by the UDP port, see EncapOptions::inside_port, ERSPAN by its place in GRE.
void StripNested(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
