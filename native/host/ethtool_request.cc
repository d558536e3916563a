#include "host/ethtool_request.h"

#include <linux/ethtool_netlink.h>
#include <linux/genetlink.h>

#include <cstring>

namespace fandump {

namespace {

// In every request the header is the first attribute (Documentation/networking/ethtool-netlink.rst).
constexpr uint16_t kHeaderAttribute = 1;
constexpr size_t kLongestInterfaceName = 15;  // IFNAMSIZ without its zero

struct FamilyQuestion {
  nlmsghdr header{};
  genlmsghdr generic{};
  nlattr name{};
  char text[NLA_ALIGN(sizeof ETHTOOL_GENL_NAME)] = ETHTOOL_GENL_NAME;
};

// The number that the kernel gave the family "ethtool"; 0: it has none.
uint16_t FindFamily() {
  FamilyQuestion question;
  question.header.nlmsg_len = sizeof question;
  question.header.nlmsg_type = GENL_ID_CTRL;
  question.generic.cmd = CTRL_CMD_GETFAMILY;
  question.generic.version = 1;
  question.name.nla_type = CTRL_ATTR_FAMILY_NAME;
  question.name.nla_len = NLA_HDRLEN + sizeof ETHTOOL_GENL_NAME;
  uint16_t family = 0;
  AskNetlink(NETLINK_GENERIC, &question.header, [&family](const nlmsghdr& message) {
    ForEachAttributeOf(message, GENL_HDRLEN, [&family](const NetlinkAttribute& attribute) {
      if (attribute.type == CTRL_ATTR_FAMILY_ID) family = static_cast<uint16_t>(attribute.Number());
    });
  });
  return family;
}

}  // namespace

EthtoolRequest::EthtoolRequest(uint8_t command, const std::string& interface) {
  const uint16_t family = FindFamily();
  if (family == 0 || interface.empty() || interface.size() > kLongestInterfaceName) return;
  valid_ = true;
  header()->nlmsg_type = family;
  header()->nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN);
  auto* generic = static_cast<genlmsghdr*>(NLMSG_DATA(header()));
  generic->cmd = command;
  generic->version = 1;
  const size_t nest = Begin(kHeaderAttribute | NLA_F_NESTED, 0);
  AddText(ETHTOOL_A_HEADER_DEV_NAME, interface);
  reinterpret_cast<nlattr*>(bytes_.data() + nest)->nla_len = static_cast<uint16_t>(header()->nlmsg_len - nest);
}

size_t EthtoolRequest::Begin(uint16_t type, size_t payload) {
  const size_t start = header()->nlmsg_len;
  auto* attribute = reinterpret_cast<nlattr*>(bytes_.data() + start);
  attribute->nla_type = type;
  attribute->nla_len = static_cast<uint16_t>(NLA_HDRLEN + payload);
  header()->nlmsg_len += static_cast<uint32_t>(NLA_ALIGN(NLA_HDRLEN + payload));
  return start;
}

void EthtoolRequest::AddText(uint16_t type, const std::string& text) {
  const size_t start = Begin(type, text.size() + 1);
  text.copy(bytes_.data() + start + NLA_HDRLEN, text.size());
}

void EthtoolRequest::AddNumber(uint16_t type, uint32_t number) {
  const size_t start = Begin(type, sizeof number);
  std::memcpy(bytes_.data() + start + NLA_HDRLEN, &number, sizeof number);
}

bool AskEthtool(uint8_t command, const std::string& interface,
                const std::function<void(const NetlinkAttribute&)>& take) {
  EthtoolRequest request(command, interface);
  return request.valid() && AskNetlink(NETLINK_GENERIC, request.header(), [&take](const nlmsghdr& message) {
                              ForEachAttributeOf(message, GENL_HDRLEN, take);
                            }) == 0;
}

}  // namespace fandump
