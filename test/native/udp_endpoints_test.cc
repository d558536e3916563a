// Several sockets as one source.
#include "source/udp_endpoints.h"

#include <algorithm>
#include <set>

#include "udp_loopback.h"

namespace fandump::test {
namespace {

std::unique_ptr<UdpEndpoints> OpenAll(const std::vector<UdpOptions>& all) {
  std::vector<std::unique_ptr<UdpSource>> sources;
  for (const UdpOptions& options : all) sources.push_back(std::make_unique<UdpSource>(options));
  auto endpoints = std::make_unique<UdpEndpoints>(std::move(sources));
  endpoints->Open();
  return endpoints;
}

UdpOptions OptionsOf(UdpImplementation implementation, const std::string& address) {
  UdpOptions options = OptionsFor(address, FreePort());
  options.implementation = implementation;
  return options;
}

constexpr UdpImplementation kImplementations[] = {UdpImplementation::kRecvmmsg, UdpImplementation::kIoUring};

void HandOverAll(const std::vector<UdpOptions>& all) {
  const auto source = OpenAll(all);
  constexpr int kEach = 10;
  for (const UdpOptions& options : all) {
    UdpSender sender(options.address, options.port);
    for (int i = 0; i < kEach; i++) CHECK(sender.Send({1, 2, 3}));
  }
  std::multiset<std::pair<std::string, uint16_t>> seen;
  for (const Datagram& datagram : CollectDatagrams(*source, all.size() * kEach)) {
    seen.emplace(AddressText(datagram.tunnel.family, datagram.tunnel.destination), datagram.tunnel.destination_port);
  }
  for (const UdpOptions& options : all) CHECK_EQ(seen.count({options.address, options.port}), size_t{kEach});
  const SourceCounters counters = CountersOf(*source);
  CHECK_EQ(counters.received, all.size() * kEach);
  CHECK_EQ(source->socket_inodes().size(), all.size());
}

void WaitForAny(const std::vector<UdpOptions>& all) {
  const auto source = OpenAll(all);
  static PacketBatch batch;
  const int64_t began = NowNanoseconds(CLOCK_THREAD_CPUTIME_ID);
  CHECK(source->Receive(batch, 200) == ReceiveStatus::kIdle);
  CHECK(NowNanoseconds(CLOCK_THREAD_CPUTIME_ID) - began < 20000000);
  UdpSender sender("127.0.0.1", all[1].port);
  CHECK(sender.Send({7}));
  CHECK(source->Receive(batch, 1000) == ReceiveStatus::kPackets);
  CHECK_EQ(batch.packets[0].tunnel->destination_port, all[1].port);
}

void DrainAll(const std::vector<UdpOptions>& all) {
  const auto source = OpenAll(all);
  for (const UdpOptions& options : all) {
    UdpSender sender("127.0.0.1", options.port);
    for (int i = 0; i < 600; i++) CHECK(sender.Send({1}));
  }
  source->Drain();
  static PacketBatch batch;
  size_t taken = 0;
  while (source->Receive(batch, 100) != ReceiveStatus::kEnd) taken += batch.size;
  CHECK_EQ(taken, size_t{1200});
  CHECK(source->Receive(batch, 100) == ReceiveStatus::kEnd);
}

}  // namespace

TEST(udp_endpoints_hand_over_the_datagrams_of_every_socket_with_its_port) {
  for (const UdpImplementation one : kImplementations) {
    HandOverAll({OptionsOf(one, "127.0.0.1"), OptionsOf(one, "127.0.0.2"), OptionsOf(one, "::1")});
  }
}

TEST(udp_endpoints_wait_for_any_socket_and_sleep_meanwhile) {
  for (const UdpImplementation one : kImplementations) {
    WaitForAny({OptionsOf(one, "127.0.0.1"), OptionsOf(one, "127.0.0.1")});
  }
}

TEST(udp_endpoints_take_turns) {
  UdpOptions busy = OptionsFor("127.0.0.1", FreePort());
  busy.batch_size = 16;
  busy.gro = Gro::kOff;
  const UdpOptions quiet = OptionsFor("127.0.0.1", FreePort());
  const auto source = OpenAll({busy, quiet});
  UdpSender sender("127.0.0.1", busy.port);
  for (int i = 0; i < 100; i++) CHECK(sender.Send({1}));
  CHECK(UdpSender("127.0.0.1", quiet.port).Send({2}));
  const auto datagrams = CollectDatagrams(*source, 17);
  CHECK_EQ(datagrams.size(), size_t{17});
  CHECK_EQ(datagrams.back().tunnel.destination_port, quiet.port);
}

TEST(udp_endpoints_drain_every_socket_and_end) {
  for (const UdpImplementation one : kImplementations) {
    DrainAll({OptionsOf(one, "127.0.0.1"), OptionsOf(one, "127.0.0.1")});
  }
}

TEST(udp_endpoints_that_have_ended_leave_what_comes_to_those_who_share_the_port) {
  UdpOptions quiet = OptionsFor("127.0.0.1", FreePort());
  UdpOptions busy = OptionsFor("127.0.0.1", FreePort());
  quiet.reuse_port = busy.reuse_port = true;
  busy.batch_size = 16;
  busy.gro = Gro::kOff;
  const auto stays = OpenUdp(quiet);
  const auto source = OpenAll({quiet, busy});
  UdpSender sender("127.0.0.1", busy.port);
  for (int i = 0; i < 200; i++) CHECK(sender.Send({1}));
  source->Drain();
  static PacketBatch batch;
  for (int i = 0; i < 2; i++) CHECK(source->Receive(batch, 100) == ReceiveStatus::kPackets);
  constexpr size_t kFlows = 50;
  for (size_t i = 0; i < kFlows; i++) CHECK(UdpSender("127.0.0.1", quiet.port).Send({2}));
  CHECK_EQ(Collect(*stays, kFlows).size(), kFlows);
}

TEST(udp_endpoints_a_port_in_use_closes_those_that_were_opened) {
  const UdpOptions first = OptionsFor("127.0.0.1", FreePort());
  const UdpOptions taken = OptionsFor("127.0.0.1", FreePort());
  const auto holder = OpenUdp(taken);
  bool refused = false;
  try {
    OpenAll({first, taken});
  } catch (const CaptureError& error) {
    refused = error.code() == "EADDRINUSE_UDP_PORT";
  }
  CHECK(refused);
  CHECK_EQ(OpenError(first).code(), std::string());
}

}  // namespace fandump::test
