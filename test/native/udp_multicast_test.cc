// Groups that a UDP socket joins, in a namespace where loopback carries multicast.
#include "source/udp_multicast.h"

#include <net/if.h>

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

// What the kernel itself says.
bool IsJoinedOn(const std::string& device, const std::string& group) {
  return system(("ip maddress show dev " + device + " | grep -qw '" + group + "'").c_str()) == 0;
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
    const auto of_ipv6 = OpenUdp(Joining("::", {"ff05::1:7", "", "vb"}));
    CHECK_EQ(Heard(Joining("::", {"239.1.1.1", "", "lo"}), "ff05::1:7"), size_t{0});
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

TEST(udp_multicast_is_joined_again_on_an_interface_made_anew_with_the_old_number_too) {
  InNamespace([] {
    CarryMulticast();
    for (const MulticastGroup& group :
         {MulticastGroup{"239.1.1.1", "", "vb"}, {"232.1.1.1", "10.9.9.9", "vb"}, {"ff05::1:7", "", "vb"}}) {
      const bool is_ipv4 = group.address.find(':') == std::string::npos;
      const auto source = OpenUdp(OptionsFor(is_ipv4 ? "0.0.0.0" : "::", FreePort()));
      MulticastMembership membership(source->descriptor(), is_ipv4 ? AF_INET : AF_INET6, group, "udp::test");
      std::vector<std::string> told;
      const auto renew = [&] { membership.Renew([&told](const Notice& notice) { told.push_back(notice.code); }); };
      renew();
      CHECK(told.empty());
      const std::string number = std::to_string(if_nametoindex("vb"));
      Run("ip link del vb");
      renew();
      renew();
      CHECK_EQ(told.size(), size_t{1});
      Run("ip link add vb index " + number + " type veth peer name va && ip link set va up && ip link set vb up");
      WriteFile("/proc/sys/net/ipv6/conf/vb/disable_ipv6", "0");
      renew();
      renew();
      CHECK(told == (std::vector<std::string>{"EMULTICAST_GONE", "EMULTICAST_BACK"}));
      CHECK(IsJoinedOn("vb", group.address));
    }
  });
}

TEST(udp_multicast_is_joined_again_where_the_routing_table_had_put_it) {
  InNamespace([] {
    const std::string make =
        "ip link add d0 type veth peer name d2 && ip link set d0 up multicast on && ip route add 239.0.0.0/8 dev d0";
    Run(make);
    const auto source = OpenUdp(OptionsFor("0.0.0.0", FreePort()));
    MulticastMembership membership(source->descriptor(), AF_INET, {"239.1.1.1", "", ""}, "udp::test");
    Run("ip link del d0");
    membership.Renew({});
    Run(make);
    membership.Renew({});
    CHECK(IsJoinedOn("d0", "239.1.1.1"));
  });
}

TEST(udp_multicast_that_cannot_be_joined_again_is_not_said_to_be) {
  InNamespace([] {
    const std::string make = "ip link add d0 type veth peer name d2 && ip link set d0 up multicast on";
    Run(make);
    const auto source = OpenUdp(OptionsFor("0.0.0.0", FreePort()));
    MulticastMembership membership(source->descriptor(), AF_INET, {"239.1.1.1", "", "d0"}, "udp::test");
    std::vector<std::string> told;
    const auto renew = [&] { membership.Renew([&told](const Notice& notice) { told.push_back(notice.code); }); };
    constexpr const char* kMostGroups = "/proc/sys/net/ipv4/igmp_max_memberships";
    WriteFile(kMostGroups, "0");
    Run("ip link del d0");
    Run(make);
    renew();
    CHECK(told == std::vector<std::string>{"EMULTICAST_GONE"});
    WriteFile(kMostGroups, "20");
    renew();
    CHECK(told == (std::vector<std::string>{"EMULTICAST_GONE", "EMULTICAST_BACK"}));
  });
}

TEST(udp_multicast_stays_joined_on_an_interface_that_is_renamed) {
  InNamespace([] {
    Run("ip link add d0 type veth peer name d2 && ip link set d0 up multicast on");
    const auto source = OpenUdp(OptionsFor("0.0.0.0", FreePort()));
    MulticastMembership membership(source->descriptor(), AF_INET, {"239.1.1.1", "", "d0"}, "udp::test");
    Run("ip link set d0 down && ip link set d0 name d1 && ip link set d1 up");
    size_t told = 0;
    membership.Renew([&told](const Notice&) { told++; });
    CHECK_EQ(told, size_t{0});
    CHECK(IsJoinedOn("d1", "239.1.1.1"));
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
