// HP ERM, the remote mirroring of HP ProVision and ArubaOS-Switch: UDP port 7932, twelve bytes, then the mirrored frame
// without its 802.1Q tag, whose content the header holds. No standard: Wireshark's packet-hp-erm.c describes it.
#pragma once

#include "encap/strip.h"

namespace fandump {

// Takes the header off one packet and puts the tag, if there was one, back into the frame. link_type is the frame's;
// a tag is put back into Ethernet only, and not for whom restore_tag is false: those who go on to what is inside.
std::optional<InvalidCause> StripErmPacket(PacketView& packet, uint16_t link_type, bool restore_tag = true);

void StripErm(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
