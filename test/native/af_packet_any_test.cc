// All interfaces at once: cooked headers, tags, the loopback, interfaces that come later.
#include "cooked_header.h"
#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

AfPacketOptions OptionsForAny(uint16_t link_type = kLinkTypeLinuxSll2) {
  AfPacketOptions options = OptionsFor("any");
  options.link_type = link_type;
  options.open_socket = [] { return OpenPacketSocket(SOCK_DGRAM); };
  return options;
}

// LINKTYPE_LINUX_SLL2 of a frame that Frame() made and an interface has received.
Bytes Sll2Header(uint16_t protocol, const std::string& interface, Direction direction) {
  const auto index = static_cast<uint8_t>(if_nametoindex(interface.c_str()));
  return {static_cast<uint8_t>(protocol >> 8),
          static_cast<uint8_t>(protocol),
          0,
          0,
          0,
          0,
          0,
          index,
          0,
          1,
          direction,
          6,
          2,
          0,
          0,
          0,
          0,
          0x99,
          0,
          0};
}

Bytes Joined(Bytes bytes, const Bytes& more) {
  bytes.insert(bytes.end(), more.begin(), more.end());
  return bytes;
}

}  // namespace

TEST(af_packet_any_has_the_packets_of_every_interface_behind_cooked_headers) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    MakeVeth("w0", "w1");
    AfPacketSource source(OptionsForAny());
    source.Open();
    CHECK_EQ(source.link_type(), kLinkTypeLinuxSll2);
    const Bytes one = UdpPacket(1, false, 7, 60);
    const Bytes other = UdpPacket(2, false, 8, 600);
    FrameSender("v0").Send(Frame(kOtherHost, 0x0800, one));
    FrameSender("w0").Send(Frame(kBroadcast, 0x0800, other));
    const auto packets = Collect(source, 2);
    CHECK_EQ(packets.size(), 2u);
    CHECK(packets[0].bytes == Joined(Sll2Header(0x0800, "v1", kDirectionOtherHost), one));
    CHECK(packets[1].bytes == Joined(Sll2Header(0x0800, "w1", kDirectionBroadcast), other));
    CHECK_EQ(packets[1].view.len, 620u);
    CHECK_EQ(packets[1].view.interface_index, if_nametoindex("w1"));
    CHECK_EQ(packets[1].view.link_type, kLinkTypeLinuxSll2);
  });
}

TEST(af_packet_any_takes_interfaces_that_come_later) {
  InNamespace([] {
    AfPacketSource source(OptionsForAny());
    source.Open();
    MakeVeth("v0", "v1");
    FrameSender("v0").Send(UdpFrame(7));
    const auto packets = Collect(source, 1);
    CHECK_EQ(packets.size(), 1u);
    CHECK_EQ(packets[0].view.interface_index, if_nametoindex("v1"));
  });
}

TEST(af_packet_any_goes_on_when_an_interface_is_deleted) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    MakeVeth("w0", "w1");
    AfPacketSource source(OptionsForAny());
    source.Open();
    Run("ip link delete v0");
    FrameSender("w0").Send(UdpFrame(7));
    CHECK_EQ(Collect(source, 1).size(), 1u);
  });
}

TEST(af_packet_any_has_the_first_version_of_the_header_where_it_is_asked_for) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsForAny(kLinkTypeLinuxSll));
    source.Open();
    const Bytes packet = UdpPacket(1, false, 7);
    FrameSender("v0").Send(Frame(kOtherHost, 0x0800, packet));
    const auto packets = Collect(source, 1);
    CHECK_EQ(packets.size(), 1u);
    const Bytes header = {0, kDirectionOtherHost, 0, 1, 0, 6, 2, 0, 0, 0, 0, 0x99, 0, 0, 8, 0};
    CHECK(packets[0].bytes == Joined(header, packet));
  });
}

TEST(af_packet_any_puts_a_tag_that_the_kernel_took_off_behind_the_header) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsForAny());
    source.Open();
    const Bytes packet = UdpPacket(1, false, 7);
    const Bytes tag = {0x60, 42, 0x08, 0x00};  // priority 3, VLAN 42, then IPv4
    FrameSender("v0").Send(Frame(kOtherHost, 0x88a8, Joined(tag, packet)));
    const auto packets = Collect(source, 1);
    CHECK_EQ(packets.size(), 1u);
    CHECK(packets[0].bytes == Joined(Joined(Sll2Header(0x88a8, "v1", kDirectionOtherHost), tag), packet));
    CHECK((packets[0].view.flags & kFlagVlanRestored) != 0);
  });
}

TEST(af_packet_any_keeps_a_second_tag_apart_from_what_looks_like_one) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsForAny());
    source.Open();
    FrameSender sender("v0");
    const Bytes packet = UdpPacket(1, false, 7);
    const Bytes two_tags = {0x00, 13, 0x81, 0x00, 0x00, 10, 0x08, 0x00};
    sender.Send(Frame(kOtherHost, 0x88a8, Joined(two_tags, packet)));
    // 0x0800 bytes long.
    const Bytes long_packet = UdpPacket(1, false, 7, 2048);
    const Bytes one_tag = {0x00, 13, 0x08, 0x00};
    Run("ip link set v0 mtu 3000 && ip link set v1 mtu 3000");
    sender.Send(Frame(kOtherHost, 0x8100, Joined(one_tag, long_packet)));
    const auto packets = Collect(source, 2);
    CHECK_EQ(packets.size(), 2u);
    CHECK(packets[0].bytes == Joined(Joined(Sll2Header(0x88a8, "v1", kDirectionOtherHost), two_tags), packet));
    CHECK(packets[1].bytes == Joined(Joined(Sll2Header(0x8100, "v1", kDirectionOtherHost), one_tag), long_packet));
  });
}

TEST(af_packet_any_has_what_goes_through_loopback_once) {
  InNamespace([] {
    AfPacketSource source(OptionsForAny());
    source.Open();
    Run("bash -c 'echo x > /dev/udp/127.0.0.1/9'");
    int sent = 0;
    for (const Captured& packet : Collect(source, 4)) {
      // The port is closed: an ICMP message comes back.
      if (packet.bytes[20 + 9] == 17) sent++;
    }
    CHECK_EQ(sent, 1);
  });
}

TEST(af_packet_any_has_what_this_host_sends_through_other_interfaces) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Run("ip address add 192.0.2.1/24 dev v1 && ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v1");
    AfPacketSource source(OptionsForAny());
    source.Open();
    Run("bash -c 'echo x > /dev/udp/192.0.2.2/9'");
    const auto packets = Collect(source, 2);
    // As v1 sends it and as v0 receives it.
    CHECK_EQ(packets.size(), 2u);
    CHECK_EQ(packets[0].view.direction, kDirectionOutgoing);
    CHECK_EQ(packets[0].bytes[sll2::kLength], 0x45);
  });
}

TEST(af_packet_any_counts_the_header_into_the_snaplen) {
  for (const uint32_t snaplen : {1u, 19u, 20u, 21u, 50u}) {
    InNamespace([snaplen] {
      MakeVeth("v0", "v1");
      AfPacketOptions options = OptionsForAny();
      options.snaplen = snaplen;
      AfPacketSource source(options);
      source.Open();
      FrameSender("v0").Send(Frame(kOtherHost, 0x0800, UdpPacket(1, false, 7, 60)));
      const auto packets = Collect(source, 1);
      CHECK_EQ(packets.size(), 1u);
      CHECK_EQ(packets[0].view.caplen, snaplen);
      CHECK_EQ(packets[0].view.len, 80u);
      CHECK_EQ(packets[0].view.flags & kFlagTruncated, 0);
    });
  }
}

TEST(af_packet_any_members_of_a_fanout_group_share_packets_out) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsForAny();
    options.join_fanout = [](int fd, const std::function<void()>& has_joined) {
      const int group = 7 | PACKET_FANOUT_LB << 16;
      if (setsockopt(fd, SOL_PACKET, PACKET_FANOUT, &group, sizeof group) != 0) throw std::runtime_error("fanout");
      has_joined();
    };
    AfPacketSource one(options);
    AfPacketSource other(options);
    one.Open();
    other.Open();
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 10; i++) sender.Send(UdpFrame(i));
    CHECK_EQ(Collect(one, 10).size(), 5u);
    CHECK_EQ(Collect(other, 10).size(), 5u);
  });
}

TEST(af_packet_any_has_no_link_type_of_one_kind_of_interface) {
  InNamespace([] {
    AfPacketSource source(OptionsForAny(kLinkTypeEthernet));
    CHECK_EQ(ErrorCodeOf([&] { source.Open(); }), std::string("ELINKTYPE"));
  });
}
