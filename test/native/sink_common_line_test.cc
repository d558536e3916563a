#include "sink/common_line.h"

#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check.h"
#include "random_packets.h"
#include "sink/batch.h"

namespace fandump {
namespace {

using std::string_literals::operator""s;
using test::Bytes;
using test::FlowEnds;

constexpr uint16_t kListedPort = 53;

CommonLineOptions Options(const std::function<void(CommonLineOptions&)>& change = {}) {
  constexpr size_t kPortBytes = 65536 / 8;
  CommonLineOptions options;
  options.tcp_ports.resize(kPortBytes);
  options.udp_ports.resize(kPortBytes);
  for (auto* ports : {&options.tcp_ports, &options.udp_ports}) (*ports)[kListedPort / 8] |= 1 << kListedPort % 8;
  if (change) change(options);
  return options;
}

// What was written, in memory of its own that begins at a multiple of eight and is no longer than may be needed.
struct Written {
  std::unique_ptr<uint64_t[]> memory = std::make_unique<uint64_t[]>(CommonLine::kLongest / sizeof(uint64_t));
  uint32_t length = 0;

  const uint8_t* bytes() const { return reinterpret_cast<const uint8_t*>(memory.get()); }
  BatchLine line() const {
    BatchLine line;
    std::memcpy(&line, bytes(), sizeof line);
    return line;
  }
  LineNumbers numbers() const {
    LineNumbers numbers{};
    std::memcpy(&numbers, bytes() + sizeof(BatchLine),
                line().key_words == 3 ? LineNumbers::kLengthIpv4 : LineNumbers::kLengthIpv6);
    return numbers;
  }
  // Both parts, with a bar where the numbers go.
  std::string text() const {
    if (length == 0) return "";
    size_t at = sizeof(BatchLine);
    if (line().numbers == 0) return Part(at, line().text_length);
    at += line().key_words == 3 ? LineNumbers::kLengthIpv4 : LineNumbers::kLengthIpv6;
    const size_t rest_at = at + (line().text_length + size_t{7}) / 8 * 8;
    return Part(at, line().text_length) + "|" + Part(rest_at, line().rest_length);
  }

 private:
  std::string Part(size_t at, size_t size) const { return {reinterpret_cast<const char*>(bytes()) + at, size}; }
};

Written Write(const CommonLineOptions& options, Bytes frame, bool verified = false) {
  frame.shrink_to_fit();
  PacketView packet;
  packet.data = frame.data();
  packet.caplen = packet.len = static_cast<uint32_t>(frame.size());
  Written written;
  written.length = CommonLine(options).Write(packet, verified, reinterpret_cast<uint8_t*>(written.memory.get()));
  return written;
}

Bytes Frame(const FlowEnds& flow, const Bytes& transport) {
  return test::EthernetFrame(flow.ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4, test::IpPacket(flow, transport));
}

Bytes Segment(const FlowEnds& flow, uint8_t flags, const Bytes& payload = {}) {
  Bytes bytes;
  test::Append16(bytes, flow.source_port);
  test::Append16(bytes, flow.destination_port);
  test::Append32(bytes, 1000);
  test::Append32(bytes, 0xfffffff0);
  bytes.push_back(0x50);
  bytes.push_back(flags);
  test::Append16(bytes, 501);
  test::Append32(bytes, 0xabcd0000);
  return Frame(flow, test::Join(bytes, payload));
}

FlowEnds Datagram(uint16_t port = 443) {
  FlowEnds flow;
  flow.protocol = kProtocolUdp;
  flow.destination_port = port;
  return flow;
}

constexpr uint8_t kAck = 0x10, kPush = 0x08, kSyn = 0x02, kReset = 0x04, kUrgent = 0x20;

}  // namespace

TEST(common_line_of_a_datagram_is_whole) {
  const Written written = Write(Options(), test::FlowFrame(Datagram()));
  CHECK_EQ(written.text(), "IP 10.0.0.1.40000 > 192.0.2.1.443: UDP, length 20"s);
  CHECK_EQ(written.length % 8, 0u);
}

TEST(common_line_of_a_datagram_over_ipv6_shortens_the_first_of_the_longest_runs_of_zeros) {
  FlowEnds flow = Datagram();
  flow.ipv6 = true;
  CHECK_EQ(Write(Options(), test::FlowFrame(flow)).text(),
           "IP6 2001:db8:0:a00::a00:1.40000 > 2001:db8:0:c000::c000:201.443: UDP, length 20"s);
}

TEST(common_line_of_a_segment_with_an_acknowledgement_lacks_its_numbers) {
  const FlowEnds flow;
  const Written written = Write(Options(), Segment(flow.Reversed(), kAck | kPush, Bytes(9)));
  CHECK_EQ(written.text(), "IP 192.0.2.1.443 > 10.0.0.1.40000: Flags [P.]|, win 501, length 9"s);
  CHECK_EQ(written.line().payload, 9);
  CHECK_EQ(written.line().numbers, kLineNumbersRelative | kLineNumbersSequence);
  CHECK_EQ(written.numbers().sequence, 1000u);
  CHECK_EQ(written.numbers().acknowledgement, 0xfffffff0);
  CHECK_EQ(written.numbers().key[0], uint32_t{443} << 16 | 40000);
  CHECK_EQ(written.numbers().key[1], flow.destination);
  CHECK_EQ(written.numbers().key[2], flow.source);
}

TEST(common_line_both_directions_of_a_conversation_have_one_key) {
  for (const bool ipv6 : {false, true}) {
    for (const uint16_t port : {uint16_t{443}, uint16_t{40000}}) {
      FlowEnds flow;
      flow.ipv6 = ipv6;
      flow.destination_port = port;
      const Written forth = Write(Options(), Segment(flow, kAck));
      const Written back = Write(Options(), Segment(flow.Reversed(), kAck));
      CHECK(std::memcmp(forth.numbers().key, back.numbers().key, sizeof(LineNumbers::key)) == 0);
      CHECK_EQ(forth.line().numbers ^ back.line().numbers, kLineNumbersSwapped);
    }
  }
}

TEST(common_line_is_whole_without_an_acknowledgement_or_with_absolute_numbers) {
  const FlowEnds flow;
  CHECK_EQ(Write(Options(), Segment(flow, kSyn)).text(),
           "IP 10.0.0.1.40000 > 192.0.2.1.443: Flags [S], seq 1000, win 501, length 0"s);
  const auto absolute = Options([](CommonLineOptions& options) { options.absolute_sequence = true; });
  CHECK_EQ(Write(absolute, Segment(flow, kAck, Bytes(9))).text(),
           "IP 10.0.0.1.40000 > 192.0.2.1.443: Flags [.], seq 1000:1009, ack 4294967280, win 501, length 9"s);
}

TEST(common_line_with_headers_and_checksums_is_of_verified_packets_only) {
  const auto verbose = Options([](CommonLineOptions& options) { options.ip_header = options.checksums = true; });
  const FlowEnds flow;
  CHECK_EQ(Write(verbose, Segment(flow, kAck), true).text(),
           "IP (tos 0x0, ttl 64, id 4660, offset 0, flags [none], proto TCP (6), length 40)\n"
           "    10.0.0.1.40000 > 192.0.2.1.443: Flags [.], cksum 0xabcd (correct)|, win 501, length 0"s);
  CHECK_EQ(Write(verbose, Segment(flow, kAck), false).length, 0u);
  FlowEnds six = Datagram();
  six.ipv6 = true;
  CHECK_EQ(Write(verbose, test::FlowFrame(six), true).text(),
           "IP6 (hlim 64, next-header UDP (17) payload length: 28) 2001:db8:0:a00::a00:1.40000 > "
           "2001:db8:0:c000::c000:201.443: [udp sum ok] UDP, length 20"s);
  // Its own checksum is not looked at over IPv4, but that of the header is.
  CHECK_EQ(Write(verbose, test::FlowFrame(Datagram()), false).length, 0u);
}

TEST(common_line_is_not_that_of_listed_ports_urgent_segments_fragments_or_other_packets) {
  const CommonLineOptions options = Options();
  CHECK_EQ(Write(options, test::FlowFrame(Datagram(kListedPort))).length, 0u);
  FlowEnds listed;
  listed.destination_port = kListedPort;
  CHECK_EQ(Write(options, Segment(listed, kAck, Bytes(1))).length, 0u);
  CHECK(Write(options, Segment(listed, kAck)).length > 0);
  CHECK_EQ(Write(options, Segment({}, kAck | kUrgent)).length, 0u);
  const FlowEnds flow = Datagram();
  const Bytes fragment = test::Ipv4Packet(flow, Bytes(16), {}, 0x2000);
  const Bytes with_options = test::Ipv4Packet(flow, Bytes(16), Bytes(4));
  for (const Bytes& packet : {fragment, with_options}) {
    CHECK_EQ(Write(options, test::EthernetFrame(kEtherTypeIpv4, packet)).length, 0u);
  }
  CHECK_EQ(Write(options, test::Tagged(test::FlowFrame(flow), 7)).length, 0u);
  Bytes cut = test::FlowFrame(flow);
  cut.pop_back();
  CHECK_EQ(Write(options, cut).length, 0u);
}

TEST(common_line_a_reset_with_a_message_has_another_line_where_headers_are_shown) {
  const auto verbose = Options([](CommonLineOptions& options) { options.ip_header = true; });
  CHECK(Write(verbose, Segment({}, kReset)).length > 0);
  CHECK_EQ(Write(verbose, Segment({}, kReset, Bytes(3))).length, 0u);
}

TEST(common_line_of_a_record_that_cannot_be_true_is_not_written) {
  Bytes frame = test::FlowFrame(Datagram());
  PacketView packet;
  packet.data = frame.data();
  packet.caplen = static_cast<uint32_t>(frame.size());
  packet.len = packet.caplen - 1;
  Written written;
  CHECK_EQ(CommonLine(Options()).Write(packet, false, reinterpret_cast<uint8_t*>(written.memory.get())), 0u);
}

TEST(common_line_reads_no_byte_behind_a_random_packet_and_writes_none_behind_its_room) {
  test::Random random(31);
  for (const bool verbose : {false, true}) {
    const auto options = Options([&](CommonLineOptions& wanted) { wanted.ip_header = wanted.checksums = verbose; });
    for (int i = 0; i < 20000; i++) {
      const Written written = Write(options, test::Damaged(random, test::AnyFrame(random, 1), 1), verbose);
      CHECK(written.length <= CommonLine::kLongest);
    }
  }
}

TEST(common_line_takes_the_place_of_the_bytes_in_a_batch_unless_they_are_wanted) {
  for (const bool keep_bytes : {false, true}) {
    BatchQueue queue(1, 4096, [] {});
    BatchSink sink(queue, true, false, Options([&](CommonLineOptions& options) { options.keep_bytes = keep_bytes; }));
    Bytes frame = test::FlowFrame(Datagram());
    PacketView packet;
    packet.data = frame.data();
    packet.caplen = packet.len = static_cast<uint32_t>(frame.size());
    sink.Consume(&packet, 1);
    sink.Finish();
    const int slot = queue.Take();
    BatchRecord record;
    std::memcpy(&record, queue.slot(static_cast<size_t>(slot)), sizeof record);
    CHECK_EQ(record.line_offset, sizeof record);
    CHECK_EQ(record.len, frame.size());
    CHECK_EQ(record.caplen, keep_bytes ? frame.size() : 0);
    CHECK_EQ(record.record_length, queue.used(slot));
    const uint8_t* data = queue.slot(static_cast<size_t>(slot)) + record.data_offset;
    CHECK(std::memcmp(data, frame.data(), record.caplen) == 0);
  }
}

}  // namespace fandump
