// VXLAN, RFC 7348 section 5: an Ethernet frame behind eight bytes. Some of their reserved bits are a group policy,
// draft-smith-vxlan-group-policy.
#pragma once

#include "encap/strip.h"

namespace fandump {

struct VxlanHeader {
  size_t length = 0;
  uint32_t vni = 0;
  uint16_t policy = 0;  // with kTunnelPolicy
  uint8_t flags = 0;    // TunnelFlag
};

// Reads the header at the start of bytes; fills header only when it returns no cause.
std::optional<InvalidCause> ReadVxlan(ByteSpan bytes, VxlanHeader& header);

// Takes the header off one packet; the packet inside is of link_type.
std::optional<InvalidCause> StripVxlanPacket(PacketView& packet, uint16_t link_type);

void StripVxlan(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
