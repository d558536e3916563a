#include "engine/steering_plan.h"

namespace fandump {

SteeringOptions InnerSteering(const AfPacketPlan& plan, uint16_t link_type) {
  SteeringOptions options;
  options.start = SteeringStart::kFrame;
  options.link_type = link_type;
  options.encapsulation = plan.steering->encapsulation;
  options.skip = plan.steering->skip;
  options.port = plan.steering->port;
  // The kernel knows how many members a fanout group has, unless each has a slot.
  options.group_size = plan.steering->slot >= 0 ? plan.steering->group_size : 0;
  return options;
}

SteeringOptions InnerSteering(const UdpPlan& plan) {
  SteeringOptions options;
  options.start = SteeringStart::kDatagram;
  options.encapsulation = plan.encapsulation;
  options.skip = plan.skip;
  // What the user gives holds for the innermost tunnel.
  options.link_type = plan.inside[0] == kEncapNone ? plan.link_type : -1;
  options.group_size = plan.steering->group_size;
  return options;
}

SteeringProgram ProgramFor(const SteeringPlan& plan, const SteeringOptions& inner) {
  switch (plan.kind) {
    case SteeringKind::kInner:
      return {BuildSteeringProgram(inner), ""};
    case SteeringKind::kClassic:
      return {ReadProgramFile(plan.path), ""};
    case SteeringKind::kPinned:
      break;
  }
  return {{}, plan.path};
}

EncapOptions FrameEncap(const AfPacketPlan& plan) {
  EncapOptions encap;
  encap.encapsulation = plan.decap->encapsulation;
  encap.skip = plan.decap->skip;
  encap.frames = true;
  encap.inside = plan.decap->inside;
  encap.port = plan.decap->port;
  encap.drop_other = plan.decap->drop_other;
  return encap;
}

}  // namespace fandump
