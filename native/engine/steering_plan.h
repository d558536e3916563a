// What a plan says about steering and decapsulation, in the terms of the rooms that do it.
#pragma once

#include "encap/encap.h"
#include "engine/plan.h"
#include "fanout/steering.h"
#include "fanout/steering_program.h"

namespace fandump {

// The inner-flow program of a source; link_type: of its frames. Only for SteeringKind::kInner.
SteeringOptions InnerSteering(const AfPacketPlan& plan, uint16_t link_type);
SteeringOptions InnerSteering(const UdpPlan& plan);

// What goes to the kernel: the program built, the file read, or the pinned path. inner: what InnerSteering gave.
// Throws CaptureError ESTEERING_FILE.
SteeringProgram ProgramFor(const SteeringPlan& plan, const SteeringOptions& inner);

// How the frames of an interface are stripped. plan.decap must be set.
EncapOptions FrameEncap(const AfPacketPlan& plan);

}  // namespace fandump
