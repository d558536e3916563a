// The counters of a udp source add up, and draining ends.
#include <atomic>
#include <thread>

#include "bpf/socket_program.h"
#include "udp_loopback.h"

namespace fandump::test {
namespace {

// A socket that shares its port and takes few datagrams at a time.
UdpOptions Sharing() {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.reuse_port = true;
  options.gro = Gro::kOff;
  options.batch_size = 16;
  return options;
}

}  // namespace

TEST(udp_received_and_dropped_add_up_to_what_was_sent) {
  constexpr uint64_t kDatagrams = 3000;
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.receive_buffer_size = 8192;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  uint64_t taken = 0;
  for (uint64_t i = 0; i < kDatagrams; i++) {
    CHECK(sender.Send(Bytes(100, 1)));
    if (i % 500 == 499) taken += Collect(*source, kDatagrams, 0).size();
  }
  const SourceCounters counters = CountersOf(*source);
  CHECK(counters.kernel_dropped > 0);
  CHECK_EQ(counters.received, taken);
  CHECK_EQ(counters.received + counters.kernel_dropped, kDatagrams);
  CHECK_EQ(counters.kernel_matched, kDatagrams);
}

TEST(udp_drops_are_known_before_another_datagram_is_received) {
  constexpr uint64_t kDatagrams = 200;
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.receive_buffer_size = 4096;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (uint64_t i = 0; i < kDatagrams; i++) CHECK(sender.Send(Bytes(100, 1)));
  CHECK(CountersOf(*source).kernel_dropped > 0);
  // Reading twice counts nothing twice.
  CHECK_EQ(CountersOf(*source).kernel_dropped, CountersOf(*source).kernel_dropped);
  Collect(*source, kDatagrams, 0);
  CHECK_EQ(CountersOf(*source).kernel_matched, kDatagrams);
}

TEST(udp_datagrams_that_a_filter_refuses_are_not_told_from_dropped_ones_by_the_socket) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.filter = RefusingProgram();
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (int i = 0; i < 5; i++) CHECK(sender.Send({1}));
  const SourceCounters counters = CountersOf(*source);
  CHECK_EQ(counters.refused_or_dropped, 5u);
  CHECK_EQ(counters.kernel_dropped, 0u);
  CHECK_EQ(counters.kernel_matched, 0u);
}

TEST(udp_counters_can_be_read_while_packets_are_received) {
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  std::atomic<bool> stop{false};
  bool monotonic = true;
  std::thread reader([&] {
    uint64_t last = 0;
    while (!stop.load()) {
      const uint64_t received = CountersOf(*source).received;
      monotonic &= received >= last;
      last = received;
      usleep(100);
    }
  });
  UdpSender sender("127.0.0.1", port);
  size_t taken = 0;
  for (int round = 0; round < 50; round++) {
    for (int i = 0; i < 20; i++) CHECK(sender.Send({1}));
    taken += Collect(*source, 20).size();
  }
  stop = true;
  reader.join();
  CHECK(monotonic);
  CHECK_EQ(CountersOf(*source).received, taken);
}

TEST(udp_drain_hands_out_what_was_queued_then_ends) {
  constexpr size_t kDatagrams = 1500;
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  UdpSender sender("127.0.0.1", port);
  for (size_t i = 0; i < kDatagrams; i++) CHECK(sender.Send({1}));
  static PacketBatch batch;
  CHECK(source->Receive(batch, 100) == ReceiveStatus::kPackets);
  const size_t before = batch.size;
  source->Drain();
  CHECK_EQ(before + Collect(*source, kDatagrams).size(), kDatagrams);
  CHECK(source->Receive(batch, 100) == ReceiveStatus::kEnd);
  CHECK(source->Receive(batch, 100) == ReceiveStatus::kEnd);
}

TEST(udp_datagrams_that_come_after_the_end_count_neither_as_received_nor_as_dropped) {
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  UdpSender sender("127.0.0.1", port);
  for (int i = 0; i < 20; i++) CHECK(sender.Send({1}));
  source->Drain();
  for (int i = 0; i < 10; i++) sender.Send({2});
  CHECK_EQ(Collect(*source, 40, 0).size(), size_t{20});
  const SourceCounters counters = CountersOf(*source);
  CHECK_EQ(counters.received, 20u);
  CHECK_EQ(counters.kernel_dropped, 0u);
  CHECK_EQ(counters.kernel_matched, 20u);
  source->End();
  CHECK_EQ(CountersOf(*source).kernel_matched, 20u);
}

TEST(udp_drops_are_still_known_when_the_source_has_ended) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.receive_buffer_size = 4096;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (int i = 0; i < 200; i++) CHECK(sender.Send(Bytes(100, 1)));
  const uint64_t dropped = CountersOf(*source).kernel_dropped;
  CHECK(dropped > 0);
  source->End();
  CHECK_EQ(CountersOf(*source).kernel_dropped, dropped);
}

TEST(udp_drops_are_said_to_be_messages_where_one_may_hold_several_datagrams) {
  for (const Gro gro : {Gro::kOff, Gro::kOn}) {
    UdpOptions options = OptionsFor("127.0.0.1", FreePort());
    options.gro = gro;
    CHECK_EQ(CountersOf(*OpenUdp(options)).drops_are_messages, gro == Gro::kOn);
  }
}

TEST(udp_drain_leaves_the_group) {
  bool has_left = false;
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.leave_group = [&has_left] { has_left = true; };
  const auto source = OpenUdp(options);
  source->Drain();
  CHECK(has_left);
}

TEST(udp_drain_of_a_shared_port_takes_what_comes_until_the_queue_is_empty) {
  const UdpOptions options = Sharing();
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  source->Drain();
  for (int i = 0; i < 5; i++) CHECK(sender.Send({1}));
  CHECK_EQ(Collect(*source, 10).size(), size_t{5});
}

TEST(udp_drain_of_a_shared_port_that_takes_too_long_takes_no_more_and_hands_out_what_is_queued) {
  constexpr size_t kQueued = 80;
  const UdpOptions options = Sharing();
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (size_t i = 0; i < kQueued; i++) CHECK(sender.Send({1}));
  source->Drain();
  usleep(150000);
  static PacketBatch batch;
  CHECK(source->Receive(batch, 100) == ReceiveStatus::kPackets);
  const size_t before = batch.size;
  for (int i = 0; i < 10; i++) sender.Send({2});
  CHECK_EQ(before + Collect(*source, 2 * kQueued).size(), kQueued);
}

TEST(udp_drain_of_an_empty_queue_ends_at_once) {
  const auto source = OpenUdp(OptionsFor("127.0.0.1", FreePort()));
  source->Drain();
  static PacketBatch batch;
  const int64_t start = NowNanoseconds(CLOCK_MONOTONIC);
  CHECK(source->Receive(batch, 2000) == ReceiveStatus::kEnd);
  CHECK(NowNanoseconds(CLOCK_MONOTONIC) - start < 1000000000);
}

TEST(udp_drain_ends_while_datagrams_keep_coming) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.batch_size = 16;
  const auto source = OpenUdp(options);
  std::atomic<bool> stop{false};
  std::thread traffic([&] {
    UdpSender sender("127.0.0.1", options.port);
    while (!stop.load()) sender.Send(Bytes(100, 1));
  });
  Collect(*source, 1000);
  source->Drain();
  static PacketBatch batch;
  const int64_t start = NowNanoseconds(CLOCK_MONOTONIC);
  ReceiveStatus status = ReceiveStatus::kPackets;
  while (status != ReceiveStatus::kEnd && NowNanoseconds(CLOCK_MONOTONIC) - start < 5000000000) {
    status = source->Receive(batch, 100);
  }
  const int64_t took = NowNanoseconds(CLOCK_MONOTONIC) - start;
  stop = true;
  traffic.join();
  CHECK(status == ReceiveStatus::kEnd);
  CHECK(took < 2000000000);
}

}  // namespace fandump::test
