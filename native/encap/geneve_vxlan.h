// VXLAN inside GENEVE: RFC 7348 over UDP (RFC 768) over IPv4 (RFC 791) or IPv6 (RFC 8200) inside RFC 8926. What an AWS
// gateway load balancer endpoint sends on when VPC traffic mirroring is its client.
#pragma once

#include "encap/strip.h"

namespace fandump {

// strict: of GENEVE, see StripGenevePacket.
std::optional<InvalidCause> StripGeneveVxlanPacket(PacketView& packet, uint16_t link_type, bool strict = false);

void StripGeneveVxlan(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
