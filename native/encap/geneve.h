// GENEVE, RFC 8926 section 3.4: eight bytes, options of variable length, then a packet of the protocol type.
#pragma once

#include "encap/strip.h"

namespace fandump {

struct GeneveHeader {
  size_t length = 0;  // options included
  uint32_t vni = 0;
  uint16_t protocol = 0;  // an EtherType; kEtherTypeBridged for Ethernet
  ByteSpan options;
};

constexpr uint16_t kEtherTypeIpv4 = 0x0800;
constexpr uint16_t kEtherTypeIpv6 = 0x86dd;
constexpr uint16_t kEtherTypeBridged = 0x6558;  // Trans Ether Bridging: an Ethernet frame follows

// Reads the header at the start of bytes; fills header only when it returns no cause.
std::optional<InvalidCause> ReadGeneve(ByteSpan bytes, GeneveHeader& header);

// Notes the header's VNI and options.
void SetGeneveFacts(const GeneveHeader& header, TunnelFacts& tunnel);

void StripGeneve(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid);

}  // namespace fandump
