#include "source/udp_multicast.h"

#include <net/if.h>

#include <cerrno>
#include <memory>
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

MulticastMembership::MulticastMembership(int fd, int family, const MulticastGroup& group, std::string uri)
    : fd_(fd),
      group_(group),
      uri_(std::move(uri)),
      address_(ParseUdpAddress(group.address, 0).storage),
      level_(address_.ss_family == AF_INET ? IPPROTO_IP : IPPROTO_IPV6),
      interface_(group.interface.empty() ? 0 : if_nametoindex(group.interface.c_str())) {
  if (interface_ == 0 && !group_.interface.empty()) throw JoinError(group_, uri_, ENODEV);
  HearOwnGroupsOnly(fd_, level_);
  if (family == AF_INET6 && level_ == IPPROTO_IP) HearOwnGroupsOnly(fd_, IPPROTO_IPV6);
  if (const int error = Join(interface_); error != 0) throw JoinError(group_, uri_, error);
  if (interface_ != 0) return;
  interface_ = FindInterface();
  char name[IF_NAMESIZE];
  if (if_indextoname(interface_, name) != nullptr) group_.interface = name;
}

int MulticastMembership::Join(unsigned interface) {
  int result = 0;
  if (group_.source.empty()) {
    group_req request{};
    request.gr_interface = interface;
    request.gr_group = address_;
    result = setsockopt(fd_, level_, MCAST_JOIN_GROUP, &request, sizeof request);
  } else {
    group_source_req request{};
    request.gsr_interface = interface;
    request.gsr_group = address_;
    request.gsr_source = ParseUdpAddress(group_.source, 0).storage;
    result = setsockopt(fd_, level_, MCAST_JOIN_SOURCE_GROUP, &request, sizeof request);
  }
  return result == 0 ? 0 : errno;
}

void MulticastMembership::Leave(unsigned interface) {
  group_req request{};
  request.gr_interface = interface;
  request.gr_group = address_;
  setsockopt(fd_, level_, MCAST_LEAVE_GROUP, &request, sizeof request);
}

// The kernel shows the senders of a membership where there is one, and refuses elsewhere (RFC 3678, 5.2.2).
unsigned MulticastMembership::FindInterface() const {
  const std::unique_ptr<struct if_nameindex, decltype(&if_freenameindex)> all(if_nameindex(), if_freenameindex);
  for (const auto* one = all.get(); one != nullptr && one->if_index != 0; one++) {
    group_filter filter{};
    filter.gf_interface = one->if_index;
    filter.gf_group = address_;
    socklen_t length = sizeof filter;
    if (getsockopt(fd_, level_, MCAST_MSFILTER, &filter, &length) == 0) return one->if_index;
  }
  return 0;
}

void MulticastMembership::Renew(const NoticeHandler& notice) {
  char name[IF_NAMESIZE];
  const bool is_unknown = group_.interface.empty();
  const bool was_joined = interface_ != 0;
  if (is_unknown || (was_joined && if_indextoname(interface_, name) != nullptr)) return;
  // What the socket remembers of it would refuse an interface that comes back with its old number.
  if (was_joined) Leave(interface_);
  interface_ = if_nametoindex(group_.interface.c_str());
  if (interface_ != 0 && Join(interface_) != 0) interface_ = 0;
  const bool is_gone = interface_ == 0;
  if (!notice || (is_gone && !was_joined)) return;
  if (is_gone) {
    notice({"EMULTICAST_GONE",
            uri_ + ": the interface " + group_.interface + " has gone, and the group " + GroupText(group_) +
                " with it; waiting for it to come back",
            "ip -brief link"});
  } else {
    notice({"EMULTICAST_BACK", uri_ + ": the group " + GroupText(group_) + " is joined again", ""});
  }
}

}  // namespace fandump
