// VXLAN-GPE, draft-ietf-nvo3-vxlan-gpe: VXLAN's eight bytes, whose next protocol may be IP.
#pragma once

#include "encap/strip.h"

namespace fandump {

// Takes the header off one packet. given: LINKTYPE_ of the packet inside, -1: what the next protocol says; a header
// without one is RFC 7348's, and an Ethernet frame follows. strict: OAM packets, which are no user's, are refused.
std::optional<InvalidCause> StripVxlanGpePacket(PacketView& packet, int given, bool strict = false);

void StripVxlanGpe(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
