#include "source/af_packet_drops.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "owned_fd.h"

namespace fandump {

namespace {

// One device's answer is about 300 bytes; an error repeats the request.
constexpr size_t kAnswerBytes = 4096;

}  // namespace

uint64_t ReadInterfaceDrops(int interface_index) {
  const OwnedFd fd(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
  if (!fd) return 0;
  struct {
    nlmsghdr header;
    if_stats_msg body;
  } request{};
  request.header.nlmsg_len = sizeof request;
  request.header.nlmsg_type = RTM_GETSTATS;
  request.header.nlmsg_flags = NLM_F_REQUEST;
  request.body.family = AF_UNSPEC;
  request.body.ifindex = static_cast<uint32_t>(interface_index);
  request.body.filter_mask = IFLA_STATS_FILTER_BIT(IFLA_STATS_LINK_64);
  if (send(fd.get(), &request, sizeof request, 0) != static_cast<ssize_t>(sizeof request)) return 0;

  alignas(nlmsghdr) std::array<char, kAnswerBytes> answer;
  const ssize_t received = recv(fd.get(), answer.data(), answer.size(), 0);
  const auto* message = reinterpret_cast<const nlmsghdr*>(answer.data());
  if (received <= 0 || !NLMSG_OK(message, static_cast<uint32_t>(received))) return 0;
  if (message->nlmsg_type != RTM_NEWSTATS || message->nlmsg_len < NLMSG_LENGTH(sizeof(if_stats_msg))) return 0;
  const auto* body = static_cast<const if_stats_msg*>(NLMSG_DATA(message));
  const auto* attribute = reinterpret_cast<const rtattr*>(body + 1);
  auto left = static_cast<int>(message->nlmsg_len - NLMSG_LENGTH(sizeof *body));
  for (; RTA_OK(attribute, left); attribute = RTA_NEXT(attribute, left)) {
    if (attribute->rta_type != IFLA_STATS_LINK_64) continue;
    // Older kernels send a shorter structure; the fields in question are in all of them.
    rtnl_link_stats64 statistics{};
    std::memcpy(&statistics, RTA_DATA(attribute), std::min(sizeof statistics, size_t{RTA_PAYLOAD(attribute)}));
    return statistics.rx_missed_errors + statistics.rx_fifo_errors;
  }
  return 0;
}

void InterfaceDrops::Begin(int interface_index) {
  const std::lock_guard<std::mutex> lock(mutex_);
  interface_index_ = interface_index;
  at_begin_ = read_(interface_index);
  of_others_ = sum_;
}

uint64_t InterfaceDrops::Read() {
  const std::lock_guard<std::mutex> lock(mutex_);
  const uint64_t now = read_(interface_index_);
  if (now > at_begin_) sum_ = std::max(sum_, of_others_ + now - at_begin_);
  return sum_;
}

}  // namespace fandump
