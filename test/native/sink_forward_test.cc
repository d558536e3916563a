// Datagrams that the udp sink sends, as a socket on loopback receives them.
#include <algorithm>
#include <map>
#include <set>

#include "packet_testbed.h"
#include "sink/forward.h"
#include "udp_loopback.h"

namespace fandump::test {

namespace {

constexpr size_t kVxlanHeader = 8;

// UDP over IPv4 over Ethernet of a flow, of size bytes; the last two are a number.
Bytes Frame(uint16_t flow, size_t size, uint16_t number) {
  Bytes frame(size);
  frame[12] = 8;
  frame[14] = 0x45;
  frame[23] = 17;
  frame[34] = static_cast<uint8_t>(flow >> 8);
  frame[35] = static_cast<uint8_t>(flow);
  frame[size - 2] = static_cast<uint8_t>(number >> 8);
  frame[size - 1] = static_cast<uint8_t>(number);
  return frame;
}

ForwardOptions To(uint16_t port) {
  ForwardOptions options;
  options.address = "127.0.0.1";
  options.port = port;
  options.vni = 0x123456;
  options.source_ports = 4;
  return options;
}

struct Sender {
  explicit Sender(const ForwardOptions& options)
      : sockets(std::make_shared<ForwardSockets>(options)),
        pace(std::make_shared<ForwardPace>(options.rate)),
        sink(options, sockets, pace) {}

  void Send(std::vector<Bytes>& packets, uint16_t link_type = kLinkTypeEthernet) {
    std::vector<PacketView> views(packets.size());
    for (size_t i = 0; i < packets.size(); i++) {
      views[i].data = packets[i].data();
      views[i].caplen = views[i].len = static_cast<uint32_t>(packets[i].size());
      views[i].link_type = link_type;
    }
    for (size_t at = 0; at < views.size(); at += PacketBatch::kCapacity) {
      sink.Consume(&views[at], std::min(PacketBatch::kCapacity, views.size() - at));
    }
  }
  ForwardCounters counters() const {
    ForwardCounters result;
    sink.ReadCounters(result);
    return result;
  }

  std::shared_ptr<ForwardSockets> sockets;
  std::shared_ptr<ForwardPace> pace;
  ForwardSink sink;
};

UdpOptions Listener(uint16_t port) {
  UdpOptions options = OptionsFor("127.0.0.1", port);
  options.receive_buffer_size = 16 << 20;
  options.datagram_size = 9248;
  return options;
}

// By flow: the frames' bytes in the order of their arrival.
std::map<uint16_t, std::vector<Bytes>> ByFlow(const std::vector<Bytes>& frames) {
  std::map<uint16_t, std::vector<Bytes>> flows;
  for (const Bytes& frame : frames) flows[static_cast<uint16_t>(frame[34] << 8 | frame[35])].push_back(frame);
  return flows;
}

void CheckAllArrive(bool segment) {
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(Listener(port));
  ForwardOptions options = To(port);
  options.segment = segment;
  Sender sender(options);
  std::vector<Bytes> frames;
  for (uint16_t i = 0; i < 1000; i++) frames.push_back(Frame(i % 37, i % 5 == 0 ? 200 + i % 7 : 100, i));
  sender.Send(frames);
  const auto received = Collect(*listener, frames.size());
  CHECK_EQ(received.size(), frames.size());
  std::vector<Bytes> inner;
  std::map<uint16_t, std::set<uint16_t>> ports;
  for (const Datagram& datagram : received) {
    const Bytes header(datagram.bytes.begin(), datagram.bytes.begin() + kVxlanHeader);
    CHECK(header == Bytes({8, 0, 0, 0, 0x12, 0x34, 0x56, 0}));
    inner.emplace_back(datagram.bytes.begin() + kVxlanHeader, datagram.bytes.end());
    ports[static_cast<uint16_t>(inner.back()[34] << 8 | inner.back()[35])].insert(datagram.tunnel.source_port);
    CHECK(datagram.tunnel.source_port >= 49152);
  }
  CHECK(ByFlow(inner) == ByFlow(frames));
  for (const auto& [flow, used] : ports) CHECK_EQ(used.size(), size_t{1});
  CHECK_EQ(sender.counters().sent, uint64_t{1000});
}

}  // namespace

TEST(sink_forward_carries_every_packet_together_in_the_order_of_its_flow) { CheckAllArrive(true); }

TEST(sink_forward_does_the_same_packet_by_packet) { CheckAllArrive(false); }

TEST(sink_forward_sends_what_does_not_fit_the_path_in_fragments) {
  const uint16_t port = FreePort();
  UdpOptions listens = Listener(port);
  listens.datagram_size = 65536;
  const auto listener = OpenUdp(listens);
  ForwardOptions options = To(port);
  options.encapsulation = kEncapSkip;
  Sender sender(options);
  // Loopback's MTU is 65536: with the headers of IP and UDP just these do not fit.
  std::vector<Bytes> frames(3, Frame(1, 65507, 9));
  sender.Send(frames);
  CHECK_EQ(Collect(*listener, 3).size(), size_t{3});
}

TEST(sink_forward_sends_one_by_one_what_a_path_that_got_narrower_does_not_carry_together) {
  InNamespace([] {
    const uint16_t port = FreePort();
    const auto listener = OpenUdp(Listener(port));
    Sender sender(To(port));
    Run("ip link set lo mtu 1400");
    std::vector<Bytes> frames;
    for (uint16_t i = 0; i < 20; i++) frames.push_back(Frame(1, 2000, i));
    sender.Send(frames);
    const auto received = Collect(*listener, frames.size());
    CHECK_EQ(received.size(), frames.size());
    for (size_t i = 0; i < received.size(); i++) {
      CHECK(std::equal(frames[i].begin(), frames[i].end(), received[i].bytes.begin() + kVxlanHeader));
    }
    CHECK_EQ(sender.counters().sent, frames.size());
    CHECK_EQ(sender.counters().sent_bytes, 2000 * frames.size());
  });
}

TEST(sink_forward_counts_what_the_system_refuses_and_goes_on) {
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(Listener(port));
  Sender sender(To(port));
  std::vector<Bytes> frames = {Frame(1, 100, 1), Frame(1, 70000, 2), Frame(1, 100, 3)};
  sender.Send(frames);
  CHECK_EQ(Collect(*listener, 2).size(), size_t{2});
  CHECK_EQ(sender.counters().refused[EMSGSIZE], uint64_t{1});
  CHECK_EQ(sender.counters().icmp_errors, uint64_t{0});
  CHECK_EQ(sender.counters().sent, uint64_t{2});
}

TEST(sink_forward_goes_on_when_nobody_listens) {
  Sender sender(To(FreePort()));
  for (int round = 0; round < 20; round++) {
    std::vector<Bytes> frames(50, Frame(1, 100, 1));
    sender.Send(frames);
  }
  CHECK_EQ(sender.counters().sent, uint64_t{1000});
  CHECK(sender.counters().icmp_errors > 0);
}

TEST(sink_forward_writes_the_protocol_of_ip_packets_into_geneve) {
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(Listener(port));
  ForwardOptions options = To(port);
  options.encapsulation = kEncapGeneve;
  options.source_ports = 1;
  Sender sender(options);
  std::vector<Bytes> packets = {Bytes(20, 0x45), Bytes(40, 0x60), Bytes(20, 0x15)};
  sender.Send(packets, kLinkTypeRaw);
  const auto received = Collect(*listener, 2);
  CHECK_EQ(received.size(), size_t{2});
  if (received.size() != 2) return;
  CHECK(Bytes(received[0].bytes.begin(), received[0].bytes.begin() + 8) == Bytes({0, 0, 8, 0, 0x12, 0x34, 0x56, 0}));
  CHECK_EQ(received[1].bytes[2] << 8 | received[1].bytes[3], 0x86dd);
  CHECK_EQ(sender.counters().not_carried, uint64_t{1});
}

TEST(sink_forward_takes_packets_of_the_link_types_for_one_version_of_ip) {
  constexpr uint16_t kIpv4 = 228, kIpv6 = 229;  // LINKTYPE_IPV4, LINKTYPE_IPV6
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(Listener(port));
  ForwardOptions options = To(port);
  options.encapsulation = kEncapGeneve;
  CheckForwardLinkType(options, "udp::127.0.0.1:4789", kIpv4);
  Sender sender(options);
  std::vector<Bytes> ipv4 = {Bytes(20, 0x45)}, ipv6 = {Bytes(40, 0x60)};
  sender.Send(ipv4, kIpv4);
  sender.Send(ipv6, kIpv6);
  CHECK_EQ(Collect(*listener, 2).size(), size_t{2});
}

TEST(sink_forward_refuses_packets_that_vxlan_does_not_carry) {
  std::string code;
  try {
    CheckForwardLinkType(To(4789), "udp::127.0.0.1:4789", kLinkTypeRaw);
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ELINKTYPE_FORWARD"));
}

TEST(sink_forward_keeps_the_pace_and_stops_at_once) {
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(Listener(port));
  ForwardOptions options = To(port);
  options.rate = 1000;
  Sender sender(options);
  std::vector<Bytes> frames(200, Frame(1, 100, 1));
  const int64_t start = NowNanoseconds(CLOCK_MONOTONIC);
  sender.Send(frames);
  const int64_t took = NowNanoseconds(CLOCK_MONOTONIC) - start;
  CHECK(took > 150'000'000);
  sender.pace->Stop();
  sender.Send(frames);
  CHECK_EQ(sender.counters().sent, uint64_t{200});
  CHECK_EQ(sender.counters().stopped, uint64_t{200});
}

TEST(sink_forward_counts_cut_packets_only_where_they_were_sent) {
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(Listener(port));
  for (const bool segment : {true, false}) {
    ForwardOptions options = To(port);
    options.segment = segment;
    Sender sender(options);
    std::vector<Bytes> frames = {Frame(1, 100, 1), Frame(1, 100, 2), Frame(1, 70000, 3), Frame(1, 100, 4)};
    std::vector<PacketView> views(frames.size());
    for (size_t i = 0; i < frames.size(); i++) {
      views[i].data = frames[i].data();
      views[i].caplen = static_cast<uint32_t>(frames[i].size());
      views[i].len = views[i].caplen + (i > 0);
    }
    sender.sink.Consume(views.data(), views.size());
    CHECK_EQ(sender.counters().sent, uint64_t{3});
    CHECK_EQ(sender.counters().sent_cut, uint64_t{2});
  }
}

}  // namespace fandump::test
