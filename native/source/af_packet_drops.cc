#include "source/af_packet_drops.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

#include "netlink.h"

namespace fandump {

namespace {

uint64_t DropsOf(const NetlinkAttribute& attribute) {
  // Older kernels send a shorter structure; the fields in question are in all of them.
  rtnl_link_stats64 statistics{};
  std::memcpy(&statistics, attribute.data, std::min(sizeof statistics, attribute.length));
  return statistics.rx_missed_errors + statistics.rx_fifo_errors;
}

}  // namespace

uint64_t ReadInterfaceDrops(int interface_index) {
  NetlinkRequest<if_stats_msg> request(RTM_GETSTATS);
  request.body.family = AF_UNSPEC;
  request.body.ifindex = static_cast<uint32_t>(interface_index);
  request.body.filter_mask = IFLA_STATS_FILTER_BIT(IFLA_STATS_LINK_64);
  uint64_t drops = 0;
  AskNetlink(NETLINK_ROUTE, &request.header, [&](const nlmsghdr& message) {
    if (message.nlmsg_type != RTM_NEWSTATS) return;
    ForEachAttributeOf(message, sizeof(if_stats_msg), [&](const NetlinkAttribute& attribute) {
      if (attribute.type == IFLA_STATS_LINK_64) drops = DropsOf(attribute);
    });
  });
  return drops;
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
