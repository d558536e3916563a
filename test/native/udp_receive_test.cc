// What a udp source says of the datagrams that it hands out.
#include "udp_loopback.h"

namespace fandump::test {

TEST(udp_receive_keeps_payload_addresses_and_ports) {
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  UdpSender sender("127.0.0.1", port);
  CHECK(sender.Send({1, 2, 3, 4, 5}));
  const auto datagrams = Collect(*source, 1);
  CHECK_EQ(datagrams.size(), 1u);
  const Datagram& datagram = datagrams.at(0);
  CHECK(datagram.bytes == Bytes({1, 2, 3, 4, 5}));
  CHECK_EQ(datagram.len, 5u);
  CHECK_EQ(datagram.flags, 0);
  CHECK_EQ(datagram.tunnel.family, AF_INET);
  CHECK_EQ(AddressText(AF_INET, datagram.tunnel.source), std::string("127.0.0.1"));
  CHECK_EQ(datagram.tunnel.source_port, sender.port());
  CHECK_EQ(AddressText(AF_INET, datagram.tunnel.destination), std::string("127.0.0.1"));
  CHECK_EQ(datagram.tunnel.destination_port, port);
}

TEST(udp_receive_on_a_wildcard_address_tells_the_address_that_was_sent_to) {
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("0.0.0.0", port));
  CHECK(UdpSender("127.0.0.2", port).Send({1}));
  CHECK(UdpSender("127.0.0.3", port).Send({2}));
  const auto datagrams = Collect(*source, 2);
  CHECK_EQ(AddressText(AF_INET, datagrams.at(0).tunnel.destination), std::string("127.0.0.2"));
  CHECK_EQ(AddressText(AF_INET, datagrams.at(1).tunnel.destination), std::string("127.0.0.3"));
  CHECK_EQ(datagrams.at(1).tunnel.destination_port, port);
}

TEST(udp_receive_takes_ipv6) {
  const uint16_t port = FreePort();
  if (OpenError(OptionsFor("::1", port)).system_errno() != 0) Skip("no IPv6 on loopback");
  const auto source = OpenUdp(OptionsFor("::1", port));
  UdpSender sender("::1", port);
  CHECK(sender.Send({6}));
  const TunnelFacts tunnel = Collect(*source, 1).at(0).tunnel;
  CHECK_EQ(tunnel.family, AF_INET6);
  CHECK_EQ(AddressText(AF_INET6, tunnel.source), std::string("::1"));
  CHECK_EQ(tunnel.source_port, sender.port());
  CHECK_EQ(AddressText(AF_INET6, tunnel.destination), std::string("::1"));
  CHECK_EQ(tunnel.destination_port, port);
}

TEST(udp_receive_on_the_ipv6_wildcard_takes_both_families_and_shows_ipv4_as_ipv4) {
  const uint16_t port = FreePort();
  if (OpenError(OptionsFor("::1", port)).system_errno() != 0) Skip("no IPv6 on loopback");
  const auto source = OpenUdp(OptionsFor("::", port));
  CHECK(UdpSender("127.0.0.2", port).Send({4}));
  CHECK(UdpSender("::1", port).Send({6}));
  const auto datagrams = Collect(*source, 2);
  const TunnelFacts& ipv4 = datagrams.at(0).tunnel;
  CHECK_EQ(ipv4.family, AF_INET);
  CHECK_EQ(AddressText(AF_INET, ipv4.source), std::string("127.0.0.1"));
  CHECK_EQ(AddressText(AF_INET, ipv4.destination), std::string("127.0.0.2"));
  const TunnelFacts& ipv6 = datagrams.at(1).tunnel;
  CHECK_EQ(ipv6.family, AF_INET6);
  CHECK_EQ(AddressText(AF_INET6, ipv6.destination), std::string("::1"));
}

TEST(udp_receive_has_kernel_times_between_sending_and_receiving) {
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  UdpSender sender("127.0.0.1", port);
  // The kernel switches its clock on some moments after it was asked to; until then it stamps at receiving.
  usleep(50000);
  constexpr size_t kDatagrams = 50;
  const int64_t before = NowNanoseconds(CLOCK_REALTIME);
  for (uint8_t i = 0; i < kDatagrams; i++) CHECK(sender.Send({i}));
  const int64_t after = NowNanoseconds(CLOCK_REALTIME);
  // Late enough that a time taken at receiving would show.
  usleep(20000);
  const auto datagrams = Collect(*source, kDatagrams);
  bool finer_than_microseconds = false;
  int64_t previous = before;
  for (size_t i = 0; i < kDatagrams; i++) {
    const int64_t time = datagrams.at(i).time;
    CHECK(time >= previous);
    CHECK(time <= after);
    finer_than_microseconds |= time % 1000 != 0;
    previous = time;
  }
  CHECK(finer_than_microseconds);
}

TEST(udp_receive_marks_and_counts_datagrams_longer_than_the_buffer) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.datagram_size = 100;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (const size_t size : {99, 100, 101, 20000}) CHECK(sender.Send(Bytes(size, 0xab)));
  const auto datagrams = Collect(*source, 4);
  const uint32_t caplens[] = {99, 100, 100, 100};
  const uint32_t lens[] = {99, 100, 101, 20000};
  for (size_t i = 0; i < 4; i++) {
    CHECK(datagrams.at(i).bytes == Bytes(caplens[i], 0xab));
    CHECK_EQ(datagrams.at(i).len, lens[i]);
    CHECK_EQ(datagrams.at(i).flags, lens[i] > 100 ? kFlagTruncated : 0);
  }
  const SourceCounters counters = CountersOf(*source);
  CHECK_EQ(counters.truncated, 2u);
  CHECK_EQ(counters.received, 4u);
  CHECK_EQ(counters.received_bytes, 399u);
}

TEST(udp_receive_hands_out_empty_datagrams) {
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  CHECK(UdpSender("127.0.0.1", port).Send({}));
  const auto datagrams = Collect(*source, 1);
  CHECK_EQ(datagrams.size(), 1u);
  CHECK_EQ(datagrams.at(0).len, 0u);
  CHECK_EQ(CountersOf(*source).received, 1u);
}

TEST(udp_receive_hands_out_one_call_of_1024_messages_in_two_batches) {
  constexpr size_t kDatagrams = 1024;
  const uint16_t port = FreePort();
  UdpOptions options = OptionsFor("127.0.0.1", port);
  options.gro = Gro::kOff;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", port);
  for (size_t i = 0; i < kDatagrams; i++) CHECK(sender.Send({uint8_t(i), uint8_t(i >> 8)}));
  static PacketBatch batch;
  size_t next = 0;
  for (int round = 0; round < 2; round++) {
    CHECK(source->Receive(batch, 100) == ReceiveStatus::kPackets);
    CHECK_EQ(batch.size, PacketBatch::kCapacity);
    for (size_t i = 0; i < batch.size; i++, next++) {
      CHECK_EQ(batch.packets[i].data[0] | batch.packets[i].data[1] << 8, static_cast<int>(next));
    }
    // Sent between the two: a second call to the kernel would bring it into the second batch's place.
    CHECK(sender.Send({0xff, 0xff}));
  }
}

TEST(udp_receive_of_a_dense_stream_loses_and_doubles_nothing) {
  constexpr uint32_t kDatagrams = 20000;
  const uint16_t port = FreePort();
  const auto source = OpenUdp(OptionsFor("127.0.0.1", port));
  const pid_t child = fork();
  if (child == 0) {
    UdpSender sender("127.0.0.1", port);
    for (uint32_t i = 0; i < kDatagrams; i++) sender.Send({uint8_t(i), uint8_t(i >> 8), uint8_t(i >> 16)});
    _exit(0);
  }
  // The sender may have to wait for a processor.
  const auto datagrams = Collect(*source, kDatagrams, 1000);
  waitpid(child, nullptr, 0);
  CHECK_EQ(datagrams.size() + CountersOf(*source).kernel_dropped, kDatagrams);
  uint32_t expected = 0;
  for (const Datagram& datagram : datagrams) {
    const uint32_t number = datagram.bytes[0] | datagram.bytes[1] << 8 | datagram.bytes[2] << 16;
    CHECK(number >= expected);
    expected = number + 1;
  }
}

TEST(udp_receive_waits_no_longer_than_asked) {
  const auto source = OpenUdp(OptionsFor("127.0.0.1", FreePort()));
  static PacketBatch batch;
  for (const int timeout_ms : {0, 20, 50, 20}) {
    const int64_t start = NowNanoseconds(CLOCK_MONOTONIC);
    CHECK(source->Receive(batch, timeout_ms) == ReceiveStatus::kIdle);
    const int64_t waited_ms = (NowNanoseconds(CLOCK_MONOTONIC) - start) / 1000000;
    CHECK_EQ(batch.size, 0u);
    CHECK(waited_ms >= timeout_ms - 1);
    CHECK(waited_ms <= timeout_ms + 500);  // the machine may be busy
  }
}

}  // namespace fandump::test
