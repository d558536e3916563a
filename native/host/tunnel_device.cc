#include "host/tunnel_device.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>

#include <cstring>
#include <memory>
#include <string_view>

#include "netlink.h"

namespace fandump {

namespace {

uint16_t PortOf(const NetlinkAttribute& attribute) { return ntohs(static_cast<uint16_t>(attribute.Number())); }

sockaddr_storage Ipv4Of(const NetlinkAttribute& attribute) {
  sockaddr_storage storage{};
  auto& address = reinterpret_cast<sockaddr_in&>(storage);
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = attribute.Number();
  return storage;
}

sockaddr_storage Ipv6Of(const NetlinkAttribute& attribute) {
  sockaddr_storage storage{};
  auto& address = reinterpret_cast<sockaddr_in6&>(storage);
  address.sin6_family = AF_INET6;
  if (attribute.length >= sizeof address.sin6_addr) {
    std::memcpy(&address.sin6_addr, attribute.data, sizeof address.sin6_addr);
  }
  return storage;
}

std::optional<TunnelDevice> VxlanDevice(const NetlinkAttribute& data) {
  TunnelDevice device;
  device.encapsulation = kEncapVxlan;
  bool takes_any = false, is_gpe = false;
  ForEachAttribute(data.data, data.length, [&](const NetlinkAttribute& attribute) {
    if (attribute.type == IFLA_VXLAN_ID) device.vni = attribute.Number();
    if (attribute.type == IFLA_VXLAN_PORT) device.port = PortOf(attribute);
    if (attribute.type == IFLA_VXLAN_GROUP) device.remote = Ipv4Of(attribute);
    if (attribute.type == IFLA_VXLAN_GROUP6) device.remote = Ipv6Of(attribute);
    if (attribute.type == IFLA_VXLAN_COLLECT_METADATA) takes_any = attribute.Number() != 0;
    if (attribute.type == IFLA_VXLAN_GPE) is_gpe = true;
  });
  if (is_gpe) return std::nullopt;
  if (takes_any) device.vni.reset();
  return device;
}

TunnelDevice GeneveDevice(const NetlinkAttribute& data) {
  TunnelDevice device;
  device.encapsulation = kEncapGeneve;
  bool takes_any = false;
  ForEachAttribute(data.data, data.length, [&](const NetlinkAttribute& attribute) {
    if (attribute.type == IFLA_GENEVE_ID) device.vni = attribute.Number();
    if (attribute.type == IFLA_GENEVE_PORT) device.port = PortOf(attribute);
    if (attribute.type == IFLA_GENEVE_REMOTE) device.remote = Ipv4Of(attribute);
    if (attribute.type == IFLA_GENEVE_REMOTE6) device.remote = Ipv6Of(attribute);
    if (attribute.type == IFLA_GENEVE_COLLECT_METADATA) takes_any = true;
  });
  if (takes_any) device.vni.reset();
  return device;
}

std::optional<TunnelDevice> DeviceOf(const NetlinkAttribute& link_info) {
  std::string_view kind;
  NetlinkAttribute data;
  ForEachAttribute(link_info.data, link_info.length, [&](const NetlinkAttribute& attribute) {
    if (attribute.type == IFLA_INFO_KIND) kind = {attribute.Text(), attribute.TextLength()};
    if (attribute.type == IFLA_INFO_DATA) data = attribute;
  });
  if (kind == "vxlan") return VxlanDevice(data);
  if (kind == "geneve") return GeneveDevice(data);
  return std::nullopt;
}

}  // namespace

std::optional<TunnelDevice> ParseTunnelDevice(const nlmsghdr& message) {
  std::optional<TunnelDevice> device;
  bool is_elsewhere = false;
  ForEachAttributeOf(message, sizeof(ifinfomsg), [&](const NetlinkAttribute& attribute) {
    if (attribute.type == IFLA_LINKINFO) device = DeviceOf(attribute);
    if (attribute.type == IFLA_LINK_NETNSID) is_elsewhere = true;
  });
  if (is_elsewhere) return std::nullopt;
  if (device) device->up = (static_cast<const ifinfomsg*>(NLMSG_DATA(&message))->ifi_flags & IFF_UP) != 0;
  return device;
}

std::optional<TunnelDevice> ReadTunnelDevice(const std::string& interface) {
  NetlinkRequest<ifinfomsg> request(RTM_GETLINK);
  request.body.ifi_index = static_cast<int>(if_nametoindex(interface.c_str()));
  if (request.body.ifi_index == 0) return std::nullopt;
  std::optional<TunnelDevice> device;
  AskNetlink(NETLINK_ROUTE, &request.header, [&device](const nlmsghdr& message) {
    if (message.nlmsg_type == RTM_NEWLINK) device = ParseTunnelDevice(message);
  });
  return device;
}

std::string TunnelDeviceOnPort(uint16_t port) {
  const std::unique_ptr<struct if_nameindex, decltype(&if_freenameindex)> all(if_nameindex(), if_freenameindex);
  for (const auto* one = all.get(); one != nullptr && one->if_index != 0; one++) {
    const std::optional<TunnelDevice> device = ReadTunnelDevice(one->if_name);
    if (device && device->up && device->port == port) return one->if_name;
  }
  return {};
}

}  // namespace fandump
