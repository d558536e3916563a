// How a source's socket becomes a member of the group that shares its packets: fanout group or shared port, with the
// program that the plan asks for and, where it has one, the member's slot.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/plan.h"
#include "fanout/fanout.h"

namespace fandump {

// Hooks for AfPacketOptions. What they share lives as long as any of them.
struct FanoutMembership {
  std::function<void(int fd, const std::function<void()>& has_joined)> join;
  std::function<void()> leave;  // empty without a slot
};

// joined is set by join, which is called while it still exists. Throws CaptureError ESTEERING_FILE.
FanoutMembership MakeFanoutMembership(const AfPacketPlan& plan, const FanoutOptions& fanout, uint16_t link_type,
                                      std::optional<FanoutGroup>& joined);

// Hooks for UdpOptions. plan.steering must be set.
struct PortMembership {
  std::function<void(int fd, const std::function<void()>& bind)> join;
  std::function<void()> leave;  // empty without a slot
};

// endpoint: one of the plan's. name: of it, for messages. Throws CaptureError ESTEERING_FILE; join throws
// EREUSEPORT_SIZE.
PortMembership MakePortMembership(const UdpPlan& plan, const UdpEndpoint& endpoint, const std::string& name);

}  // namespace fandump
