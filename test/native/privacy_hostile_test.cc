// Packets that are cut and packets with arbitrary bytes, in every tunnel that is looked through.
#include <random>

#include "check.h"
#include "privacy/packet_slicer.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

constexpr size_t kUdpAt = 14 + ipv4::kLength;

// Those over UDP, with right checksums; some from the port of a server.
std::vector<Bytes> Datagrams() {
  const Bytes ipv4 = TcpPacket(kFlow), ipv6 = TcpPacket(kIpv6Flow), frame = EthernetFrame(kEtherTypeIpv4, ipv4);
  const Bytes route = {0, 0, 3, 1, 0xf5, 0xff, 0xff, 0xfe}, alternate = {3, 8, 0, 0, 10, 0, 0, 1, 1, 2};
  const std::vector<std::pair<uint16_t, Bytes>> payloads = {
      {kPortVxlan, VxlanPayload(frame)},
      {kPortOldVxlan, Join({0x8c, 0x48, 1, 3, 0, 0, 7, 1}, frame)},
      {kPortVxlanGpe, VxlanGpePayload(2, ipv6)},
      {kPortGeneve, GenevePayload(kEtherTypeBridged, frame, Bytes(20, 3))},
      {kPortGue, GuePayload(kProtocolIpv6, ipv6, 8)},
      {kPortGue, GuePayload(kProtocolGre, ErspanIi(frame))},
      {kPortGue, ipv4},
      {kPortGreInUdp, GrePacket(0xb000, kEtherTypeIpv4, ipv4)},
      {kPortGreInUdp, ErspanIii(frame, true)},
      {kPortMplsInUdp, Labels(2, Join(Bytes(4), frame))},
      {kPortErm, ErmPayload(frame)},
      {kPortTzsp, TzspPayload(frame, {60, 6, 2, 0, 0, 0, 0, 0x55, 0, 1})},
      {kPortGtpUser, Join({0x36, 255, 0, 0, 0, 0, 0, 1, 0, 9, 0, 0xc0, 1, 9, 9, 0}, ipv4)},
      {kPortGtpUser, {0x30, 26, 0, 0, 0, 0, 0, 1, 16, 0, 0, 0, 7, 133, 0, 4, 10, 0, 0, 1}},
      {kPortL2tp, Join({0x4a, 0x02, 0, 99, 0, 7, 0, 9, 0, 1, 0, 2, 0, 1, 0xee, 0xff, 0x03, 0x00, 0x21}, ipv4)},
      {kPortTeredo, Join(Join(route, ipv6), alternate)},
      {kPortAyiya, Join({0x21, 0x12, 0x11, kProtocolIpv4, 1, 2, 3, 4, 10, 0, 0, 1, 6, 6, 6, 6}, ipv4)},
  };
  std::vector<Bytes> frames;
  for (const auto& [port, payload] : payloads) {
    const FlowEnds ends = FeedEnds(kProtocolUdp, port);
    for (const FlowEnds& way : {ends, ends.Reversed()}) {
      frames.push_back(EthernetFrame(kEtherTypeIpv4, UdpPacket(way, payload)));
    }
  }
  return frames;
}

std::vector<Bytes> Frames() {
  std::vector<Bytes> frames = Datagrams();
  for (const TunnelKind& kind : TunnelKinds()) {
    frames.push_back(kind.frame({}));
    frames.push_back(kind.frame(kIpv6Flow));
  }
  frames.push_back(
      InIp(kProtocolGre, Join({0x30, 0x81, 0x88, 0x0b, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0x21}, TcpPacket(kFlow))));
  return frames;
}

// What stays of a sum whose checksum is changed along: both zeros are one number.
uint32_t Remainder(const Bytes& frame) {
  return Sum(frame.data() + kUdpAt, frame.size() - kUdpAt, Sum(frame.data() + 14 + ipv4::kSourceAt, 8)) % 0xffff;
}

TEST(tunnels_that_are_cut_anywhere_keep_no_address) {
  for (const Bytes& frame : Frames()) {
    Bytes whole = frame;
    Anonymize(whole);
    // Answers to a port that is no server's are not looked into.
    if (Contains(whole, kSource)) continue;
    for (size_t size = 0; size < frame.size(); size++) {
      Bytes cut(frame.begin(), frame.begin() + static_cast<ptrdiff_t>(size));
      Anonymize(cut);
      for (const Bytes& address : {kSource, kDestination, kStation}) CHECK(!Contains(cut, address));
    }
  }
}

TEST(whatever_a_tunnel_holds_the_checksum_around_it_is_as_right_as_it_was) {
  std::mt19937 random(7);
  const std::vector<Bytes> frames = Datagrams();
  PacketAnonymizer anonymizer(SomeKey());
  for (int round = 0; round < 20'000; round++) {
    Bytes frame = frames[random() % frames.size()];
    const size_t payload = kUdpAt + udp::kLength;
    for (unsigned i = random() % 8; i > 0; i--) {
      frame[payload + random() % (frame.size() - payload)] = static_cast<uint8_t>(random());
    }
    const uint32_t before = Remainder(frame);
    PacketView view = ViewOf(frame);
    anonymizer.Apply(&view, 1);
    if (view.caplen == frame.size()) CHECK_EQ(Remainder(frame), before);
  }
}

TEST(hostile_packets_are_walked_within_their_bytes) {
  std::mt19937 random(20);
  PacketAnonymizer anonymizer(SomeKey());
  PacketSlicer slicer(3);
  const std::vector<Bytes> frames = Frames();
  TunnelFacts facts;
  for (int round = 0; round < 40'000; round++) {
    Bytes bytes = frames[random() % frames.size()];
    for (unsigned i = random() % 6; i > 0; i--) bytes[random() % bytes.size()] = static_cast<uint8_t>(random());
    bytes.resize(random() % (bytes.size() + 1));
    bytes.shrink_to_fit();
    constexpr uint16_t kLinkTypes[] = {1, 101, 113, 276, 9, 0, 228};
    PacketView view = ViewOf(bytes, random() % 2 == 0 ? uint16_t{1} : kLinkTypes[random() % std::size(kLinkTypes)]);
    facts.encapsulation = static_cast<uint8_t>(random() % (kEncapGue + 1));
    facts.destination_port = 50000;
    if (random() % 2 == 0) view.tunnel = &facts;
    slicer.Apply(&view, 1);
    anonymizer.Apply(&view, 1);
    CHECK(view.caplen <= bytes.size());
  }
}

}  // namespace
}  // namespace fandump::test
