#include "host/ethtool.h"

#include <linux/ethtool_netlink.h>
#include <linux/genetlink.h>
#include <linux/net_tstamp.h>

#include <array>
#include <functional>

#include "host/netlink.h"

namespace fandump {

namespace {

// In every request the header is the first attribute (Documentation/networking/ethtool-netlink.rst).
constexpr uint16_t kHeaderAttribute = 1;
// SPEED_UNKNOWN of linux/ethtool.h.
constexpr uint32_t kUnknownSpeed = 0xffffffff;

// A generic netlink message that is put together attribute by attribute; an interface name is the longest part.
class Request {
 public:
  Request(uint16_t family, uint8_t command) {
    header()->nlmsg_type = family;
    header()->nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN);
    auto* generic = static_cast<genlmsghdr*>(NLMSG_DATA(header()));
    generic->cmd = command;
    generic->version = 1;
  }

  nlmsghdr* header() { return reinterpret_cast<nlmsghdr*>(bytes_.data()); }

  // Where the attribute begins, for EndNest.
  size_t AddText(uint16_t type, const std::string& text) {
    const size_t start = Begin(type, text.size() + 1);
    text.copy(bytes_.data() + start + NLA_HDRLEN, text.size());
    return start;
  }

  size_t BeginNest(uint16_t type) { return Begin(type | NLA_F_NESTED, 0); }

  void EndNest(size_t start) {
    reinterpret_cast<nlattr*>(bytes_.data() + start)->nla_len = static_cast<uint16_t>(header()->nlmsg_len - start);
  }

 private:
  size_t Begin(uint16_t type, size_t payload) {
    const size_t start = header()->nlmsg_len;
    auto* attribute = reinterpret_cast<nlattr*>(bytes_.data() + start);
    attribute->nla_type = type;
    attribute->nla_len = static_cast<uint16_t>(NLA_HDRLEN + payload);
    header()->nlmsg_len += static_cast<uint32_t>(NLA_ALIGN(NLA_HDRLEN + payload));
    return start;
  }

  alignas(nlmsghdr) std::array<char, 256> bytes_{};
};

constexpr size_t kLongestInterfaceName = 15;  // IFNAMSIZ without its zero

// The number that the kernel gave the family "ethtool"; 0: it has none.
uint16_t FindFamily() {
  Request request(GENL_ID_CTRL, CTRL_CMD_GETFAMILY);
  request.AddText(CTRL_ATTR_FAMILY_NAME, ETHTOOL_GENL_NAME);
  uint16_t family = 0;
  AskNetlink(NETLINK_GENERIC, request.header(), [&family](const nlmsghdr& message) {
    ForEachAttributeOf(message, GENL_HDRLEN, [&family](const NetlinkAttribute& attribute) {
      if (attribute.type == CTRL_ATTR_FAMILY_ID) family = static_cast<uint16_t>(attribute.Number());
    });
  });
  return family;
}

// Asks for one kind of facts; take gets each attribute of the answer. false: there is no answer.
bool AskEthtool(uint8_t command, const std::string& interface,
                const std::function<void(const NetlinkAttribute&)>& take) {
  const uint16_t family = FindFamily();
  if (family == 0 || interface.empty() || interface.size() > kLongestInterfaceName) return false;
  Request request(family, command);
  const size_t header = request.BeginNest(kHeaderAttribute);
  request.AddText(ETHTOOL_A_HEADER_DEV_NAME, interface);
  request.EndNest(header);
  return AskNetlink(NETLINK_GENERIC, request.header(), [&take](const nlmsghdr& message) {
           ForEachAttributeOf(message, GENL_HDRLEN, take);
         }) == 0;
}

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
    if (attribute.type == ETHTOOL_A_CHANNELS_COMBINED_COUNT) channels.combined = attribute.Number();
    if (attribute.type == ETHTOOL_A_CHANNELS_COMBINED_MAX) channels.combined_max = attribute.Number();
  });
  return answered ? std::optional(channels) : std::nullopt;
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
