#include "engine/membership.h"

#include <algorithm>
#include <memory>

#include "engine/steering_plan.h"
#include "fanout/fanout_members.h"
#include "fanout/group_slots.h"
#include "host/udp_sockets.h"

namespace fandump {

namespace {

// Filled by join, emptied with the source, after its socket.
using SlotHolder = std::shared_ptr<std::unique_ptr<GroupSlots>>;

std::function<void()> RetireSlot(const SlotHolder& holder) {
  return [holder] {
    if (*holder) (*holder)->Retire();
  };
}

int CountMembers(int group) {
  const auto members = ReadFanoutMembers();
  if (!members) return -1;
  return static_cast<int>(std::count_if(members->begin(), members->end(), [group](const FanoutMember& member) {
    return member.group_id == group;
  }));
}

int CountListeners(const UdpPlan& plan) {
  const auto listeners = ReadUdpListeners(plan.port);
  if (!listeners) return -1;
  return static_cast<int>(std::count_if(listeners->begin(), listeners->end(), [&plan](const UdpListener& listener) {
    return listener.address == plan.address;
  }));
}

SteeringProgram MakeProgram(const SteeringPlan& plan, const std::function<SteeringOptions()>& inner) {
  return ProgramFor(plan, plan.kind == SteeringKind::kInner ? inner() : SteeringOptions{});
}

// Which program the sockets have cannot be asked of the kernel (sock_diag(7) shows none), so each member gives them its
// own; whether they are as many as it expects can be seen.
void CheckPortMembers(const UdpPlan& plan, const std::string& name) {
  const int members = CountListeners(plan);
  const uint32_t size = plan.steering->group_size;
  if (size == 0 || members <= static_cast<int>(size)) return;
  throw CaptureError("EREUSEPORT_SIZE",
                     name + ": " + std::to_string(members) + " sockets share the port, and the group was to have " +
                         std::to_string(size),
                     0, "give every member the same group_size=" + std::to_string(members));
}

}  // namespace

FanoutMembership MakeFanoutMembership(const AfPacketPlan& plan, const FanoutOptions& fanout, uint16_t link_type,
                                      std::optional<FanoutGroup>& joined) {
  if (!plan.steering) return {[&joined, fanout](int fd) { joined = JoinFanout(fd, fanout); }, {}};
  if (plan.steering->slot < 0) {
    const SteeringProgram program = MakeProgram(*plan.steering, [&] { return InnerSteering(plan, link_type); });
    return {[&joined, fanout, program](int fd) {
              joined = JoinFanout(fd, fanout);
              SetFanoutProgram(fd, program, fanout.interface);
            },
            {}};
  }
  SlotOptions slot;
  slot.group = "packet-" + std::to_string(fanout.id);
  slot.name = fanout.interface;
  slot.slot = static_cast<uint32_t>(plan.steering->slot);
  slot.steering = InnerSteering(plan, link_type);
  slot.count = [id = fanout.id] { return CountMembers(id); };
  slot.set = [name = fanout.interface](int own, const BpfProgram& program) {
    SetFanoutProgram(own, {program, ""}, name);
  };
  const auto holder = std::make_shared<std::unique_ptr<GroupSlots>>();
  return {[&joined, fanout, slot, holder](int fd) {
            SlotOptions options = slot;
            options.join = [&joined, &fanout, fd] { joined = JoinFanout(fd, fanout); };
            *holder = std::make_unique<GroupSlots>(fd, std::move(options));
          },
          RetireSlot(holder)};
}

PortMembership MakePortMembership(const UdpPlan& plan, const std::string& name) {
  if (plan.steering->slot < 0) {
    const SteeringProgram program = MakeProgram(*plan.steering, [&plan] { return InnerSteering(plan); });
    return {[plan, name, program](int fd, const std::function<void()>& bind) {
              bind();
              SetReuseportProgram(fd, program, name);
              CheckPortMembers(plan, name);
            },
            {}};
  }
  SlotOptions slot;
  slot.group = "udp-" + plan.address + "-" + std::to_string(plan.port);
  slot.name = name;
  slot.slot = static_cast<uint32_t>(plan.steering->slot);
  slot.steering = InnerSteering(plan);
  slot.count = [plan] { return CountListeners(plan); };
  slot.set = [name](int own, const BpfProgram& program) { SetReuseportProgram(own, {program, ""}, name); };
  const auto holder = std::make_shared<std::unique_ptr<GroupSlots>>();
  return {[slot, holder](int fd, const std::function<void()>& bind) {
            SlotOptions options = slot;
            options.join = bind;
            *holder = std::make_unique<GroupSlots>(fd, std::move(options));
          },
          RetireSlot(holder)};
}

}  // namespace fandump
