#include "fanout/link_ups.h"

#include <arpa/inet.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>

#include "bpf/bpf_codes.h"
#include "bpf/socket_program.h"

namespace fandump {

namespace {

// NLMSG_GOODSIZE in the kernel's linux/netlink.h, which what it says of one link stays below.
constexpr size_t kMessageBytes = 8192;
constexpr uint32_t kIndexAt = NLMSG_HDRLEN + offsetof(ifinfomsg, ifi_index);

// Hosts of containers make and delete thousands of links: others' messages must not push ours out of the queue.
int AcceptOnly(int fd, int interface_index) {
  // Programs load in the order of the network, netlink writes in that of the host.
  const uint32_t index = htonl(static_cast<uint32_t>(interface_index));
  return AttachProgram(fd, {
                               {bpf::kLoadWord, 0, 0, kIndexAt},
                               {bpf::kBranchIfEqual, 0, 1, index},
                               {bpf::kReturn, 0, 0, kMessageBytes},
                               {bpf::kReturn, 0, 0, 0},
                           });
}

}  // namespace

LinkUps::LinkUps(int interface_index, const std::string& name)
    : fd_(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE)) {
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = RTMGRP_LINK;
  if (fd_ && AcceptOnly(fd_.get(), interface_index) == 0 &&
      bind(fd_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    return;
  }
  const int error = errno;
  throw CaptureError("ESLOT_LINK",
                     name + ": listening for the interface to come up: " + std::generic_category().message(error),
                     error, "leave slot= out");
}

uint32_t LinkUps::Take() {
  uint32_t ups = 0;
  alignas(nlmsghdr) std::array<char, kMessageBytes> buffer;
  ssize_t received = 0;
  while ((received = recv(fd_.get(), buffer.data(), buffer.size(), 0)) > 0) {
    auto left = static_cast<uint32_t>(received);
    for (const auto* message = reinterpret_cast<const nlmsghdr*>(buffer.data()); NLMSG_OK(message, left);
         message = NLMSG_NEXT(message, left)) {
      if (message->nlmsg_len < NLMSG_LENGTH(sizeof(ifinfomsg))) continue;
      const bool up = message->nlmsg_type == RTM_NEWLINK &&
                      (static_cast<const ifinfomsg*>(NLMSG_DATA(message))->ifi_flags & IFF_UP) != 0;
      if (up && !up_) ups++;
      up_ = up;
    }
  }
  return ups;
}

}  // namespace fandump
