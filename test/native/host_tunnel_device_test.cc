// What is read of the kernel's VXLAN and GENEVE devices.
#include <arpa/inet.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <signal.h>

#include "host/tunnel_device.h"
#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

std::optional<TunnelDevice> Made(const std::string& kind) {
  Run("ip link add name tunnel0 type " + kind);
  return ReadTunnelDevice("tunnel0");
}

Bytes Attribute(uint16_t type, const Bytes& value) {
  const auto length = static_cast<uint16_t>(NLA_HDRLEN + value.size());
  Bytes bytes = {static_cast<uint8_t>(length), static_cast<uint8_t>(length >> 8), static_cast<uint8_t>(type),
                 static_cast<uint8_t>(type >> 8)};
  bytes.insert(bytes.end(), value.begin(), value.end());
  bytes.resize(NLA_ALIGN(bytes.size()));
  return bytes;
}

Bytes Joined(const std::vector<Bytes>& parts) {
  Bytes all;
  for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

// Of a message about such a device, for kinds that this kernel may not have.
std::optional<TunnelDevice> Told(const std::string& kind, const std::vector<Bytes>& attributes) {
  const Bytes info = Joined(
      {Attribute(IFLA_INFO_KIND, Bytes(kind.begin(), kind.end())), Attribute(IFLA_INFO_DATA, Joined(attributes))});
  const Bytes link = Attribute(IFLA_LINKINFO, info);
  std::vector<nlmsghdr> message((NLMSG_SPACE(sizeof(ifinfomsg)) + link.size()) / sizeof(nlmsghdr) + 1);
  message[0].nlmsg_type = RTM_NEWLINK;
  message[0].nlmsg_len = static_cast<uint32_t>(NLMSG_SPACE(sizeof(ifinfomsg)) + link.size());
  std::memcpy(reinterpret_cast<uint8_t*>(message.data()) + NLMSG_SPACE(sizeof(ifinfomsg)), link.data(), link.size());
  return ParseTunnelDevice(message[0]);
}

std::string RemoteOf(const TunnelDevice& device) {
  char text[INET6_ADDRSTRLEN] = "";
  const auto& address = reinterpret_cast<const sockaddr_in&>(device.remote);
  const auto& address6 = reinterpret_cast<const sockaddr_in6&>(device.remote);
  const bool is_ipv6 = device.remote.ss_family == AF_INET6;
  if (device.remote.ss_family == AF_UNSPEC) return "";
  inet_ntop(device.remote.ss_family, is_ipv6 ? static_cast<const void*>(&address6.sin6_addr) : &address.sin_addr, text,
            sizeof text);
  return text;
}

}  // namespace

TEST(host_tunnel_device_vxlan_has_port_network_and_other_end) {
  InNamespace([] {
    const auto device = Made("vxlan id 7 dstport 4789 remote 192.0.2.1");
    CHECK(device && device->encapsulation == kEncapVxlan);
    CHECK_EQ(device->port, 4789);
    CHECK(device->vni == 7u);
    CHECK_EQ(RemoteOf(*device), std::string("192.0.2.1"));
  });
}

TEST(host_tunnel_device_vxlan_with_metadata_takes_any_network) {
  InNamespace([] {
    const auto device = Made("vxlan external dstport 4790");
    CHECK(device && !device->vni);
    CHECK_EQ(RemoteOf(*device), std::string());
  });
}

TEST(host_tunnel_device_geneve_has_port_network_and_other_end) {
  Bytes remote(16);
  inet_pton(AF_INET6, "2001:db8::1", remote.data());
  const auto device = Told("geneve", {Attribute(IFLA_GENEVE_ID, {8, 0, 0, 0}), Attribute(IFLA_GENEVE_REMOTE6, remote),
                                      Attribute(IFLA_GENEVE_PORT, {0x17, 0xc1})});
  CHECK(device && device->encapsulation == kEncapGeneve);
  CHECK_EQ(device->port, 6081);
  CHECK(device->vni == 8u);
  CHECK_EQ(RemoteOf(*device), std::string("2001:db8::1"));
}

TEST(host_tunnel_device_geneve_with_metadata_takes_any_network) {
  const auto device =
      Told("geneve", {Attribute(IFLA_GENEVE_ID, {0, 0, 0, 0}), Attribute(IFLA_GENEVE_COLLECT_METADATA, {})});
  CHECK(device && !device->vni);
}

TEST(host_tunnel_device_vxlan_gpe_is_no_vxlan) {
  InNamespace([] { CHECK(!Made("vxlan external gpe dstport 4790")); });
}

TEST(host_tunnel_device_others_are_none) {
  InNamespace([] {
    CHECK(!Made("veth peer name tunnel1"));
    CHECK(!ReadTunnelDevice("missing0"));
  });
}

TEST(host_tunnel_device_that_listens_in_another_namespace_is_none) {
  InNamespace([] {
    Run("ip link add name tunnel0 type vxlan id 7 dstport 4789");
    const pid_t elsewhere = fork();
    if (elsewhere == 0) {
      if (unshare(CLONE_NEWNET) != 0) _exit(1);
      raise(SIGSTOP);
      _exit(ReadTunnelDevice("tunnel0") || if_nametoindex("tunnel0") == 0 ? 1 : 0);
    }
    int status = 0;
    waitpid(elsewhere, &status, WUNTRACED);
    Run("ip link set tunnel0 netns " + std::to_string(elsewhere));
    kill(elsewhere, SIGCONT);
    waitpid(elsewhere, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  });
}
