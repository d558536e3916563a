// Datagrams that were refused, in a savefile.
#include "sink/rejected.h"

#include <sys/socket.h>

#include <cstring>

#include "sink_testbed.h"

namespace fandump::test {
namespace {

using Bytes = std::vector<uint8_t>;

TunnelFacts Between(uint8_t family, uint8_t source, uint8_t destination) {
  TunnelFacts tunnel;
  tunnel.family = family;
  tunnel.source[0] = source;
  tunnel.destination[0] = destination;
  tunnel.source_port = 0x1234;
  tunnel.destination_port = 4789;
  return tunnel;
}

uint16_t Sum(const Bytes& bytes, size_t from, size_t to, uint32_t sum = 0) {
  for (size_t i = from; i < to; i += 2) sum += static_cast<uint32_t>(bytes[i] << 8 | (i + 1 < to ? bytes[i + 1] : 0));
  while (sum > 0xffff) sum = (sum >> 16) + (sum & 0xffff);
  return static_cast<uint16_t>(sum);
}

// The packets of a pcap file, in this host's byte order.
std::vector<Bytes> PacketsOf(const std::string& path) {
  const Bytes file = Contents(path);
  std::vector<Bytes> packets;
  for (size_t at = 24; at + 16 <= file.size();) {
    uint32_t captured;
    std::memcpy(&captured, file.data() + at + 8, sizeof captured);
    const auto begin = file.begin() + static_cast<std::ptrdiff_t>(at + 16);
    packets.emplace_back(begin, begin + captured);
    at += 16 + captured;
  }
  return packets;
}

std::vector<Bytes> Written(const Folder& folder, const std::vector<RejectedPacket>& rejected) {
  const std::string path = folder.File("invalid.pcap");
  auto file = std::make_unique<SavefileSink>(OptionsFor(path, kLinkTypeRaw));
  file->Open();
  RejectedSink sink(std::move(file), path, 2, [](const Notice&) {});
  sink.Consume(rejected);
  sink.Finish();
  sink.Finish();
  CHECK_EQ(sink.written(), rejected.size());
  return PacketsOf(path);
}

}  // namespace

TEST(rejected_datagrams_are_ip_packets_with_their_own_addresses_and_ports) {
  const Folder folder;
  TunnelFacts ipv4 = Between(AF_INET, 10, 20);
  TunnelFacts ipv6 = Between(AF_INET6, 0x20, 0xfd);
  Bytes payload = {1, 2, 3, 4, 5};
  PacketView first = View(payload);
  first.tunnel = &ipv4;
  PacketView second = View(payload);
  second.tunnel = &ipv6;
  const auto packets = Written(folder, {{first, kInvalidVxlanFlags}, {second, kInvalidTooShort}});
  CHECK_EQ(packets.size(), size_t{2});
  CHECK((Bytes(packets[0].begin(), packets[0].begin() + 10) == Bytes{0x45, 0, 0, 33, 0, 0, 0x40, 0, 64, 17}));
  CHECK_EQ(Sum(packets[0], 0, 20), 0xffff);
  CHECK((Bytes(packets[0].begin() + 12, packets[0].begin() + 20) == Bytes{10, 0, 0, 0, 20, 0, 0, 0}));
  const Bytes udp(packets[0].begin() + 20, packets[0].end());
  CHECK((udp == Bytes{0x12, 0x34, 0x12, 0xb5, 0, 13, 0, 0, 1, 2, 3, 4, 5}));
  CHECK((Bytes(packets[1].begin(), packets[1].begin() + 9) == Bytes{0x60, 0, 0, 0, 0, 13, 17, 64, 0x20}));
  CHECK_EQ(packets[1].size(), size_t{53});
  // RFC 8200 section 8.1: addresses, length and next header are in the checksum.
  CHECK_EQ(Sum(packets[1], 8, packets[1].size(), 13 + 17), 0xffff);
}

TEST(rejected_datagrams_keep_the_length_of_what_was_cut) {
  const Folder folder;
  TunnelFacts tunnel = Between(AF_INET6, 1, 2);
  Bytes payload(100, 7);
  PacketView packet = View(payload);
  packet.len = 1000;
  packet.tunnel = &tunnel;
  const auto packets = Written(folder, {{packet, kInvalidTooShort}});
  CHECK_EQ(packets[0].size(), size_t{148});
  CHECK_EQ(packets[0][4] << 8 | packets[0][5], 1008);
  CHECK_EQ(packets[0][46] << 8 | packets[0][47], 0);
}

TEST(rejected_datagrams_of_any_length_fit) {
  const Folder folder;
  TunnelFacts tunnel = Between(AF_INET, 1, 2);
  Bytes payload(65507, 7);
  PacketView packet = View(payload);
  packet.tunnel = &tunnel;
  Bytes nothing;
  PacketView empty = View(nothing);
  empty.tunnel = &tunnel;
  const auto packets = Written(folder, {{packet, kInvalidTooShort}, {empty, kInvalidTooShort}});
  CHECK_EQ(packets[0].size(), size_t{65535});
  CHECK_EQ(packets[1].size(), size_t{28});
}

TEST(rejected_datagrams_of_a_worker_are_kept_after_another_has_ended) {
  const Folder folder;
  const std::string path = folder.File("invalid.pcap");
  auto file = std::make_unique<SavefileSink>(OptionsFor(path, kLinkTypeRaw));
  file->Open();
  RejectedSink sink(std::move(file), path, 2, [](const Notice&) {});
  TunnelFacts tunnel = Between(AF_INET, 1, 2);
  Bytes payload = {7};
  PacketView packet = View(payload);
  packet.tunnel = &tunnel;
  sink.Finish();
  sink.Consume({{packet, kInvalidTooShort}});
  sink.Finish();
  CHECK_EQ(PacketsOf(path).size(), size_t{1});
}

TEST(rejected_datagrams_over_ipv6_have_no_checksum_of_zero) {
  const Folder folder;
  TunnelFacts tunnel = Between(AF_INET6, 1, 2);
  constexpr size_t kChecksum = 46;
  Bytes payload = {0, 0};
  PacketView packet = View(payload);
  packet.tunnel = &tunnel;
  const Bytes before = Written(folder, {{packet, kInvalidTooShort}}).at(0);
  // What the checksum was: with it in the sum, that comes to nothing, which would say that there is none (RFC 8200).
  payload = {before[kChecksum], before[kChecksum + 1]};
  const Folder other;
  const Bytes after = Written(other, {{packet, kInvalidTooShort}}).at(0);
  CHECK_EQ(after[kChecksum] << 8 | after[kChecksum + 1], 0xffff);
}

TEST(rejected_datagrams_say_their_cause_in_pcapng) {
  const Folder folder;
  const std::string path = folder.File("invalid.pcapng");
  SavefileOptions options = OptionsFor(path, kLinkTypeRaw);
  options.pcapng = true;
  options.sources = {{"udp::0.0.0.0:4789", "", kLinkTypeRaw, kMaxSnaplen, true, nullptr}};
  auto file = std::make_unique<SavefileSink>(std::move(options));
  file->Open();
  RejectedSink sink(std::move(file), path, 1, [](const Notice&) {});
  TunnelFacts tunnel = Between(AF_INET, 1, 2);
  Bytes payload = {0};
  PacketView packet = View(payload);
  packet.tunnel = &tunnel;
  sink.Consume({{packet, kInvalidGpeVersion}});
  sink.Finish();
  const Bytes bytes = Contents(path);
  const std::string text(bytes.begin(), bytes.end());
  CHECK(text.find(std::string("refused: ") + InvalidCauseText(kInvalidGpeVersion)) != std::string::npos);
}

TEST(rejected_datagrams_every_cause_has_words) {
  for (int cause = 0; cause < kInvalidCauseCount; cause++) {
    CHECK(std::string(InvalidCauseText(static_cast<InvalidCause>(cause))) != "not known");
  }
}

}  // namespace fandump::test
