// What the kernel counts about UDP in this network namespace: /proc/net/snmp, snmp6, udp and udp6 (proc_pid_net(5)).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "owned_fd.h"

namespace fandump {

// The files are opened once, so that they can be read where nothing may be opened any more.
class UdpCounters {
 public:
  UdpCounters();

  // Messages that any socket has lost since the namespace was made: the receive buffer had no room, the host no memory,
  // or the checksum was wrong. IPv4 and IPv6 together. Nothing where the kernel shows no such file.
  std::optional<uint64_t> ReadDropped() const;

  // What each UDP socket of the namespace could not take since it was opened, modulo 2^32, by the socket's inode.
  std::optional<std::map<uint64_t, uint32_t>> ReadSockets() const;

 private:
  OwnedFd snmp_;
  OwnedFd snmp6_;
  OwnedFd udp_;
  OwnedFd udp6_;
};

}  // namespace fandump
