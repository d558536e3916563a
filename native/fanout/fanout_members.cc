#include "fanout/fanout_members.h"

#include <linux/netlink.h>
#include <linux/packet_diag.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <sys/socket.h>

#include <array>
#include <cstring>

#include "owned_fd.h"

namespace fandump {

namespace {

// A dump arrives in parts of at most 32 KiB (NLMSG_GOODSIZE in the kernel's netlink_dump).
constexpr size_t kAnswerBytes = 32768;
// PACKET_DIAG_FANOUT holds the id in the lower half, the mode in the upper (net/packet/diag.c).
constexpr int kModeShift = 16;
constexpr uint32_t kIdMask = 0xffff;

bool AskForMembers(int fd) {
  struct {
    nlmsghdr header;
    packet_diag_req body;
  } request{};
  request.header.nlmsg_len = sizeof request;
  request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
  request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
  request.body.sdiag_family = AF_PACKET;
  request.body.pdiag_show = PACKET_SHOW_INFO | PACKET_SHOW_FANOUT;
  return send(fd, &request, sizeof request, 0) == static_cast<ssize_t>(sizeof request);
}

// Nothing for a socket that is in no group.
std::optional<FanoutMember> ParseMember(const nlmsghdr* message) {
  const auto* body = static_cast<const packet_diag_msg*>(NLMSG_DATA(message));
  FanoutMember member;
  member.protocol = body->pdiag_num;
  member.inode = body->pdiag_ino;
  bool in_group = false;
  const auto* attribute = reinterpret_cast<const rtattr*>(body + 1);
  auto left = static_cast<int>(message->nlmsg_len - NLMSG_LENGTH(sizeof *body));
  for (; RTA_OK(attribute, left); attribute = RTA_NEXT(attribute, left)) {
    uint32_t value = 0;
    if (RTA_PAYLOAD(attribute) < sizeof value) continue;
    std::memcpy(&value, RTA_DATA(attribute), sizeof value);
    if (attribute->rta_type == PACKET_DIAG_INFO) member.interface_index = static_cast<int>(value);
    if (attribute->rta_type == PACKET_DIAG_FANOUT) {
      in_group = true;
      member.group_id = static_cast<int>(value & kIdMask);
      member.mode = static_cast<int>(value >> kModeShift);
    }
  }
  if (!in_group) return std::nullopt;
  return member;
}

}  // namespace

std::optional<std::vector<FanoutMember>> ReadFanoutMembers() {
  const OwnedFd fd(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
  if (!fd || !AskForMembers(fd.get())) return std::nullopt;
  std::vector<FanoutMember> members;
  alignas(nlmsghdr) std::array<char, kAnswerBytes> answer;
  while (true) {
    const ssize_t received = recv(fd.get(), answer.data(), answer.size(), 0);
    if (received <= 0) return std::nullopt;
    auto left = static_cast<uint32_t>(received);
    for (const auto* message = reinterpret_cast<const nlmsghdr*>(answer.data()); NLMSG_OK(message, left);
         message = NLMSG_NEXT(message, left)) {
      if (message->nlmsg_type == NLMSG_DONE) return members;
      if (message->nlmsg_type != SOCK_DIAG_BY_FAMILY) return std::nullopt;
      if (message->nlmsg_len < NLMSG_LENGTH(sizeof(packet_diag_msg))) continue;
      if (const auto member = ParseMember(message)) members.push_back(*member);
    }
  }
}

}  // namespace fandump
