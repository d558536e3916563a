// Groups that a UDP socket joins, in a namespace where loopback carries multicast.
#include "source/udp_multicast.h"

#include "packet_testbed.h"
#include "udp_loopback.h"

namespace fandump::test {
namespace {

// IPv4 goes by loopback. IPv6 does not there, and goes from one end of a veth pair to the other.
void CarryMulticast() {
  Run("ip link set lo up multicast on && ip route add 224.0.0.0/4 dev lo && ip link add va type veth peer name vb");
  for (const std::string device : {"va", "vb"}) {
    WriteFile(("/proc/sys/net/ipv6/conf/" + device + "/disable_ipv6").c_str(), "0");
    Run("ip link set " + device + " up");
  }
  Run("ip -6 addr add 2001:db8::1/64 dev va nodad && "
      "ip -6 route add multicast ff05::/16 dev va table local metric 1");
}

UdpOptions Joining(const std::string& address, const MulticastGroup& group) {
  UdpOptions options = OptionsFor(address, FreePort());
  options.groups = {group};
  return options;
}

size_t Heard(const UdpOptions& options, const std::string& group) {
  const auto source = OpenUdp(options);
  UdpSender sender(group, options.port);
  CHECK(sender.Send({1, 2, 3}));
  const std::vector<Datagram> datagrams = Collect(*source, 2, 100);
  for (const Datagram& datagram : datagrams) {
    CHECK_EQ(AddressText(datagram.tunnel.family, datagram.tunnel.destination), group);
  }
  return datagrams.size();
}

std::string JoinError(const MulticastGroup& group) { return OpenError(Joining("0.0.0.0", group)).what(); }

}  // namespace

TEST(udp_multicast_datagrams_to_a_group_arrive_where_it_is_joined) {
  InNamespace([] {
    CarryMulticast();
    CHECK_EQ(Heard(Joining("0.0.0.0", {"239.1.1.1", "", "lo"}), "239.1.1.1"), size_t{1});
    CHECK_EQ(Heard(Joining("239.1.1.1", {"239.1.1.1", "", "lo"}), "239.1.1.1"), size_t{1});
    CHECK_EQ(Heard(Joining("::", {"239.1.1.1", "", "lo"}), "239.1.1.1"), size_t{1});
    CHECK_EQ(Heard(Joining("::", {"ff05::1:7", "", "vb"}), "ff05::1:7"), size_t{1});
    CHECK_EQ(Heard(Joining("0.0.0.0", {"239.1.1.2", "", "lo"}), "239.1.1.1"), size_t{0});
  });
}

TEST(udp_multicast_groups_that_others_have_joined_are_not_heard) {
  InNamespace([] {
    CarryMulticast();
    const auto other = OpenUdp(Joining("0.0.0.0", {"239.1.1.1", "", "lo"}));
    CHECK_EQ(Heard(Joining("0.0.0.0", {"239.1.1.2", "", "lo"}), "239.1.1.1"), size_t{0});
  });
}

TEST(udp_multicast_of_one_source_refuses_others) {
  InNamespace([] {
    CarryMulticast();
    Run("ip addr add 10.9.9.9/32 dev lo; ip route replace 232.0.0.0/8 dev lo src 10.9.9.9");
    CHECK_EQ(Heard(Joining("0.0.0.0", {"232.1.1.1", "10.9.9.9", "lo"}), "232.1.1.1"), size_t{1});
    CHECK_EQ(Heard(Joining("0.0.0.0", {"232.1.1.1", "10.8.8.8", "lo"}), "232.1.1.1"), size_t{0});
  });
}

TEST(udp_multicast_what_cannot_be_joined_is_refused_with_the_reason) {
  InNamespace([] {
    CarryMulticast();
    CHECK(JoinError({"239.1.1.1", "", "eth77"}).find("there is no interface eth77") != std::string::npos);
    UdpOptions twice = Joining("0.0.0.0", {"239.1.1.1", "", "lo"});
    twice.groups.push_back(twice.groups[0]);
    CHECK_EQ(OpenError(twice).code(), std::string("EMULTICAST_GROUP"));
    Run("ip route del 224.0.0.0/4");
    CHECK(JoinError({"239.1.1.1", "", ""}).find("routing table") != std::string::npos);
  });
}

TEST(udp_multicast_is_heard_by_wildcard_addresses_and_the_group_itself) {
  const auto hears = [](const char* address, const char* group) {
    return CanHear(ParseUdpAddress(address, 4789), {group, "", ""});
  };
  CHECK(hears("0.0.0.0", "239.1.1.1"));
  CHECK(hears("::", "239.1.1.1"));
  CHECK(hears("::", "ff05::1"));
  CHECK(hears("239.1.1.1", "239.1.1.1"));
  CHECK(hears("ff05::1", "ff05::1"));
  CHECK(!hears("0.0.0.0", "ff05::1"));
  CHECK(!hears("10.0.0.1", "239.1.1.1"));
  CHECK(!hears("239.1.1.2", "239.1.1.1"));
}

}  // namespace fandump::test
