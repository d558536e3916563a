// GENEVE, RFC 8926 section 3.4: eight bytes, options of variable length, then a packet of the protocol type.
#pragma once

#include "encap/strip.h"
#include "protocol_numbers.h"

namespace fandump {

struct GeneveHeader {
  size_t length = 0;  // options included
  uint32_t vni = 0;
  uint16_t protocol = 0;  // an EtherType; kEtherTypeBridged for Ethernet
  ByteSpan options;
};

// Reads the header at the start of bytes; fills header only when it returns no cause.
std::optional<InvalidCause> ReadGeneve(ByteSpan bytes, GeneveHeader& header);

// Notes the header's VNI and options.
void SetGeneveFacts(const GeneveHeader& header, TunnelFacts& tunnel);

// LINKTYPE_ of what an EtherType in a tunnel header announces, or -1.
int LinkTypeOfProtocol(uint16_t protocol);

// Takes header and options off one packet. given: LINKTYPE_ of the packet inside, -1: what the protocol type says.
std::optional<InvalidCause> StripGenevePacket(PacketView& packet, int given);

void StripGeneve(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid);

}  // namespace fandump
