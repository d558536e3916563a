#include "fanout/fanout.h"

#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <vector>

#include "fanout/fanout_errors.h"
#include "fanout/fanout_members.h"

#ifndef PACKET_FANOUT_FLAG_IGNORE_OUTGOING
#define PACKET_FANOUT_FLAG_IGNORE_OUTGOING 0x4000
#endif

namespace fandump {

namespace {

// The argument of PACKET_FANOUT: group id in the lower half, mode and flags in the upper.
constexpr int kModeShift = 16;
constexpr uint32_t kIdMask = 0xffff;
constexpr uint32_t kModeMask = 0xff;

bool IsUp(int fd, const std::string& interface) {
  ifreq request{};
  interface.copy(request.ifr_name, IFNAMSIZ - 1);
  return ioctl(fd, SIOCGIFFLAGS, &request) == 0 && (request.ifr_flags & IFF_UP) != 0;
}

}  // namespace

uint32_t FanoutArgument(const FanoutOptions& options) {
  uint32_t mode_and_flags = static_cast<uint32_t>(options.mode);
  if (options.defrag) mode_and_flags |= PACKET_FANOUT_FLAG_DEFRAG;
  if (options.rollover) mode_and_flags |= PACKET_FANOUT_FLAG_ROLLOVER;
  if (options.ignore_outgoing) mode_and_flags |= PACKET_FANOUT_FLAG_IGNORE_OUTGOING;
  if (options.id < 0) return (mode_and_flags | PACKET_FANOUT_FLAG_UNIQUEID) << kModeShift;
  return mode_and_flags << kModeShift | static_cast<uint32_t>(options.id);
}

std::string FanoutModeName(int mode) {
  static constexpr std::array<const char*, 8> kNames = {"hash", "lb", "cpu", "rollover", "rnd", "qm", "cbpf", "ebpf"};
  if (mode < 0 || mode >= static_cast<int>(kNames.size())) return "mode " + std::to_string(mode);
  return kNames[static_cast<size_t>(mode)];
}

FanoutGroup JoinFanout(int fd, const FanoutOptions& options) {
  CheckFanoutOptions(options);
  auto group = ReadFanoutMembers();
  if (group) std::erase_if(*group, [&options](const FanoutMember& member) { return member.group_id != options.id; });

  const uint32_t argument = FanoutArgument(options);
  const int error = setsockopt(fd, SOL_PACKET, PACKET_FANOUT, &argument, sizeof argument) == 0 ? 0 : errno;
  // With an id of the kernel's choice this is the only way to learn it.
  uint32_t joined = argument;
  socklen_t length = sizeof joined;
  getsockopt(fd, SOL_PACKET, PACKET_FANOUT, &joined, &length);
  const int id = static_cast<int>(joined & kIdMask);
  const int mode = static_cast<int>(joined >> kModeShift & kModeMask);
  const bool was_joined = error == EALREADY && mode == options.mode && (options.id < 0 || id == options.id);
  if (error != 0 && !was_joined) throw ExplainFanoutFailure(options, error, group, IsUp(fd, options.interface));
  const int members = group ? static_cast<int>(group->size()) : -1;
  return {id, mode, was_joined ? std::max(members - 1, -1) : members};
}

}  // namespace fandump
