// GUE, draft-ietf-intarea-gue: a packet of an IP protocol behind four bytes and extension fields (variant 0), or IP
// behind the UDP header at once (variant 1).
#pragma once

#include "encap/strip.h"

namespace fandump {

// Takes the header off one packet, and that of GRE behind it. given: LINKTYPE_ of the packet inside, -1: what the
// header says. Control messages hold no packet, and are refused. So is what has a flag for which the draft and Linux
// have no meaning, as both ask: what follows may be a fragment or encrypted. restore_tag: as StripGrePacket.
std::optional<InvalidCause> StripGuePacket(PacketView& packet, int given, bool restore_tag = true);

void StripGue(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
