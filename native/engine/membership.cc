#include "engine/membership.h"

#include <memory>

#include "engine/steering_plan.h"
#include "fanout/fanout_members.h"
#include "fanout/group_size.h"
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

using Inodes = std::optional<std::vector<uint32_t>>;

// The kernel lists packet sockets in the order in which they were made.
Inodes MembersOf(int group) {
  const auto members = ReadFanoutMembers();
  if (!members) return std::nullopt;
  std::vector<uint32_t> inodes;
  for (const FanoutMember& member : *members) {
    if (member.group_id == group) inodes.push_back(member.inode);
  }
  return inodes;
}

Inodes ListenersOf(const UdpEndpoint& endpoint) {
  const auto listeners = ReadUdpListeners(endpoint.port);
  if (!listeners) return std::nullopt;
  std::vector<uint32_t> inodes;
  for (const UdpListener& listener : *listeners) {
    if (listener.address == endpoint.address) inodes.push_back(listener.inode);
  }
  return inodes;
}

SteeringProgram MakeProgram(const SteeringPlan& plan, const std::function<SteeringOptions()>& inner) {
  return ProgramFor(plan, plan.kind == SteeringKind::kInner ? inner() : SteeringOptions{});
}

std::string GroupOf(const UdpEndpoint& endpoint) {
  return "udp-" + endpoint.address + "-" + std::to_string(endpoint.port);
}

// Says the size of the group to its other members, for as long as what it returns is kept. Throws where one has
// another.
std::function<void()> SizeSayer(const UdpEndpoint& endpoint, uint32_t size, const std::string& name) {
  const auto said = std::make_shared<std::optional<GroupSize>>();
  return [said, group = GroupOf(endpoint), size, name] {
    const uint32_t other = said->emplace(group, size).Other();
    if (other == 0) return;
    throw CaptureError("EREUSEPORT_SIZE",
                       name + ": another member of the group has group_size=" + std::to_string(other) +
                           ", and this one has group_size=" + std::to_string(size),
                       0, "group_size=" + std::to_string(other));
  };
}

// Which program the sockets have cannot be asked of the kernel (sock_diag(7) shows none), so each member gives them its
// own; whether they are as many as it expects can be seen.
void CheckPortMembers(const UdpEndpoint& endpoint, uint32_t size, const std::string& name) {
  const Inodes members = ListenersOf(endpoint);
  if (size == 0 || !members || members->size() <= size) return;
  const std::string count = std::to_string(members->size());
  throw CaptureError("EREUSEPORT_SIZE",
                     name + ": " + count + " sockets share the port, and the group was to have " + std::to_string(size),
                     0, "give every member the same group_size=" + count);
}

}  // namespace

FanoutMembership MakeFanoutMembership(const AfPacketPlan& plan, const FanoutOptions& fanout, uint16_t link_type,
                                      std::optional<FanoutGroup>& joined) {
  const auto join = [&joined, fanout](int fd, const std::function<void()>& has_joined) {
    joined = JoinFanout(fd, fanout);
    has_joined();
  };
  if (!plan.steering) return {join, {}};
  if (plan.steering->slot < 0) {
    const SteeringProgram program = MakeProgram(*plan.steering, [&] { return InnerSteering(plan, link_type); });
    return {[join, interface = fanout.interface, program](int fd, const std::function<void()>& has_joined) {
              join(fd, has_joined);
              SetFanoutProgram(fd, program, interface);
            },
            {}};
  }
  SlotOptions slot;
  slot.group = "packet-" + std::to_string(fanout.id);
  slot.name = fanout.interface;
  slot.slot = static_cast<uint32_t>(plan.steering->slot);
  slot.steering = InnerSteering(plan, link_type);
  slot.interface_index = fanout.interface_index;
  slot.members = [id = fanout.id] { return MembersOf(id); };
  slot.set = [name = fanout.interface](int own, const BpfProgram& program) {
    SetFanoutProgram(own, {program, ""}, name);
  };
  const auto holder = std::make_shared<std::unique_ptr<GroupSlots>>();
  return {[join, slot, holder](int fd, const std::function<void()>& has_joined) {
            SlotOptions options = slot;
            options.join = [&join, &has_joined, fd] { join(fd, has_joined); };
            *holder = std::make_unique<GroupSlots>(fd, std::move(options));
          },
          RetireSlot(holder)};
}

PortMembership MakePortMembership(const UdpPlan& plan, const UdpEndpoint& endpoint, const std::string& name) {
  if (plan.steering->slot < 0) {
    const SteeringProgram program = MakeProgram(*plan.steering, [&plan] { return InnerSteering(plan); });
    const uint32_t size = plan.steering->group_size;
    const auto say_size = SizeSayer(endpoint, size, name);
    return {[endpoint, size, name, program, say_size](int fd, const std::function<void()>& bind) {
              if (size > 0) say_size();
              bind();
              SetReuseportProgram(fd, program, name);
              CheckPortMembers(endpoint, size, name);
            },
            {}};
  }
  SlotOptions slot;
  slot.group = GroupOf(endpoint);
  slot.name = name;
  slot.slot = static_cast<uint32_t>(plan.steering->slot);
  slot.steering = InnerSteering(plan);
  slot.members = [endpoint] { return ListenersOf(endpoint); };
  slot.set = [name](int own, const BpfProgram& program) { SetReuseportProgram(own, {program, ""}, name); };
  const auto holder = std::make_shared<std::unique_ptr<GroupSlots>>();
  const auto say_size = SizeSayer(endpoint, slot.steering.group_size, name);
  return {[slot, holder, say_size](int fd, const std::function<void()>& bind) {
            say_size();
            SlotOptions options = slot;
            options.join = bind;
            *holder = std::make_unique<GroupSlots>(fd, std::move(options));
          },
          RetireSlot(holder)};
}

}  // namespace fandump
