#include "fanout/fanout_members.h"

#include <linux/netlink.h>
#include <linux/packet_diag.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>

#include "netlink.h"

namespace fandump {

namespace {

// PACKET_DIAG_FANOUT holds the id in the lower half, the mode in the upper (net/packet/diag.c).
constexpr int kModeShift = 16;
constexpr uint32_t kIdMask = 0xffff;

// Nothing for a socket that is in no group.
std::optional<FanoutMember> ParseMember(const nlmsghdr& message) {
  const auto* body = static_cast<const packet_diag_msg*>(NLMSG_DATA(&message));
  FanoutMember member;
  member.protocol = body->pdiag_num;
  member.inode = body->pdiag_ino;
  bool in_group = false;
  ForEachAttributeOf(message, sizeof *body, [&](const NetlinkAttribute& attribute) {
    const uint32_t value = attribute.Number();
    if (attribute.type == PACKET_DIAG_INFO) member.interface_index = static_cast<int>(value);
    if (attribute.type != PACKET_DIAG_FANOUT) return;
    in_group = true;
    member.group_id = static_cast<int>(value & kIdMask);
    member.mode = static_cast<int>(value >> kModeShift);
  });
  if (!in_group) return std::nullopt;
  return member;
}

}  // namespace

std::optional<std::vector<FanoutMember>> ReadFanoutMembers() {
  NetlinkRequest<packet_diag_req> request(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP);
  request.body.sdiag_family = AF_PACKET;
  request.body.pdiag_show = PACKET_SHOW_INFO | PACKET_SHOW_FANOUT;
  std::vector<FanoutMember> members;
  const int error = AskNetlink(NETLINK_SOCK_DIAG, &request.header, [&](const nlmsghdr& message) {
    if (message.nlmsg_len < NLMSG_LENGTH(sizeof(packet_diag_msg))) return;
    if (const auto member = ParseMember(message)) members.push_back(*member);
  });
  if (error != 0) return std::nullopt;
  return members;
}

}  // namespace fandump
