// A savefile read several times, and one that comes by TCP.
#include <unistd.h>

#include <thread>

#include "check.h"
#include "savefile_builder.h"
#include "sink_testbed.h"
#include "source/pcap_over_ip.h"
#include "source/savefile_loop.h"
#include "tcp_loopback.h"

namespace fandump::test {

namespace {

constexpr uint32_t kMicroseconds = 0xa1b2c3d4;
const std::vector<uint8_t> kPacket = {1, 2, 3, 4, 5};

std::vector<uint8_t> ThreePackets() {
  BytesBuilder file;
  file.PcapHeader(kMicroseconds).PcapRecord(100, 0, kPacket, 5).PcapRecord(101, 500'000, kPacket, 5);
  return file.PcapRecord(101, 0, kPacket, 5).bytes();
}

std::vector<uint8_t> Pcapng() {
  BytesBuilder file;
  file.SectionHeader().Interface(kLinkTypeEthernet).EnhancedPacket(0, 100'000'000, kPacket, 5);
  return file.bytes();
}

// Seconds since the file's first packet, in halves.
std::vector<int64_t> Times(Source& source, size_t most) {
  std::vector<int64_t> times;
  PacketBatch batch;
  while (times.size() < most && source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets) {
    for (size_t i = 0; i < batch.size; i++) {
      times.push_back((batch.packets[i].seconds - 100) * 2 + batch.packets[i].nanoseconds / 500'000'000);
    }
  }
  return times;
}

// Writes the bytes into a connection to the port that somebody is about to listen on.
void SendWhenListening(uint16_t port, const std::vector<uint8_t>& bytes) {
  while (true) {
    try {
      const OwnedFd fd = ConnectTcp({"127.0.0.1", port, true}, "test");
      CHECK_EQ(send(fd.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
      return;
    } catch (const CaptureError&) {
      usleep(5000);
    }
  }
}

uint16_t FreeTcpPort() { return PortOf(ListenTcp({"127.0.0.1", 0, false}, "test")); }

}  // namespace

TEST(savefile_loop_goes_on_in_time_from_pass_to_pass) {
  const MemoryFile file(ThreePackets());
  SavefileLoop source(file.path(), 3);
  source.Open();
  CHECK(Times(source, 100) == std::vector<int64_t>({0, 3, 2, 3, 6, 5, 6, 9, 8}));
  SourceCounters counters;
  source.ReadCounters(counters);
  CHECK_EQ(counters.received, uint64_t{9});
}

TEST(savefile_loop_reads_a_compressed_file_in_each_pass) {
  for (const Compression method : {Compression::kZstd, Compression::kGzip, Compression::kLz4}) {
    const Folder folder;
    SavefileOptions options = OptionsFor(folder.File("x"));
    options.compression = {method, 0, 1};
    SavefileSink sink(options);
    sink.Open();
    std::vector<uint8_t> bytes(1000);
    const PacketView packet = View(bytes, 100);
    constexpr size_t kPackets = 2000;
    for (size_t i = 0; i < kPackets; i++) sink.Consume(&packet, 1);
    sink.Finish();
    SavefileLoop loop(options.path, 3);
    loop.Open();
    CHECK_EQ(Times(loop, SIZE_MAX).size(), 3 * kPackets);
  }
}

TEST(savefile_loop_without_end_ends_when_it_is_drained) {
  for (const auto& bytes : {ThreePackets(), Pcapng()}) {
    const MemoryFile file(bytes);
    SavefileLoop source(file.path(), 0);
    source.Open();
    CHECK(Times(source, 1000).size() >= 1000);
    source.Drain();
    PacketBatch batch;
    CHECK(source.Receive(batch, kPatientMs) == ReceiveStatus::kEnd);
  }
}

TEST(savefile_loop_of_a_file_without_packets_ends) {
  const MemoryFile file(BytesBuilder().PcapHeader(kMicroseconds).bytes());
  SavefileLoop source(file.path(), 0);
  source.Open();
  PacketBatch batch;
  CHECK(source.Receive(batch, kPatientMs) == ReceiveStatus::kEnd);
}

TEST(pcap_over_ip_takes_a_stream_from_whoever_connects) {
  for (const auto& bytes : {ThreePackets(), Pcapng()}) {
    const uint16_t port = FreeTcpPort();
    std::thread sender([&] { SendWhenListening(port, bytes); });
    const auto source = OpenPcapOverIp({"127.0.0.1", port, false});
    source->Open();
    sender.join();
    size_t count = 0;
    PacketBatch batch;
    while (true) {
      const ReceiveStatus status = source->Receive(batch, 1000);
      if (status != ReceiveStatus::kPackets) {
        CHECK(status == ReceiveStatus::kEnd);
        break;
      }
      count += batch.size;
    }
    CHECK_EQ(count, bytes == Pcapng() ? size_t{1} : size_t{3});
  }
}

TEST(pcap_over_ip_says_where_a_stream_is_bad) {
  std::vector<uint8_t> bytes = ThreePackets();
  bytes[24 + 16 + 5 + 11] = 0x7f;  // the highest byte of the second record's length
  const OwnedFd listener = ListenTcp({"127.0.0.1", 0, false}, "test");
  const uint16_t port = PortOf(listener);
  std::thread server([&] {
    pollfd ready{listener.get(), POLLIN, 0};
    poll(&ready, 1, 5000);
    const OwnedFd fd(accept(listener.get(), nullptr, nullptr));
    CHECK_EQ(send(fd.get(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  });
  const auto source = OpenPcapOverIp({"127.0.0.1", port, true});
  source->Open();
  std::string message;
  try {
    PacketBatch batch;
    while (source->Receive(batch, 1000) == ReceiveStatus::kPackets) continue;
  } catch (const CaptureError& error) {
    message = error.what();
  }
  server.join();
  const std::string uri = "tcp+connect::127.0.0.1:" + std::to_string(port);
  CHECK(message.starts_with(uri + ": invalid packet capture length"));
  CHECK(message.ends_with("(at byte 45)"));
}

}  // namespace fandump::test
