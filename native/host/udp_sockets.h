// Who listens on a UDP port: inet sock_diag (sock_diag(7), linux/inet_diag.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fandump {

// One UDP socket of this network namespace that is bound to the port.
struct UdpListener {
  std::string address;  // what it is bound to; "0.0.0.0" or "::" is any
  uint32_t uid = 0;
  uint32_t inode = 0;  // as /proc/PID/fd shows it: socket:[inode]
  uint32_t drops = 0;  // datagrams that it could not take, since it was opened
};

// Needs no right. Nothing when the kernel cannot be asked (built without CONFIG_INET_UDP_DIAG, or refused).
std::optional<std::vector<UdpListener>> ReadUdpListeners(uint16_t port);

}  // namespace fandump
