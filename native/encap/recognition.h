// Which tunnel a datagram carries, where nobody has said: by the assigned port, else by what its header looks like.
#pragma once

#include "encap/strip.h"

namespace fandump {

// The tunnel that is assigned to a UDP destination port (IANA; 8472: Linux before that); kEncapNone: none.
Encapsulation TunnelOfAssignedPort(uint16_t port);

// The tunnel of a datagram to port; kEncapNone: none is recognized. On a port that is not assigned to any, headers are
// taken for what they look like only with everything in its place, reserved bits included: VXLAN, VXLAN-GPE, GENEVE,
// TZSP, GUE of variant 1. Nothing tells ERM, ERSPAN and GUE's other variant from other bytes. wire_length: of the
// datagram's payload, bytes that were not captured included.
Encapsulation RecognizeTunnel(ByteSpan bytes, size_t wire_length, uint16_t port);

void StripRecognized(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals);

}  // namespace fandump
