#include "udp_loopback.h"

using namespace fandump;
using namespace fandump::test;

namespace {

// Each datagram begins with its number.
Bytes Numbered(size_t total, size_t segment) {
  Bytes bytes(total);
  for (size_t i = 0; i < total; i++) bytes[i] = static_cast<uint8_t>(i % segment == 0 ? i / segment : 0xee);
  return bytes;
}

UdpOptions WithGro(Gro gro) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.gro = gro;
  return options;
}

}  // namespace

TEST(datagrams_put_together_by_the_kernel_are_taken_apart_and_the_last_may_be_shorter) {
  const UdpOptions options = WithGro(Gro::kOn);
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  CHECK(sender.SendSegmented(Numbered(950, 100), 100));
  const auto datagrams = Collect(*source, 10);
  CHECK_EQ(datagrams.size(), size_t{10});
  for (size_t i = 0; i < 10; i++) {
    CHECK_EQ(datagrams[i].len, i < 9 ? 100u : 50u);
    CHECK_EQ(datagrams[i].bytes.size(), size_t{datagrams[i].len});
    CHECK_EQ(size_t{datagrams[i].bytes[0]}, i);
    CHECK_EQ(datagrams[i].tunnel.source_port, sender.port());
  }
  CHECK_EQ(CountersOf(*source).received, 10u);
  CHECK_EQ(CountersOf(*source).received_bytes, 950u);
}

TEST(datagrams_put_together_say_that_they_share_a_time_stamp) {
  const UdpOptions options = WithGro(Gro::kOn);
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  const int64_t before = NowNanoseconds(CLOCK_REALTIME);
  CHECK(sender.SendSegmented(Numbered(300, 100), 100));
  CHECK(sender.SendSegmented(Numbered(80, 100), 100));
  const auto datagrams = Collect(*source, 4);
  CHECK_EQ(datagrams.size(), size_t{4});
  for (size_t i = 0; i < 3; i++) CHECK_EQ(int{datagrams[i].flags}, int{kFlagSharedTime});
  CHECK(datagrams[0].time >= before && datagrams[0].time <= NowNanoseconds(CLOCK_REALTIME));
  CHECK_EQ(datagrams[0].time, datagrams[2].time);
  CHECK_EQ(int{datagrams[3].flags}, 0);
}

TEST(with_gro_off_each_datagram_has_a_time_stamp_of_its_own) {
  const UdpOptions options = WithGro(Gro::kOff);
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  CHECK(sender.SendSegmented(Numbered(300, 100), 100));
  for (const Datagram& datagram : Collect(*source, 3)) CHECK_EQ(int{datagram.flags}, 0);
  CHECK_EQ(CountersOf(*source).received, 3u);
}

TEST(a_message_of_more_datagrams_than_a_batch_holds_goes_on_in_the_next) {
  UdpOptions options = WithGro(Gro::kOn);
  options.batch_size = 64;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  constexpr size_t kMessages = 20, kSegments = 60;
  for (size_t i = 0; i < kMessages; i++) CHECK(sender.SendSegmented(Numbered(kSegments * 10, 10), 10));
  const auto datagrams = Collect(*source, kMessages * kSegments);
  CHECK_EQ(datagrams.size(), kMessages * kSegments);
  for (size_t i = 0; i < datagrams.size(); i++) CHECK_EQ(size_t{datagrams[i].bytes[0]}, i % kSegments);
}

TEST(a_datagram_longer_than_the_buffer_size_is_cut_when_it_came_with_others) {
  UdpOptions options = WithGro(Gro::kOn);
  options.datagram_size = 60;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  CHECK(sender.SendSegmented(Numbered(250, 100), 100));
  const auto datagrams = Collect(*source, 3);
  CHECK_EQ(datagrams.size(), size_t{3});
  CHECK_EQ(datagrams[1].bytes.size(), size_t{60});
  CHECK_EQ(datagrams[1].len, 100u);
  CHECK_EQ(int{datagrams[1].flags}, kFlagSharedTime | kFlagTruncated);
  CHECK_EQ(int{datagrams[2].flags}, int{kFlagSharedTime});
  CHECK_EQ(CountersOf(*source).truncated, 2u);
}

TEST(a_datagram_that_came_alone_behind_others_stays_whole) {
  const UdpOptions options = WithGro(Gro::kOn);
  const auto source = OpenUdp(options);
  CHECK(UdpSender("127.0.0.1", options.port).SendSegmented(Numbered(300, 100), 100));
  CHECK(UdpSender("127.0.0.1", options.port).Send(Bytes(250, 7)));
  const auto datagrams = Collect(*source, 4);
  CHECK_EQ(datagrams.size(), size_t{4});
  CHECK(datagrams.back().bytes == Bytes(250, 7));
}

TEST(with_a_filter_in_the_kernel_datagrams_come_one_by_one) {
  UdpOptions options = WithGro(Gro::kAuto);
  options.filter = {{BPF_RET | BPF_K, 0, 0, kMaxSnaplen}};
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  CHECK(sender.SendSegmented(Numbered(300, 100), 100));
  const auto datagrams = Collect(*source, 3);
  CHECK_EQ(datagrams.size(), size_t{3});
  for (const Datagram& datagram : datagrams) CHECK_EQ(int{datagram.flags}, 0);
}
