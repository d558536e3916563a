// GRE, RFC 2784 with the key and sequence number of RFC 2890, and ERSPAN inside it, draft-foschiano-erspan. Both travel
// over UDP, too: RFC 8086.
#pragma once

#include "encap/strip.h"

namespace fandump {

// What lies behind a GRE header, and an ERSPAN header in it.
struct GreHeader {
  size_t length = 0;      // ERSPAN's included
  uint16_t protocol = 0;  // of the packet inside: kEtherTypeBridged for Ethernet, kEtherTypeIpv4 for any IP in ERSPAN
  bool erspan = false;
};

// Reads the header at the start of bytes; fills header only when it returns no cause.
std::optional<InvalidCause> ReadGre(ByteSpan bytes, GreHeader& header);

// Takes the headers off one packet; its link type is what the GRE header says.
std::optional<InvalidCause> StripGrePacket(PacketView& packet);

// ERSPAN in datagrams.
void StripErspan(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid);

}  // namespace fandump
