// Refused and lost, told apart by the kernel's other counters; each test has a network namespace of its own.
#include "engine/drop_split.h"
#include "filter/tunnel_filter.h"
#include "packet_testbed.h"
#include "udp_loopback.h"

namespace fandump::test {
namespace {

constexpr int kDatagrams = 400;

// Lets payloads through whose first byte is 1.
UdpOptions Filtering(uint32_t receive_buffer) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  TunnelFilterOptions filter;
  filter.expression = "ether[0] == 1";
  filter.encapsulation = kEncapSkip;
  options.filter = BuildTunnelFilter(filter).program;
  options.receive_buffer_size = receive_buffer;
  return options;
}

// Half of what is sent is wanted.
void SendHalfWanted(uint16_t port) {
  UdpSender sender("127.0.0.1", port);
  for (int i = 0; i < kDatagrams; i++) CHECK(sender.Send(Bytes(100, static_cast<uint8_t>(i % 2))));
}

SourceCounters Split(const DropSplit& split, UdpSource& source) {
  SourceCounters counters = CountersOf(source);
  std::vector<SocketDrops> sockets = {{counters, {source.socket_inode()}}};
  split.Apply(sockets);
  return counters;
}

}  // namespace

TEST(datagrams_that_the_filter_refuses_are_not_counted_as_dropped) {
  InNamespace([] {
    const DropSplit split;
    const UdpOptions options = Filtering(1 << 20);
    const auto source = OpenUdp(options);
    SendHalfWanted(options.port);
    CHECK_EQ(Collect(*source, kDatagrams, 0).size(), size_t{kDatagrams / 2});
    const SourceCounters counters = Split(split, *source);
    CHECK_EQ(counters.kernel_refused, uint64_t{kDatagrams / 2});
    CHECK_EQ(counters.kernel_dropped, 0u);
    CHECK_EQ(counters.refused_or_dropped, 0u);
    CHECK_EQ(counters.kernel_matched, uint64_t{kDatagrams / 2});
  });
}

TEST(datagrams_refused_and_datagrams_lost_are_told_apart_and_add_up) {
  InNamespace([] {
    const DropSplit split;
    const UdpOptions options = Filtering(4096);
    const auto source = OpenUdp(options);
    SendHalfWanted(options.port);
    const uint64_t received = Collect(*source, kDatagrams, 0).size();
    const SourceCounters counters = Split(split, *source);
    CHECK_EQ(counters.kernel_refused, uint64_t{kDatagrams / 2});
    CHECK(counters.kernel_dropped > 0);
    CHECK_EQ(received + counters.kernel_dropped + counters.kernel_refused, uint64_t{kDatagrams});
  });
}

TEST(where_another_program_loses_datagrams_the_split_is_unknown_and_not_zero) {
  InNamespace([] {
    const DropSplit split;
    const UdpOptions options = Filtering(4096);
    const auto source = OpenUdp(options);
    UdpOptions other = OptionsFor("127.0.0.1", FreePort());
    other.receive_buffer_size = 4096;
    const auto stranger = OpenUdp(other);
    SendHalfWanted(options.port);
    SendHalfWanted(other.port);
    SourceCounters counters = CountersOf(*source);
    std::vector<SocketDrops> sockets = {{counters, {source->socket_inode()}}};
    CHECK(!split.Apply(sockets).has_value());
    CHECK(counters.refused_or_dropped > 0);
    CHECK_EQ(counters.kernel_dropped, 0u);
  });
}

TEST(of_several_filtering_sockets_the_sum_of_the_lost_is_known) {
  InNamespace([] {
    const DropSplit split;
    const UdpOptions one = Filtering(4096), two = Filtering(4096);
    const auto first = OpenUdp(one), second = OpenUdp(two);
    SendHalfWanted(one.port);
    SendHalfWanted(two.port);
    const uint64_t received = Collect(*first, kDatagrams, 0).size() + Collect(*second, kDatagrams, 0).size();
    SourceCounters counters[2] = {CountersOf(*first), CountersOf(*second)};
    std::vector<SocketDrops> sockets = {{counters[0], {first->socket_inode()}},
                                        {counters[1], {second->socket_inode()}}};
    const auto lost = split.Apply(sockets);
    CHECK(lost.has_value());
    CHECK_EQ(received + *lost, uint64_t{kDatagrams});
    CHECK_EQ(counters[0].refused_or_dropped + counters[1].refused_or_dropped - *lost, uint64_t{kDatagrams});
  });
}

}  // namespace fandump::test
