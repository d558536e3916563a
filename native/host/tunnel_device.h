// What a VXLAN or GENEVE device of the kernel takes in: rtnetlink(7), linux/if_link.h.
#pragma once

#include <linux/netlink.h>
#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <string>

#include "types.h"

namespace fandump {

struct TunnelDevice {
  Encapsulation encapsulation = kEncapNone;  // kEncapVxlan or kEncapGeneve
  uint16_t port = 0;                         // of UDP, on which it listens
  std::optional<uint32_t> vni;               // nullopt: takes any
  bool up = false;                           // one that is down does not listen
  // Its other end, or the group that it is in; AF_UNSPEC: it has none.
  sockaddr_storage remote{};
};

// What an RTM_NEWLINK message says.
std::optional<TunnelDevice> ParseTunnelDevice(const nlmsghdr& message);

// Nothing for an interface that is no such device or VXLAN-GPE's, that is gone, or that listens in another network
// namespace. Needs no right.
std::optional<TunnelDevice> ReadTunnelDevice(const std::string& interface);

// The name of the one that listens on a UDP port, which it shares with nobody; empty: there is none.
std::string TunnelDeviceOnPort(uint16_t port);

}  // namespace fandump
