// The stream of a tcp sink as its readers get it, over loopback.
#include <chrono>
#include <cstring>
#include <thread>

#include "pcapng_reading.h"
#include "savefile_builder.h"
#include "sink/tcp.h"
#include "tcp_loopback.h"

namespace fandump::test {

namespace {

constexpr size_t kHeader = 24, kRecordHeader = 16;
const TcpStreamFormat kEthernetFormat{
    kLinkTypeEthernet, 65535, {SavedSource{"va", "", kLinkTypeEthernet, 65535, true, nullptr}}, {}};

// Packets of one size; the first four bytes are a number.
struct Packets {
  Packets(uint32_t first, size_t count, size_t size) : bytes(count, std::vector<uint8_t>(size)), views(count) {
    for (size_t i = 0; i < count; i++) {
      const auto number = static_cast<uint32_t>(first + i);
      std::memcpy(bytes[i].data(), &number, sizeof number);
      views[i].data = bytes[i].data();
      views[i].caplen = views[i].len = static_cast<uint32_t>(size);
      views[i].seconds = 1000;
      views[i].nanoseconds = number;
    }
  }
  std::vector<std::vector<uint8_t>> bytes;
  std::vector<PacketView> views;
};

struct Server {
  explicit Server(bool waits, uint64_t buffer = 1 << 20, const std::string& address = "127.0.0.1", bool pcapng = false,
                  const CountersOfSource& counters_of_source = {}, int64_t statistics_ms = PcapngStatistics::kMinuteMs)
      : address_(address) {
    OwnedFd listener = ListenTcp({address, 0, false}, "test");
    port = PortOf(listener);
    TcpSinkOptions options;
    options.at = {address, port, false};
    options.buffer_bytes = buffer;
    options.readers = 8;
    options.nanoseconds = true;
    if (pcapng) options.pcapng = TcpPcapngOptions{"test", true};
    TcpStreamFormat format = kEthernetFormat;
    format.counters = counters_of_source;
    format.statistics_ms = statistics_ms;
    sink = std::make_unique<TcpSink>(options, std::move(listener), format, waits,
                                     [this](const Notice& notice) { notices.push_back(notice.message); });
  }

  OwnedFd Connect(uint64_t readers_then) {
    OwnedFd fd = ConnectTcp({address_, port, true}, "test");
    for (int i = 0; i < 500 && counters().readers < readers_then; i++) Pause();
    CHECK_EQ(counters().readers, readers_then);
    return fd;
  }
  void Send(const Packets& packets) { sink->Consume(packets.views.data(), packets.views.size()); }
  ForwardCounters counters() const {
    ForwardCounters counters;
    sink->ReadCounters(counters);
    return counters;
  }
  static void Pause() { std::this_thread::sleep_for(std::chrono::milliseconds(5)); }

  std::string address_;
  uint16_t port = 0;
  std::vector<std::string> notices;
  std::unique_ptr<TcpSink> sink;
};

// The numbers of the packets in a stream that must be whole.
std::vector<uint32_t> NumbersIn(const std::vector<uint8_t>& stream) {
  std::vector<uint32_t> numbers;
  if (stream.size() < kHeader) return numbers;
  CHECK_EQ(Read32(stream, 0), 0xa1b23c4du);
  CHECK_EQ(Read32(stream, 20), uint32_t{kLinkTypeEthernet});
  for (size_t at = kHeader; at < stream.size();) {
    CHECK(at + kRecordHeader <= stream.size());
    const size_t next = at + kRecordHeader + Read32(stream, at + 8);
    CHECK(next <= stream.size());
    numbers.push_back(Read32(stream, at + kRecordHeader));
    CHECK_EQ(Read32(stream, at + 4), numbers.back());
    at = next;
  }
  return numbers;
}

std::vector<uint32_t> Sequence(uint32_t first, size_t count) {
  std::vector<uint32_t> numbers(count);
  for (size_t i = 0; i < count; i++) numbers[i] = static_cast<uint32_t>(first + i);
  return numbers;
}

}  // namespace

TEST(sink_tcp_gives_each_reader_a_header_and_the_packets_since_it_has_connected) {
  for (const std::string address : {"127.0.0.1", "::1"}) {
    Server server(false, 1 << 20, address);
    server.Send(Packets(0, 10, 100));
    CHECK_EQ(server.counters().without_reader, uint64_t{10});
    const OwnedFd first = server.Connect(1);
    server.Send(Packets(10, 20, 100));
    const OwnedFd second = server.Connect(2);
    server.Send(Packets(30, 5, 100));
    server.sink->Finish();
    CHECK(NumbersIn(ReadBytes(first, SIZE_MAX)) == Sequence(10, 25));
    CHECK(NumbersIn(ReadBytes(second, SIZE_MAX)) == Sequence(30, 5));
    CHECK_EQ(server.counters().sent, uint64_t{25});
  }
}

TEST(sink_tcp_waits_for_a_reader_and_for_slow_ones_where_packets_come_from_a_file) {
  Server server(true);
  constexpr size_t kCount = 20'000;
  std::vector<uint32_t> numbers;
  std::thread reader([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const OwnedFd fd = ConnectTcp({"127.0.0.1", server.port, true}, "test");
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    numbers = NumbersIn(ReadBytes(fd, SIZE_MAX));
  });
  // More than the buffer and those of the kernel hold.
  for (uint32_t i = 0; i < kCount; i += 500) server.Send(Packets(i, 500, 1500));
  server.sink->Finish();
  reader.join();
  CHECK(numbers == Sequence(0, kCount));
  CHECK_EQ(server.counters().slow_readers, uint64_t{0});
}

TEST(sink_tcp_cuts_a_slow_reader_off_and_no_other) {
  Server server(false, 4 << 20);
  const OwnedFd slow = server.Connect(1);
  const OwnedFd quick = server.Connect(2);
  constexpr size_t kCount = 20'000;
  std::vector<uint32_t> numbers;
  std::thread reader([&] { numbers = NumbersIn(ReadBytes(quick, SIZE_MAX)); });
  for (uint32_t i = 0; i < kCount; i += 500) {
    server.Send(Packets(i, 500, 1500));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  server.sink->Finish();
  reader.join();
  CHECK(numbers == Sequence(0, kCount));
  CHECK_EQ(server.counters().slow_readers, uint64_t{1});
  CHECK_EQ(server.notices.size(), size_t{1});
}

TEST(sink_tcp_goes_on_when_a_reader_has_gone) {
  Server server(false);
  { const OwnedFd gone = server.Connect(1); }
  const OwnedFd stays = server.Connect(2);
  for (uint32_t i = 0; i < 10; i++) {
    server.Send(Packets(i, 1, 100));
    Server::Pause();
  }
  server.sink->Finish();
  CHECK(NumbersIn(ReadBytes(stays, SIZE_MAX)) == Sequence(0, 10));
}

TEST(sink_tcp_tells_what_a_reader_that_has_gone_did_not_take) {
  Server server(false, 64 << 20);
  {
    const OwnedFd gone = server.Connect(1);
    server.Send(Packets(0, 400, 65000));
    ReadBytes(gone, kHeader);
  }
  server.sink->Finish();
  CHECK_EQ(server.notices.size(), size_t{1});
  CHECK(server.notices.at(0).find("has gone, and has not taken the last ") != std::string::npos);
}

TEST(sink_tcp_as_a_client_is_lost_with_its_connection) {
  const OwnedFd listener = ListenTcp({"127.0.0.1", 0, false}, "test");
  TcpSinkOptions options;
  options.at = {"127.0.0.1", PortOf(listener), true};
  options.nanoseconds = true;
  TcpSink sink(options, ConnectTcp(options.at, "test"), kEthernetFormat, false, [](const Notice&) {});
  OwnedFd peer(accept(listener.get(), nullptr, nullptr));
  const Packets packets(0, 10, 100);
  sink.Consume(packets.views.data(), packets.views.size());
  CHECK_EQ(NumbersIn(ReadBytes(peer, kHeader + 10 * (kRecordHeader + 100))).size(), size_t{10});
  peer = OwnedFd();
  bool lost = false;
  for (int i = 0; i < 500 && !lost; i++) {
    try {
      sink.Consume(packets.views.data(), packets.views.size());
      Server::Pause();
    } catch (const CaptureError& error) {
      CHECK_EQ(error.code(), std::string("ETCP_LOST"));
      lost = true;
    }
  }
  CHECK(lost);
}

TEST(sink_tcp_leaves_out_packets_of_another_link_type) {
  Server server(false);
  const OwnedFd reader = server.Connect(1);
  Packets packets(0, 4, 100);
  packets.views[1].link_type = kLinkTypeRaw;
  server.Send(packets);
  server.sink->Finish();
  CHECK(NumbersIn(ReadBytes(reader, SIZE_MAX)) == std::vector<uint32_t>({0, 2, 3}));
  CHECK_EQ(server.counters().not_carried, uint64_t{1});
}

TEST(sink_tcp_in_pcapng_gives_each_reader_the_interfaces_of_its_packets_however_late_it_comes) {
  Server server(false, 64 << 20, "127.0.0.1", true);
  std::vector<OwnedFd> readers;
  // A new interface with each batch: the packets of a VNI have one of their own.
  for (uint32_t batch = 0; batch < 8; batch++) {
    readers.push_back(server.Connect(batch + 1));
    TunnelFacts tunnel;
    tunnel.vni = batch;
    Packets packets(batch, 1, 500);
    packets.views[0].tunnel = &tunnel;
    for (int i = 0; i < 200; i++) server.Send(packets);
  }
  server.Send(Packets(0, 1, 100));
  server.sink->Finish();
  for (size_t i = 0; i < readers.size(); i++) {
    const ReadResult result = ReadWhole(ReadBytes(readers[i], SIZE_MAX));
    CHECK_EQ(result.error, std::string(""));
    CHECK_EQ(result.packets.size(), 200 * (readers.size() - i) + 1);
    CHECK_EQ(result.packets.back().view.len, uint32_t{100});
    CHECK_EQ(result.packets.back().view.nanoseconds, uint32_t{0});
  }
}

TEST(sink_tcp_in_pcapng_tells_drops_with_the_next_packet_and_the_counters_at_the_end) {
  SourceCounters counters;
  Server server(false, 64 << 20, "127.0.0.1", true, [&counters](size_t) { return counters; });
  const OwnedFd reader = server.Connect(1);
  counters.kernel_dropped = 5;
  server.Send(Packets(0, 2, 100));
  server.sink->Finish();
  const std::vector<Block> blocks = BlocksIn(ReadBytes(reader, SIZE_MAX));
  const std::vector<Block> packets = OfType(blocks, pcapng::kEnhancedPacket);
  constexpr uint16_t kPacketDrops = 4, kOsDropped = 7, kDelivered = 8;
  const std::string five("\5\0\0\0\0\0\0\0", 8), two("\2\0\0\0\0\0\0\0", 8);
  CHECK_EQ(PacketOptions(packets.at(0)).at(kPacketDrops), five);
  CHECK_EQ(PacketOptions(packets.at(1)).count(kPacketDrops), size_t{0});
  CHECK_EQ(blocks.back().type, pcapng::kInterfaceStatistics);
  CHECK_EQ(OptionsOf(blocks.back(), 12).at(kOsDropped), five);
  CHECK_EQ(OptionsOf(blocks.back(), 12).at(kDelivered), two);
}

TEST(sink_tcp_in_pcapng_tells_statistics_that_are_due_before_packets_and_in_pauses) {
  Server server(
      false, 64 << 20, "127.0.0.1", true, [](size_t) { return SourceCounters{}; }, 0);
  const OwnedFd reader = server.Connect(1);
  server.Send(Packets(0, 1, 100));
  server.sink->Idle();
  server.Send(Packets(1, 1, 100));
  server.sink->Finish();
  std::string types;
  for (const Block& block : BlocksIn(ReadBytes(reader, SIZE_MAX))) types += std::to_string(block.type % 10);
  // Behind section and interface; the last of them stand at the end of any stream.
  CHECK_EQ(types.substr(2), std::string("65565"));
}

TEST(tcp_port_that_is_taken_is_named) {
  const OwnedFd listener = ListenTcp({"127.0.0.1", 0, false}, "test");
  const uint16_t port = PortOf(listener);
  try {
    ListenTcp({"127.0.0.1", port, false}, "sink tcp::127.0.0.1");
    CHECK(false);
  } catch (const CaptureError& error) {
    CHECK_EQ(error.code(), std::string("ETCP_PORT"));
    CHECK_EQ(std::string(error.what()),
             "sink tcp::127.0.0.1: port " + std::to_string(port) + " is taken: Address already in use");
  }
}

}  // namespace fandump::test
