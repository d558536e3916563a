// What a network device says of itself: ethtool's generic netlink family (linux/ethtool_netlink.h, Linux 5.6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "host/ethtool_request.h"

namespace fandump {

// Offloads and the like, under the kernel's names: "rx-gro", "tx-tcp-segmentation" (net/ethtool/common.c).
struct DeviceFeatures {
  std::vector<std::string> active;
  std::vector<std::string> changeable;  // those that `ethtool -K` can switch
};

// Descriptors of the receive ring; 0 where the device does not say.
struct DeviceRings {
  uint32_t receive = 0;
  uint32_t receive_max = 0;
};

// Queues that only receive, only send, serve other purposes, or receive and send.
struct DeviceChannels {
  uint32_t receive = 0;
  uint32_t receive_max = 0;
  uint32_t send = 0;
  uint32_t send_max = 0;
  uint32_t other = 0;
  uint32_t other_max = 0;
  uint32_t combined = 0;
  uint32_t combined_max = 0;
};

// Counts to be set; what is nothing stays as it is.
struct ChannelCounts {
  std::optional<uint32_t> receive;
  std::optional<uint32_t> send;
  std::optional<uint32_t> other;
  std::optional<uint32_t> combined;
};

struct DeviceTimestamps {
  bool receives_all = false;  // HWTSTAMP_FILTER_ALL: the NIC can stamp every frame
  int clock = -1;             // N of /dev/ptpN; -1: the NIC has no clock
};

// Each is nothing where the device, or a kernel older than Linux 5.6, does not tell. No right is needed.
std::optional<DeviceFeatures> ReadDeviceFeatures(const std::string& interface);
std::optional<DeviceRings> ReadDeviceRings(const std::string& interface);
std::optional<DeviceChannels> ReadDeviceChannels(const std::string& interface);
std::optional<DeviceTimestamps> ReadDeviceTimestamps(const std::string& interface);
// 0, or the errno with which the kernel refused; needs CAP_NET_ADMIN. The device's link may go down for a moment.
int SetDeviceChannels(const std::string& interface, const ChannelCounts& counts);
// The message by which it does that, for who has to send it later.
EthtoolRequest ChannelsRequest(const std::string& interface, const ChannelCounts& counts);
// Speed of the link in Mb/s.
std::optional<uint32_t> ReadLinkSpeed(const std::string& interface);

}  // namespace fandump
