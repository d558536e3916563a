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

std::vector<DeviceDrops> ReadDropsOfAll() {
  NetlinkRequest<ifinfomsg> request(RTM_GETLINK, NLM_F_DUMP);
  request.body.ifi_family = AF_UNSPEC;
  std::vector<DeviceDrops> all;
  AskNetlink(NETLINK_ROUTE, &request.header, [&all](const nlmsghdr& message) {
    if (message.nlmsg_type != RTM_NEWLINK) return;
    ifinfomsg link{};
    std::memcpy(&link, NLMSG_DATA(&message), sizeof link);
    DeviceDrops& device = all.emplace_back(DeviceDrops{link.ifi_index, 0, 0});
    ForEachAttributeOf(message, sizeof link, [&device](const NetlinkAttribute& attribute) {
      if (attribute.type == IFLA_MASTER) device.master = static_cast<int>(attribute.Number());
      if (attribute.type == IFLA_STATS64) device.drops = DropsOf(attribute);
    });
  });
  return all;
}

}  // namespace

std::vector<DeviceDrops> ReadDeviceDrops(int index) {
  if (index == 0) return ReadDropsOfAll();
  NetlinkRequest<if_stats_msg> request(RTM_GETSTATS);
  request.body.family = AF_UNSPEC;
  request.body.ifindex = static_cast<uint32_t>(index);
  request.body.filter_mask = IFLA_STATS_FILTER_BIT(IFLA_STATS_LINK_64);
  std::vector<DeviceDrops> found;
  AskNetlink(NETLINK_ROUTE, &request.header, [&](const nlmsghdr& message) {
    if (message.nlmsg_type != RTM_NEWSTATS) return;
    ForEachAttributeOf(message, sizeof(if_stats_msg), [&](const NetlinkAttribute& attribute) {
      if (attribute.type == IFLA_STATS_LINK_64) found.push_back({index, 0, DropsOf(attribute)});
    });
  });
  return found;
}

// A bond's count is the sum of those of its ports: among all devices these tell it once.
std::map<int, uint64_t> InterfaceDrops::Now() const {
  const std::vector<DeviceDrops> devices = read_(index_);
  std::map<int, uint64_t> drops;
  for (const DeviceDrops& device : devices) drops[device.index] = device.drops;
  for (const DeviceDrops& device : devices) drops.erase(device.master);
  return drops;
}

uint64_t InterfaceDrops::Sum() const {
  uint64_t sum = of_others_;
  for (const auto& [index, counts] : counts_) sum += counts.since;
  return sum;
}

void InterfaceDrops::Begin(int index) {
  const std::lock_guard<std::mutex> lock(mutex_);
  of_others_ = Sum();
  index_ = index;
  counts_.clear();
  for (const auto& [device, drops] : Now()) counts_[device].at_begin = drops;
}

uint64_t InterfaceDrops::Total() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (index_ < 0) return 0;
  for (const auto& [device, drops] : Now()) {
    Counts& counts = counts_[device];
    if (drops > counts.at_begin) counts.since = std::max(counts.since, drops - counts.at_begin);
  }
  return Sum();
}

}  // namespace fandump
