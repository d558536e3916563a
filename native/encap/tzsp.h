// TZSP, TaZmen Sniffer Protocol: UDP port 37008, four bytes, tagged fields, then the sniffed frame. MikroTik routers
// mirror with it. No standard: Wireshark's packet-tzsp.c describes it.
#pragma once

#include "encap/strip.h"

namespace fandump {

// Takes header and tagged fields off one packet. link_type is the frame's.
std::optional<InvalidCause> StripTzspPacket(PacketView& packet, uint16_t link_type);

void StripTzsp(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
