#include "fanout/fanout_errors.h"

#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace fandump {

namespace {

constexpr int kMaxGroupId = 65535;
constexpr const char* kOtherIdHint = "take another group: fanout_id=auto";

std::string Attempt(const FanoutOptions& options) {
  const std::string group = options.id < 0 ? "a new fanout group" : "fanout group " + std::to_string(options.id);
  return "joining " + group + " on " + options.interface + ": ";
}

std::string InterfaceName(int index) {
  std::array<char, IF_NAMESIZE> name{};
  if (if_indextoname(static_cast<unsigned>(index), name.data()) != nullptr) return name.data();
  return "an interface that is gone";
}

std::string ProtocolName(uint16_t protocol) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "0x%04x", protocol);
  return text.data();
}

std::string FlagNames(const FanoutOptions& options) {
  std::string names;
  const auto add = [&names](bool set, const char* name) {
    if (set) names += (names.empty() ? "" : ", ") + std::string(name);
  };
  add(options.defrag, "defrag");
  add(options.rollover, "rollover");
  add(options.ignore_outgoing, "ignore_outgoing");
  return names.empty() ? "none" : names;
}

// What of a member does not go together with options, if anything that can be seen.
std::optional<CaptureError> ExplainMember(const FanoutOptions& options, const FanoutMember& member) {
  const std::string attempt = Attempt(options);
  if (member.interface_index != options.interface_index) {
    return CaptureError(
        "EFANOUT_INTERFACE",
        attempt + "the group belongs to " + InterfaceName(member.interface_index) + ", and a group has one interface",
        EINVAL, kOtherIdHint);
  }
  if (member.mode != options.mode) {
    return CaptureError(
        "EFANOUT_MODE",
        attempt + "its members share by " + FanoutModeName(member.mode) + ", not by " + FanoutModeName(options.mode),
        EINVAL, "join with fanout_mode=" + FanoutModeName(member.mode) + ", or " + kOtherIdHint);
  }
  if (member.protocol != ETH_P_ALL) {
    return CaptureError(
        "EFANOUT_PROTOCOL",
        attempt + "its members take only packets of protocol " + ProtocolName(member.protocol) + ", fandump takes all",
        EINVAL, kOtherIdHint);
  }
  return std::nullopt;
}

// The kernel says EINVAL when flags, mode, protocol or device are not the group's (fanout_add in
// net/packet/af_packet.c), and on older kernels also when the device is down. All but the flags can be seen, so the
// flags are what is left.
CaptureError ExplainInvalid(const FanoutOptions& options, const std::optional<std::vector<FanoutMember>>& group,
                            bool interface_up) {
  const std::string attempt = Attempt(options);
  for (const FanoutMember& member : group.value_or(std::vector<FanoutMember>())) {
    if (auto mismatch = ExplainMember(options, member)) return *mismatch;
  }
  if (!interface_up) {
    return {"EFANOUT_DOWN",
            attempt + options.interface + " is down, and this kernel joins only on an interface that is up", EINVAL,
            "sudo ip link set dev " + options.interface + " up"};
  }
  if (!group) {
    return {"EFANOUT_REFUSED",
            attempt +
                "the group has another interface, mode or flags; this kernel does not show which (CONFIG_PACKET_DIAG)",
            EINVAL, kOtherIdHint};
  }
  if (!group->empty()) {
    return {
        "EFANOUT_FLAGS", attempt + "its members were started with other flags than these: " + FlagNames(options),
        EINVAL,
        std::string("give the flags that its members have (defrag, rollover, ignore_outgoing), or ") + kOtherIdHint};
  }
  return {"EFANOUT_UNKNOWN",
          attempt + "this kernel does not know the mode " + FanoutModeName(options.mode) + ", a flag (" +
              FlagNames(options) + ") or fanout_id=auto",
          EINVAL, "fanout_mode=hash with a number as fanout_id works on every kernel that has fanout"};
}

}  // namespace

void CheckFanoutOptions(const FanoutOptions& options) {
  if (options.mode < PACKET_FANOUT_HASH || options.mode > PACKET_FANOUT_EBPF) {
    throw CaptureError("EFANOUT_MODE", Attempt(options) + "there is no fanout mode " + std::to_string(options.mode), 0,
                       "fanout_mode=hash");
  }
  if (options.id > kMaxGroupId) {
    throw CaptureError("EFANOUT_ID", Attempt(options) + "a group id is 0 to 65535", 0, "fanout_id=auto");
  }
  if (options.mode == PACKET_FANOUT_ROLLOVER && options.rollover) {
    throw CaptureError("EFANOUT_FLAGS", Attempt(options) + "the mode rollover excludes the flag rollover", 0,
                       "leave the flag out, or take fanout_mode=hash with it");
  }
}

CaptureError ExplainFanoutFailure(const FanoutOptions& options, int system_errno,
                                  const std::optional<std::vector<FanoutMember>>& group, bool interface_up) {
  const std::string attempt = Attempt(options);
  switch (system_errno) {
    case EINVAL:
      return ExplainInvalid(options, group, interface_up);
    case ENOSPC:
      return {"EFANOUT_FULL",
              attempt + "the group is full" +
                  (group ? ": it has " + std::to_string(group->size()) + " members" : std::string()) +
                  " (a group holds " + std::to_string(kMaxGroupSize) + " unless its first member asked for more)",
              ENOSPC, kOtherIdHint};
    case EALREADY:
      return {"EFANOUT_ALREADY", attempt + "this socket is already a member of a group, and a socket joins once",
              EALREADY};
    case ENETDOWN:
      return {"EFANOUT_DOWN", attempt + options.interface + " is down", ENETDOWN,
              "sudo ip link set dev " + options.interface + " up"};
    case EPERM:
    case EACCES:
      return {"EFANOUT_REFUSED",
              attempt +
                  "a security policy (seccomp profile of a container, SELinux, AppArmor) refuses it; the kernel itself "
                  "asks for no right here",
              system_errno};
    case ENOPROTOOPT:
      return {"EFANOUT_UNKNOWN", attempt + "this kernel has no fanout (Linux 3.1)", ENOPROTOOPT};
    case ENOMEM:
      return {
          "EFANOUT_REFUSED",
          attempt + (options.id < 0 ? "no group id is free, or the kernel has no memory" : "the kernel has no memory"),
          ENOMEM};
    default:
      return {"EFANOUT_REFUSED", attempt + std::generic_category().message(system_errno), system_errno};
  }
}

}  // namespace fandump
