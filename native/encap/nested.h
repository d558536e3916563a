// Tunnels in tunnels: the outermost header, then for each one inside the headers that carry it, and its own.
#pragma once

#include "encap/strip.h"

namespace fandump {

// Takes the outermost tunnel off, of that kind, and those of EncapOptions::inside. As StripTunnel otherwise. The facts
// are those of the outermost tunnel; inner_vni is the innermost VNI. Inside, a tunnel is known by the UDP port, see
// EncapOptions::inside_port, ERSPAN by its place in GRE. What is refused is left as it was.
std::optional<InvalidCause> StripTunnels(PacketView& packet, Encapsulation outermost, const EncapOptions& options);

// The same for datagrams.
void StripNested(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
