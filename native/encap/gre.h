// GRE, RFC 2784 with the key and sequence number of RFC 2890, and ERSPAN inside it, draft-foschiano-erspan. Both travel
// over UDP, too: RFC 8086.
#pragma once

#include "encap/strip.h"

namespace fandump {

// What lies behind a GRE header, and an ERSPAN header in it.
struct GreHeader {
  size_t length = 0;      // ERSPAN's included
  uint16_t protocol = 0;  // of the packet inside: kEtherTypeBridged for Ethernet
  bool erspan = false;
  // Of the mirrored frame's 802.1Q tag, where ERSPAN has taken that off.
  std::optional<uint16_t> tag_control;
};

// Reads the header at the start of bytes; fills header only when it returns no cause.
std::optional<InvalidCause> ReadGre(ByteSpan bytes, GreHeader& header);

// Takes the headers off one packet; its link type is what the GRE header says. A tag that ERSPAN took off is put back
// into Ethernet, unless restore_tag is false.
std::optional<InvalidCause> StripGrePacket(PacketView& packet, bool restore_tag = true);

// The same where nothing but ERSPAN will do. given: LINKTYPE_ of the packet inside, -1: what the header says.
std::optional<InvalidCause> StripErspanPacket(PacketView& packet, int given, bool restore_tag = true);

// ERSPAN in datagrams.
void StripErspan(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
