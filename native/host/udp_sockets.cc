#include "host/udp_sockets.h"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>

#include "netlink.h"

namespace fandump {

namespace {

constexpr uint32_t kEveryState = 0xffffffff;

std::string AddressText(const inet_diag_msg& body) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const char* done = inet_ntop(body.idiag_family, body.id.idiag_src, text.data(), text.size());
  return done == nullptr ? "" : done;
}

UdpListener ParseListener(const nlmsghdr& message, const inet_diag_msg& body) {
  UdpListener listener;
  listener.address = AddressText(body);
  listener.uid = body.idiag_uid;
  listener.inode = body.idiag_inode;
  ForEachAttributeOf(message, sizeof body, [&listener](const NetlinkAttribute& attribute) {
    constexpr size_t kOffset = SK_MEMINFO_DROPS * sizeof(uint32_t);
    if (attribute.type != INET_DIAG_SKMEMINFO || attribute.length < kOffset + sizeof listener.drops) return;
    std::memcpy(&listener.drops, attribute.data + kOffset, sizeof listener.drops);
  });
  return listener;
}

bool AppendListeners(uint8_t family, uint16_t port, std::vector<UdpListener>& listeners) {
  NetlinkRequest<inet_diag_req_v2> request(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP);
  request.body.sdiag_family = family;
  request.body.sdiag_protocol = IPPROTO_UDP;
  request.body.idiag_states = kEveryState;
  request.body.idiag_ext = 1 << (INET_DIAG_SKMEMINFO - 1);
  const int error = AskNetlink(NETLINK_SOCK_DIAG, &request.header, [&](const nlmsghdr& message) {
    if (message.nlmsg_len < NLMSG_LENGTH(sizeof(inet_diag_msg))) return;
    const auto& body = *static_cast<const inet_diag_msg*>(NLMSG_DATA(&message));
    const bool is_connected = body.id.idiag_dport != 0;
    if (!is_connected && ntohs(body.id.idiag_sport) == port) listeners.push_back(ParseListener(message, body));
  });
  return error == 0;
}

}  // namespace

std::optional<std::vector<UdpListener>> ReadUdpListeners(uint16_t port) {
  std::vector<UdpListener> listeners;
  if (!AppendListeners(AF_INET, port, listeners)) return std::nullopt;
  // A kernel without IPv6 refuses the second question, and has no such sockets.
  AppendListeners(AF_INET6, port, listeners);
  return listeners;
}

}  // namespace fandump
