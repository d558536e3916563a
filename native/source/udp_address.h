// Addresses of a UDP socket: text to sockaddr, sockaddr to what is noted of a tunnel, and back to a source URI.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <cstring>
#include <string>

#include "types.h"

namespace fandump {

// Where a UDP socket is bound.
struct UdpAddress {
  sockaddr_storage storage{};
  socklen_t length = 0;

  int family() const { return storage.ss_family; }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
  // Whether datagrams to any address of the host arrive, so that only the kernel can say to which one.
  bool is_wildcard() const;
};

// Reads IPv4 or IPv6 text (inet_pton(3)); throws CaptureError where it is neither.
UdpAddress ParseUdpAddress(const std::string& address, uint16_t port);

// The source URI: udp::192.0.2.1:4789, udp::[::1]:4789.
std::string UdpSourceUri(const std::string& address, uint16_t port);

inline void CopyIpv4(uint8_t (&bytes)[16], const void* address) {
  std::memcpy(bytes, address, sizeof(in_addr));
  std::memset(bytes + sizeof(in_addr), 0, sizeof bytes - sizeof(in_addr));
}

// Copies an address as an IPv6 socket shows it and returns its family: a mapped one (RFC 4291 section 2.5.5.2) is IPv4.
inline uint8_t CopyIpv6(uint8_t (&bytes)[16], const in6_addr& address) {
  constexpr size_t kMappedPrefix = 12;
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    CopyIpv4(bytes, address.s6_addr + kMappedPrefix);
    return AF_INET;
  }
  std::memcpy(bytes, address.s6_addr, sizeof bytes);
  return AF_INET6;
}

// Notes where a datagram came from.
inline void SetTunnelSource(const sockaddr_in6& name, TunnelFacts& tunnel) {
  if (name.sin6_family == AF_INET) {
    const auto& name4 = reinterpret_cast<const sockaddr_in&>(name);
    CopyIpv4(tunnel.source, &name4.sin_addr);
    tunnel.family = AF_INET;
    tunnel.source_port = ntohs(name4.sin_port);
    return;
  }
  tunnel.family = CopyIpv6(tunnel.source, name.sin6_addr);
  tunnel.source_port = ntohs(name.sin6_port);
}

// Notes where datagrams of a socket that is bound there go to.
void SetTunnelDestination(const UdpAddress& bound, TunnelFacts& tunnel);

}  // namespace fandump
