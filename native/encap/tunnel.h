// One tunnel of whatever kind, for those who know its kind only with the packet: frames, tunnels in tunnels,
// kEncapAuto.
#pragma once

#include "encap/strip.h"

namespace fandump {

// Where a tunnel stands among those of a packet.
enum class TunnelPlace { kInnermost, kAroundOthers };

// Takes the header of one tunnel off a packet that begins behind UDP, or for kEncapGre and kEncapErspan behind what
// carries them. given: LINKTYPE_ of the packet inside, -1: what the header says, else Ethernet. Of options, skip and
// strict count.
std::optional<InvalidCause> StripTunnel(PacketView& packet, Encapsulation encapsulation, const EncapOptions& options,
                                        int given, TunnelPlace place = TunnelPlace::kInnermost);

}  // namespace fandump
