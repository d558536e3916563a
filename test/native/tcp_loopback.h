// Connections over loopback for tests of PCAP over IP.
#pragma once

#include <poll.h>

#include <vector>

#include "check.h"
#include "tcp_socket.h"

namespace fandump::test {

// Of a socket that is bound.
inline uint16_t PortOf(const OwnedFd& fd) {
  TcpEndpoint endpoint;
  endpoint.length = sizeof endpoint.name;
  CHECK_EQ(getsockname(fd.get(), reinterpret_cast<sockaddr*>(&endpoint.name), &endpoint.length), 0);
  return endpoint.port();
}

// What comes until so many bytes are there, the other side ends, or nothing comes for five seconds.
inline std::vector<uint8_t> ReadBytes(const OwnedFd& fd, size_t wanted) {
  std::vector<uint8_t> bytes;
  std::vector<uint8_t> piece(65536);
  pollfd ready{fd.get(), POLLIN, 0};
  while (bytes.size() < wanted && poll(&ready, 1, 5000) > 0) {
    const ssize_t count = recv(fd.get(), piece.data(), std::min(piece.size(), wanted - bytes.size()), 0);
    if (count <= 0) break;
    bytes.insert(bytes.end(), piece.begin(), piece.begin() + count);
  }
  return bytes;
}

}  // namespace fandump::test
