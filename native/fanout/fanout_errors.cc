#include "fanout/fanout_errors.h"

#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>

#include <algorithm>
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

// EINVAL against a group that exists. The kernel compares flags, mode, protocol and device (fanout_add); all but the
// flags can be read from its members, so the flags are what is left.
CaptureError ExplainMismatch(const FanoutOptions& options, const FanoutMember& member) {
  const std::string attempt = Attempt(options);
  if (member.interface_index != options.interface_index) {
    return {"EFANOUT_INTERFACE",
            attempt + "the group belongs to " + InterfaceName(member.interface_index) + ", and a group has one interface",
            EINVAL, kOtherIdHint};
  }
  if (member.mode != options.mode) {
    return {"EFANOUT_MODE",
            attempt + "its members share by " + FanoutModeName(member.mode) + ", not by " + FanoutModeName(options.mode),
            EINVAL, "join with fanout_mode=" + FanoutModeName(member.mode) + ", or " + kOtherIdHint};
  }
  if (member.protocol != ETH_P_ALL) {
    return {"EFANOUT_PROTOCOL",
            attempt + "its members take only packets of protocol " + ProtocolName(member.protocol) + ", fandump takes all",
            EINVAL, kOtherIdHint};
  }
  return {"EFANOUT_FLAGS",
          attempt + "its members were started with other flags than these: " + FlagNames(options), EINVAL,
          std::string("give the flags that its members have (defrag, rollover, ignore_outgoing), or ") + kOtherIdHint};
}

CaptureError ExplainInvalid(const FanoutOptions& options, const std::vector<FanoutMember>& group, bool interface_up) {
  if (!group.empty()) {
    const auto odd = std::find_if(group.begin(), group.end(), [&options](const FanoutMember& member) {
      return member.interface_index != options.interface_index || member.mode != options.mode;
    });
    return ExplainMismatch(options, odd == group.end() ? group.front() : *odd);
  }
  if (!interface_up) {
    return {"EFANOUT_DOWN",
            Attempt(options) + options.interface + " is down, and this kernel joins only on an interface that is up", EINVAL,
            "ip link set dev " + options.interface + " up"};
  }
  return {"EFANOUT_UNKNOWN",
          Attempt(options) + "this kernel does not know the mode " + FanoutModeName(options.mode) +
              " or one of the flags: " + FlagNames(options),
          EINVAL, "fanout_mode=hash without flags works on every kernel that has fanout"};
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

CaptureError ExplainFanoutFailure(const FanoutOptions& options, int system_errno, const std::vector<FanoutMember>& group,
                                  bool interface_up) {
  const std::string attempt = Attempt(options);
  switch (system_errno) {
    case EINVAL:
      return ExplainInvalid(options, group, interface_up);
    case ENOSPC:
      return {"EFANOUT_FULL",
              attempt + "the group is full: it has " + std::to_string(group.empty() ? kFanoutMaxMembers : group.size()) +
                  " members, and a group holds " + std::to_string(kFanoutMaxMembers) +
                  " unless its first member asked for more",
              ENOSPC, kOtherIdHint};
    case EALREADY:
      return {"EFANOUT_ALREADY", attempt + "this socket is already a member of a group, and a socket joins once", EALREADY};
    case ENETDOWN:
      return {"EFANOUT_DOWN", attempt + options.interface + " is down", ENETDOWN,
              "ip link set dev " + options.interface + " up"};
    case EPERM:
    case EACCES:
      return {"EFANOUT_REFUSED",
              attempt + "a security policy (seccomp profile of a container, SELinux, AppArmor) refuses it; the kernel itself "
                        "asks for no right here",
              system_errno};
    case ENOPROTOOPT:
      return {"EFANOUT_UNKNOWN", attempt + "this kernel has no fanout (Linux 3.1)", ENOPROTOOPT};
    case ENOMEM:
      return {"EFANOUT_REFUSED",
              attempt + (options.id < 0 ? "no group id is free, or the kernel has no memory" : "the kernel has no memory"),
              ENOMEM};
    default:
      return {"EFANOUT_REFUSED", attempt + std::generic_category().message(system_errno), system_errno};
  }
}

}  // namespace fandump
