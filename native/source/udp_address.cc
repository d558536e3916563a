#include "source/udp_address.h"

#include <arpa/inet.h>

#include "address_text.h"

namespace fandump {

namespace {

const sockaddr_in& AsIpv4(const UdpAddress& address) { return reinterpret_cast<const sockaddr_in&>(address.storage); }
const sockaddr_in6& AsIpv6(const UdpAddress& address) { return reinterpret_cast<const sockaddr_in6&>(address.storage); }

}  // namespace

bool UdpAddress::is_wildcard() const {
  if (family() == AF_INET) return AsIpv4(*this).sin_addr.s_addr == htonl(INADDR_ANY);
  return IN6_IS_ADDR_UNSPECIFIED(&AsIpv6(*this).sin6_addr);
}

UdpAddress ParseUdpAddress(const std::string& address, uint16_t port) {
  UdpAddress parsed;
  auto& ipv4 = reinterpret_cast<sockaddr_in&>(parsed.storage);
  auto& ipv6 = reinterpret_cast<sockaddr_in6&>(parsed.storage);
  if (inet_pton(AF_INET, address.c_str(), &ipv4.sin_addr) == 1) {
    ipv4.sin_family = AF_INET;
    ipv4.sin_port = htons(port);
    parsed.length = sizeof ipv4;
  } else if (inet_pton(AF_INET6, address.c_str(), &ipv6.sin6_addr) == 1) {
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(port);
    parsed.length = sizeof ipv6;
  } else {
    throw CaptureError("EINVAL_UDP_ADDRESS", "udp: listen address '" + address + "' is neither IPv4 nor IPv6", 0,
                       UdpSourceUri("0.0.0.0", port) + " listens on every IPv4 address, " + UdpSourceUri("::", port) +
                           " on every address");
  }
  return parsed;
}

std::string UdpSourceUri(const std::string& address, uint16_t port) {
  return "udp::" + HostText(address) + ":" + std::to_string(port);
}

void SetTunnelDestination(const UdpAddress& bound, TunnelFacts& tunnel) {
  if (bound.family() == AF_INET) {
    CopyIpv4(tunnel.destination, &AsIpv4(bound).sin_addr);
    tunnel.destination_port = ntohs(AsIpv4(bound).sin_port);
  } else {
    CopyIpv6(tunnel.destination, AsIpv6(bound).sin6_addr);
    tunnel.destination_port = ntohs(AsIpv6(bound).sin6_port);
  }
}

}  // namespace fandump
