#include "source/udp_multicast.h"

#include <net/if.h>

#include <cerrno>
#include <system_error>

namespace fandump {

namespace {

std::string GroupText(const MulticastGroup& group) {
  const std::string from = group.source.empty() ? "" : group.source + "@";
  const std::string on = group.interface.empty() ? "" : "%" + group.interface;
  return from + group.address + on;
}

CaptureError JoinError(const MulticastGroup& group, const std::string& uri, int error) {
  std::string why = std::generic_category().message(error);
  std::string hint;
  switch (error) {
    case ENODEV:
      why = group.interface.empty() ? "the routing table has no way to it" : "there is no interface " + group.interface;
      hint = group.interface.empty() ? "name the interface, as in group=" + group.address + "%eth0" : "ip -brief link";
      break;
    case EADDRINUSE:
      why = "it is joined there already";
      hint = "name each group once";
      break;
    case ENOBUFS:
      why = "this host lets a socket join no more groups";
      hint = "sysctl -w net.ipv4.igmp_max_memberships=1000";
      break;
    default:
      break;
  }
  return {"EMULTICAST_GROUP", uri + ": cannot join the group " + GroupText(group) + ": " + why, error, hint};
}

// Else the kernel hands over what any socket of the host has joined. Linux has the option of IPv6 since 4.20.
void HearOwnGroupsOnly(int fd, int level) {
  const int off = 0;
  setsockopt(fd, level, level == IPPROTO_IP ? IP_MULTICAST_ALL : IPV6_MULTICAST_ALL, &off, sizeof off);
}

}  // namespace

bool CanHear(const UdpAddress& bound, const MulticastGroup& group) {
  const UdpAddress address = ParseUdpAddress(group.address, 0);
  if (bound.is_wildcard()) return bound.family() == AF_INET6 || address.family() == AF_INET;
  UdpAddress without_port = bound;
  if (bound.family() != address.family()) return false;
  if (bound.family() == AF_INET) {
    reinterpret_cast<sockaddr_in&>(without_port.storage).sin_port = 0;
  } else {
    reinterpret_cast<sockaddr_in6&>(without_port.storage).sin6_port = 0;
  }
  return std::memcmp(&without_port.storage, &address.storage, address.length) == 0;
}

void JoinMulticastGroup(int fd, int family, const MulticastGroup& group, const std::string& uri) {
  const UdpAddress address = ParseUdpAddress(group.address, 0);
  const unsigned interface = group.interface.empty() ? 0 : if_nametoindex(group.interface.c_str());
  if (interface == 0 && !group.interface.empty()) throw JoinError(group, uri, ENODEV);
  const int level = address.family() == AF_INET ? IPPROTO_IP : IPPROTO_IPV6;
  HearOwnGroupsOnly(fd, level);
  if (family == AF_INET6 && level == IPPROTO_IP) HearOwnGroupsOnly(fd, IPPROTO_IPV6);
  int result = 0;
  if (group.source.empty()) {
    group_req request{};
    request.gr_interface = interface;
    request.gr_group = address.storage;
    result = setsockopt(fd, level, MCAST_JOIN_GROUP, &request, sizeof request);
  } else {
    group_source_req request{};
    request.gsr_interface = interface;
    request.gsr_group = address.storage;
    request.gsr_source = ParseUdpAddress(group.source, 0).storage;
    result = setsockopt(fd, level, MCAST_JOIN_SOURCE_GROUP, &request, sizeof request);
  }
  if (result != 0) throw JoinError(group, uri, errno);
}

}  // namespace fandump
