#include "host/ethtool.h"

#include <linux/ethtool_netlink.h>
#include <linux/net_tstamp.h>

#include <cerrno>

#include "host/ethtool_request.h"
#include "netlink.h"

namespace fandump {

namespace {

// SPEED_UNKNOWN of linux/ethtool.h.
constexpr uint32_t kUnknownSpeed = 0xffffffff;

// Names of the bits that are set. A set with a mask lists every bit of the mask and marks those that are set; one
// without lists only these.
std::vector<std::string> BitNames(const NetlinkAttribute& bit_set) {
  bool has_mask = true;
  NetlinkAttribute bits;
  ForEachAttribute(bit_set.data, bit_set.length, [&](const NetlinkAttribute& part) {
    if (part.type == ETHTOOL_A_BITSET_NOMASK) has_mask = false;
    if (part.type == ETHTOOL_A_BITSET_BITS) bits = part;
  });
  std::vector<std::string> names;
  ForEachAttribute(bits.data, bits.length, [&](const NetlinkAttribute& bit) {
    if (bit.type != ETHTOOL_A_BITSET_BITS_BIT) return;
    std::string name;
    bool is_set = !has_mask;
    ForEachAttribute(bit.data, bit.length, [&](const NetlinkAttribute& part) {
      if (part.type == ETHTOOL_A_BITSET_BIT_NAME) name.assign(part.Text(), part.TextLength());
      if (part.type == ETHTOOL_A_BITSET_BIT_VALUE) is_set = true;
    });
    if (is_set && !name.empty()) names.push_back(std::move(name));
  });
  return names;
}

bool HasBit(const NetlinkAttribute& bit_set, const std::string& wanted) {
  for (const std::string& name : BitNames(bit_set)) {
    if (name == wanted) return true;
  }
  return false;
}

}  // namespace

std::optional<DeviceFeatures> ReadDeviceFeatures(const std::string& interface) {
  DeviceFeatures features;
  std::vector<std::string> never_changing;
  const bool answered = AskEthtool(ETHTOOL_MSG_FEATURES_GET, interface, [&](const NetlinkAttribute& attribute) {
    if (attribute.type == ETHTOOL_A_FEATURES_ACTIVE) features.active = BitNames(attribute);
    if (attribute.type == ETHTOOL_A_FEATURES_HW) features.changeable = BitNames(attribute);
    if (attribute.type == ETHTOOL_A_FEATURES_NOCHANGE) never_changing = BitNames(attribute);
  });
  if (!answered) return std::nullopt;
  for (const std::string& name : never_changing) std::erase(features.changeable, name);
  return features;
}

std::optional<DeviceRings> ReadDeviceRings(const std::string& interface) {
  DeviceRings rings;
  const bool answered = AskEthtool(ETHTOOL_MSG_RINGS_GET, interface, [&rings](const NetlinkAttribute& attribute) {
    if (attribute.type == ETHTOOL_A_RINGS_RX) rings.receive = attribute.Number();
    if (attribute.type == ETHTOOL_A_RINGS_RX_MAX) rings.receive_max = attribute.Number();
  });
  return answered ? std::optional(rings) : std::nullopt;
}

std::optional<DeviceChannels> ReadDeviceChannels(const std::string& interface) {
  DeviceChannels channels;
  const bool answered = AskEthtool(ETHTOOL_MSG_CHANNELS_GET, interface, [&channels](const NetlinkAttribute& attribute) {
    if (attribute.type == ETHTOOL_A_CHANNELS_RX_COUNT) channels.receive = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_RX_MAX) channels.receive_max = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_TX_COUNT) channels.send = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_TX_MAX) channels.send_max = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_OTHER_COUNT) channels.other = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_OTHER_MAX) channels.other_max = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_COMBINED_COUNT) channels.combined = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_COMBINED_MAX) channels.combined_max = attribute.Number();
  });
  return answered ? std::optional(channels) : std::nullopt;
}

int SetDeviceChannels(const std::string& interface, const ChannelCounts& counts) {
  EthtoolRequest request = ChannelsRequest(interface, counts);
  if (!request.valid()) return EOPNOTSUPP;
  return AskNetlink(NETLINK_GENERIC, request.header(), [](const nlmsghdr&) {});
}

EthtoolRequest ChannelsRequest(const std::string& interface, const ChannelCounts& counts) {
  EthtoolRequest request(ETHTOOL_MSG_CHANNELS_SET, interface);
  if (counts.receive) request.AddNumber(ETHTOOL_A_CHANNELS_RX_COUNT, *counts.receive);
  if (counts.send) request.AddNumber(ETHTOOL_A_CHANNELS_TX_COUNT, *counts.send);
  if (counts.other) request.AddNumber(ETHTOOL_A_CHANNELS_OTHER_COUNT, *counts.other);
  if (counts.combined) request.AddNumber(ETHTOOL_A_CHANNELS_COMBINED_COUNT, *counts.combined);
  return request;
}

std::optional<DeviceTimestamps> ReadDeviceTimestamps(const std::string& interface) {
  DeviceTimestamps timestamps;
  const bool answered = AskEthtool(ETHTOOL_MSG_TSINFO_GET, interface, [&timestamps](const NetlinkAttribute& attribute) {
    // The kernel's name for HWTSTAMP_FILTER_ALL (ts_rx_filter_names in net/ethtool/common.c).
    if (attribute.type == ETHTOOL_A_TSINFO_RX_FILTERS) timestamps.receives_all = HasBit(attribute, "all");
    if (attribute.type == ETHTOOL_A_TSINFO_PHC_INDEX) timestamps.clock = static_cast<int>(attribute.Number());
  });
  return answered ? std::optional(timestamps) : std::nullopt;
}

std::optional<uint32_t> ReadLinkSpeed(const std::string& interface) {
  uint32_t speed = kUnknownSpeed;
  AskEthtool(ETHTOOL_MSG_LINKMODES_GET, interface, [&speed](const NetlinkAttribute& attribute) {
    if (attribute.type == ETHTOOL_A_LINKMODES_SPEED) speed = attribute.Number();
  });
  return speed == kUnknownSpeed ? std::nullopt : std::optional(speed);
}

}  // namespace fandump
