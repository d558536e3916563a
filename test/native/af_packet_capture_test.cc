#include <fcntl.h>
#include <linux/if_tun.h>
#include <sys/ioctl.h>
#include <time.h>

#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

int64_t NowNanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return now.tv_sec * int64_t{1'000'000'000} + now.tv_nsec;
}

int64_t NanosecondsOf(const PacketView& view) { return view.seconds * 1'000'000'000 + view.nanoseconds; }

}  // namespace

TEST(af_packet_delivers_every_frame_byte_for_byte_in_order) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsFor("v1"));
    source.Open();
    CHECK_EQ(source.link_type(), kLinkTypeEthernet);
    FrameSender sender("v0");
    std::vector<Bytes> sent;
    const int64_t before = NowNanoseconds();
    for (uint32_t i = 0; i < 2000; i++) {
      sent.push_back(Frame(kOtherHost, 0x0800, UdpPacket(1, false, i, 46 + i * 7 % 1455)));
      sender.Send(sent.back());
    }
    const int64_t after = NowNanoseconds();
    const auto packets = Collect(source, sent.size());
    CHECK_EQ(packets.size(), sent.size());
    uint64_t bytes = 0;
    for (size_t i = 0; i < packets.size(); i++) {
      const PacketView& view = packets[i].view;
      CHECK(packets[i].bytes == sent[i]);
      CHECK_EQ(view.len, sent[i].size());
      CHECK_EQ(view.flags & (kFlagTruncated | kFlagVlanRestored | kFlagHardwareTime), 0);
      CHECK_EQ(view.link_type, kLinkTypeEthernet);
      CHECK_EQ(view.interface_index, if_nametoindex("v1"));
      CHECK(NanosecondsOf(view) >= before && NanosecondsOf(view) <= after);
      bytes += sent[i].size();
    }
    const SourceCounters counters = CountersOf(source);
    CHECK_EQ(counters.received, sent.size());
    CHECK_EQ(counters.received_bytes, bytes);
    CHECK_EQ(counters.kernel_matched, sent.size());
    CHECK_EQ(counters.kernel_dropped, 0u);
    CHECK_EQ(counters.interface_dropped, 0u);
  });
}

TEST(af_packet_knows_whom_a_frame_was_for) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Run("ip link set v1 address 02:00:00:00:00:01");
    AfPacketSource source(OptionsFor("v1"));
    source.Open();
    FrameSender there("v0");
    FrameSender here("v1");
    there.Send(Frame({2, 0, 0, 0, 0, 1}, 0x88b5, Bytes(46)));
    there.Send(Frame(kBroadcast, 0x88b5, Bytes(46)));
    there.Send(Frame({1, 0, 0x5e, 0, 0, 1}, 0x88b5, Bytes(46)));
    there.Send(Frame(kOtherHost, 0x88b5, Bytes(46)));
    here.Send(Frame(kOtherHost, 0x88b5, Bytes(46)));
    const auto packets = Collect(source, 5);
    const uint8_t expected[] = {kDirectionHost, kDirectionBroadcast, kDirectionMulticast, kDirectionOtherHost};
    // Past the queueing discipline a sent frame is not seen by packet sockets.
    CHECK_EQ(packets.size(), 4u);
    for (size_t i = 0; i < packets.size(); i++) CHECK_EQ(packets[i].view.direction, expected[i]);
  });
}

TEST(af_packet_sees_sent_frames_as_outgoing_unless_told_to_ignore_them) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Run("ip address add 192.0.2.1/24 dev v1 && ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev v1");
    AfPacketOptions ignoring = OptionsFor("v1");
    ignoring.ignore_outgoing = true;
    AfPacketSource both(OptionsFor("v1"));
    AfPacketSource incoming(ignoring);
    both.Open();
    incoming.Open();
    Run("bash -c 'echo x > /dev/udp/192.0.2.2/9'");
    const auto packets = Collect(both, 1);
    CHECK_EQ(packets.size(), 1u);
    if (!packets.empty()) CHECK_EQ(packets[0].view.direction, kDirectionOutgoing);
    CHECK_EQ(Collect(incoming, 1, 100).size(), 0u);
    CHECK_EQ(CountersOf(incoming).kernel_matched, 0u);
  });
}

TEST(af_packet_takes_nothing_from_other_interfaces) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    MakeVeth("w0", "w1");
    AfPacketOptions options = OptionsFor("v1");
    FrameSender other("w0");
    // The socket exists, and its ring is about to be made.
    options.open_socket = [&other] {
      const int fd = OpenPacketSocket();
      other.Send(UdpFrame(1));
      return fd;
    };
    AfPacketSource source(options);
    source.Open();
    for (uint32_t i = 0; i < 50; i++) other.Send(UdpFrame(i));
    FrameSender("v0").Send(UdpFrame(77));
    const auto packets = Collect(source, 2, 100);
    CHECK_EQ(packets.size(), 1u);
    CHECK_EQ(CountersOf(source).kernel_matched, 1u);
  });
}

TEST(af_packet_the_kernel_refuses_what_the_filter_refuses) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    // ldh [12]; jeq #0x806, keep, drop
    options.filter = {BPF_STMT(BPF_LD | BPF_H | BPF_ABS, 12), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x0806, 0, 1),
                      BPF_STMT(BPF_RET | BPF_K, kMaxSnaplen), BPF_STMT(BPF_RET | BPF_K, 0)};
    AfPacketSource source(options);
    source.Open();
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 100; i++) sender.Send(UdpFrame(i));
    sender.Send(Frame(kBroadcast, 0x0806, Bytes(46)));
    CHECK_EQ(DrainAll(source).size(), 1u);
    CHECK_EQ(CountersOf(source).kernel_matched, 1u);
  });
}

TEST(af_packet_snaplen_cuts_in_the_ring_and_keeps_the_length) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    options.snaplen = 60;
    AfPacketSource source(options);
    source.Open();
    const Bytes frame = Frame(kOtherHost, 0x0800, UdpPacket(1, false, 5, 1000));
    FrameSender("v0").Send(frame);
    const auto packets = Collect(source, 1);
    CHECK_EQ(packets.size(), 1u);
    CHECK(packets[0].bytes == Bytes(frame.begin(), frame.begin() + 60));
    CHECK_EQ(packets[0].view.len, 1014u);
    CHECK_EQ(packets[0].view.flags & kFlagTruncated, 0);
    CHECK_EQ(CountersOf(source).truncated, 0u);
  });
}

TEST(af_packet_a_frame_longer_than_a_block_is_marked_and_counted_as_truncated) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Run("ip link set v0 mtu 9000 && ip link set v1 mtu 9000");
    AfPacketOptions options = OptionsFor("v1");
    options.block_size = 4096;
    AfPacketSource source(options);
    source.Open();
    const Bytes frame = Frame(kOtherHost, 0x0800, UdpPacket(1, false, 5, 8000));
    FrameSender("v0").Send(frame);
    const auto packets = Collect(source, 1);
    CHECK_EQ(packets.size(), 1u);
    CHECK((packets[0].view.flags & kFlagTruncated) != 0);
    CHECK_EQ(packets[0].view.len, 8014u);
    CHECK(packets[0].view.caplen > 3500 && packets[0].view.caplen < 4096);
    CHECK_EQ(CountersOf(source).truncated, 1u);
  });
}

TEST(af_packet_loopback_packets_are_seen_once) {
  InNamespace([] {
    AfPacketSource source(OptionsFor("lo"));
    source.Open();
    CHECK_EQ(source.link_type(), kLinkTypeEthernet);
    Run("bash -c 'for i in 1 2 3; do echo x > /dev/udp/127.0.0.1/9; done' 2>/dev/null");
    const auto packets = Collect(source, 100, 100);
    size_t udp = 0;
    for (const Captured& packet : packets) {
      CHECK(packet.view.direction != kDirectionOutgoing);
      if (packet.bytes[14 + 9] == 17) udp++;
    }
    CHECK_EQ(udp, 3u);
  });
}

TEST(af_packet_tun_is_raw_ip) {
  InNamespace([] {
    const OwnedFd tun(open("/dev/net/tun", O_RDWR | O_CLOEXEC));
    ifreq request{};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strcpy(request.ifr_name, "tun0");
    if (!tun || ioctl(tun.get(), TUNSETIFF, &request) != 0) throw CannotRun{"no tun device here"};
    Run("ip link set tun0 up");
    AfPacketSource source(OptionsFor("tun0"));
    source.Open();
    CHECK_EQ(source.link_type(), kLinkTypeRaw);
    const Bytes packet = UdpPacket(3, false, 9);
    CHECK_EQ(write(tun.get(), packet.data(), packet.size()), static_cast<ssize_t>(packet.size()));
    const auto packets = Collect(source, 1);
    CHECK_EQ(packets.size(), 1u);
    CHECK(packets[0].bytes == packet);
    CHECK_EQ(packets[0].view.link_type, kLinkTypeRaw);
  });
}
