#include <linux/if_packet.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "fanout/fanout.h"
#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

FanoutOptions Group(const std::string& interface, int id, int mode = PACKET_FANOUT_HASH) {
  FanoutOptions options;
  options.mode = mode;
  options.id = id;
  options.interface = interface;
  options.interface_index = static_cast<int>(if_nametoindex(interface.c_str()));
  return options;
}

AfPacketOptions Member(const FanoutOptions& group, FanoutGroup* joined = nullptr) {
  AfPacketOptions options = OptionsFor(group.interface);
  options.buffer_size = 8 << 20;
  options.join_fanout = [group, joined](int fd, const std::function<void()>& has_joined) {
    const FanoutGroup result = JoinFanout(fd, group);
    has_joined();
    if (joined != nullptr) *joined = result;
  };
  return options;
}

}  // namespace

TEST(fanout_two_members_share_by_flow_with_nothing_lost_or_doubled) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    FanoutGroup first, second;
    AfPacketSource a(Member(Group("v1", 7), &first));
    AfPacketSource b(Member(Group("v1", 7), &second));
    a.Open();
    b.Open();
    CHECK_EQ(first.id, 7);
    CHECK_EQ(first.members_before, 0);
    CHECK_EQ(second.members_before, 1);
    FrameSender sender("v0");
    constexpr uint32_t kFlows = 200;
    for (uint32_t i = 0; i < 10 * kFlows; i++) {
      sender.Send(UdpFrame(i, static_cast<uint16_t>(i % kFlows), i / kFlows % 2 == 1));
    }
    std::map<uint32_t, std::set<const Source*>> members_of_flow;
    std::set<uint32_t> seen;
    size_t got = 0;
    for (AfPacketSource* member : {&a, &b}) {
      const auto packets = DrainAll(*member);
      CHECK(packets.size() > kFlows);
      for (const Captured& packet : packets) {
        const uint32_t number = NumberOf(packet.bytes);
        seen.insert(number);
        members_of_flow[number % kFlows].insert(member);
      }
      got += packets.size();
    }
    CHECK_EQ(got, 10u * kFlows);
    CHECK_EQ(seen.size(), 10u * kFlows);
    for (const auto& [flow, members] : members_of_flow) CHECK_EQ(members.size(), 1u);
  });
}

TEST(fanout_packets_from_before_the_join_are_discarded_and_counted) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    FrameSender sender("v0");
    AfPacketOptions options = Member(Group("v1", 7));
    const auto join = options.join_fanout;
    options.join_fanout = [&sender, join](int fd, const std::function<void()>& has_joined) {
      for (uint32_t i = 0; i < 900; i++) sender.Send(UdpFrame(i));
      join(fd, has_joined);
    };
    AfPacketSource source(options);
    source.Open();
    for (uint32_t i = 1000; i < 1100; i++) sender.Send(UdpFrame(i));
    const auto packets = DrainAll(source);
    CHECK_EQ(packets.size(), 100u);
    if (!packets.empty()) CHECK_EQ(NumberOf(packets.front().bytes), 1000u);
    const SourceCounters counters = CountersOf(source);
    CHECK_EQ(counters.discarded_at_join, 900u);
    CHECK_EQ(counters.received, 100u);
    CHECK_EQ(counters.kernel_matched, 100u);
    uint64_t bytes = 0;
    for (const auto& packet : packets) bytes += packet.bytes.size();
    CHECK_EQ(counters.received_bytes, bytes);
  });
}

TEST(fanout_a_member_that_joins_under_load_doubles_nothing) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource a(Member(Group("v1", 7)));
    AfPacketSource b(Member(Group("v1", 7)));
    a.Open();
    constexpr uint32_t kSent = 30000;
    std::thread sending([] {
      FrameSender sender("v0");
      for (uint32_t i = 0; i < kSent; i++) sender.Send(UdpFrame(i, static_cast<uint16_t>(i % 64)));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    b.Open();
    sending.join();
    std::set<uint32_t> seen;
    size_t got = 0;
    for (AfPacketSource* member : {&a, &b}) {
      for (const Captured& packet : DrainAll(*member)) {
        seen.insert(NumberOf(packet.bytes));
        got++;
      }
    }
    CHECK_EQ(seen.size(), got);
    const SourceCounters of_a = CountersOf(a);
    const SourceCounters of_b = CountersOf(b);
    CHECK_EQ(of_a.kernel_dropped + of_b.kernel_dropped, 0u);
    // What is missing came in the moment of the join, and is in the counter.
    CHECK(got + of_b.discarded_at_join >= kSent);
  });
}

TEST(fanout_a_member_that_leaves_under_load_loses_nothing_uncounted) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = Member(Group("v1", 7, PACKET_FANOUT_LB));
    options.group_goes_on = true;
    AfPacketSource stays(options), leaves(options);
    stays.Open();
    leaves.Open();
    constexpr uint32_t kSent = 60000;
    std::atomic<uint32_t> sent{0};
    std::thread sending([&sent] {
      FrameSender sender("v0");
      for (; sent < kSent; sent++) sender.Send(UdpFrame(sent, static_cast<uint16_t>(sent % 64)));
    });
    while (sent < kSent / 4) std::this_thread::yield();
    const size_t of_leaver = DrainAll(leaves).size();
    leaves.End();
    sending.join();
    const uint64_t dropped = CountersOf(leaves).kernel_dropped + CountersOf(stays).kernel_dropped;
    const uint64_t accounted = DrainAll(stays).size() + of_leaver + dropped;
    // Between the last look at the counters and the end of the socket lie microseconds.
    constexpr uint64_t kMostUncounted = 50;
    CHECK(accounted <= kSent && accounted + kMostUncounted >= kSent);
    CHECK_EQ(CountersOf(leaves).kernel_matched, of_leaver + CountersOf(leaves).kernel_dropped);
  });
}

TEST(fanout_on_loopback_each_packet_is_seen_once) {
  InNamespace([] {
    AfPacketSource a(Member(Group("lo", 9)));
    AfPacketSource b(Member(Group("lo", 9)));
    a.Open();
    b.Open();
    Run("bash -c 'for i in {1..40}; do echo x > /dev/udp/127.0.0.1/$((2000+i)); done' 2>/dev/null");
    size_t udp = 0;
    for (AfPacketSource* member : {&a, &b}) {
      for (const Captured& packet : DrainAll(*member)) {
        if (packet.bytes[14 + 9] == 17) udp++;
      }
    }
    CHECK_EQ(udp, 40u);
  });
}

TEST(fanout_the_kernel_finds_a_free_id_and_it_is_told) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    FanoutGroup first, second, third;
    AfPacketSource a(Member(Group("v1", -1), &first));
    a.Open();
    AfPacketSource b(Member(Group("v1", -1), &second));
    b.Open();
    CHECK(first.id != second.id);
    CHECK_EQ(second.members_before, 0);
    AfPacketSource c(Member(Group("v1", second.id), &third));
    c.Open();
    CHECK_EQ(third.id, second.id);
    CHECK_EQ(third.members_before, 1);
  });
}

TEST(fanout_every_mode_and_flag_can_be_joined) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    int id = 100;
    for (int mode = PACKET_FANOUT_HASH; mode <= PACKET_FANOUT_EBPF; mode++) {
      for (int flags = 0; flags < 8; flags++) {
        FanoutOptions options = Group("v1", id++, mode);
        options.defrag = (flags & 1) != 0;
        options.ignore_outgoing = (flags & 2) != 0;
        options.rollover = (flags & 4) != 0 && mode != PACKET_FANOUT_ROLLOVER;
        FanoutGroup joined;
        AfPacketSource source(Member(options, &joined));
        CHECK_EQ(ErrorCodeOf([&] { source.Open(); }), std::string(""));
        CHECK_EQ(joined.mode, mode);
        CHECK_EQ(joined.id, options.id);
      }
    }
  });
}
