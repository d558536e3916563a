// GENEVE, RFC 8926 section 3.4: eight bytes, options of variable length, then a packet of the protocol type.
#pragma once

#include "encap/strip.h"
#include "protocol_numbers.h"

namespace fandump {

struct GeneveHeader {
  size_t length = 0;  // options included
  uint32_t vni = 0;
  uint16_t protocol = 0;  // an EtherType; kEtherTypeBridged for Ethernet
  uint8_t flags = 0;      // TunnelFlag
  ByteSpan options;
};

// Reads the header at the start of bytes; fills header only when it returns no cause.
std::optional<InvalidCause> ReadGeneve(ByteSpan bytes, GeneveHeader& header);

// Why the end of a tunnel has to drop a packet with this header, if it has to: a control message is not a user's
// packet, options have to fill their room, and critical ones have to be known. Those of Amazon's gateway load balancer
// are.
std::optional<InvalidCause> WhyNotStrict(const GeneveHeader& header);

// Notes the header's VNI, flags and options.
void SetGeneveFacts(const GeneveHeader& header, Encapsulation encapsulation, TunnelFacts& tunnel);

// LINKTYPE_ of what an EtherType in a tunnel header announces, or -1.
int LinkTypeOfProtocol(uint16_t protocol);

// Takes header and options off one packet. given: LINKTYPE_ of the packet inside, -1: what the protocol type says.
// strict: with WhyNotStrict; otherwise control messages and any options are taken as they are, for whoever watches a
// tunnel wants to see what its end drops.
std::optional<InvalidCause> StripGenevePacket(PacketView& packet, int given, bool strict = false);

void StripGeneve(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
