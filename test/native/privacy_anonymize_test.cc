#include <algorithm>

#include "check.h"
#include "privacy/packet_slicer.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

TEST(anonymized_tcp_keeps_right_checksums_and_no_address) {
  Bytes frame = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  const Bytes before = frame;
  Anonymize(frame);
  CHECK(IpIsRight(frame, kEthernet));
  CHECK(TransportIsRight(frame, kEthernet));
  for (const Bytes& address : {kSource, kDestination, kStation}) CHECK(!Contains(frame, address));
  // All the rest is as it was: but for checksums at 24 and 50, addresses at 0 and 26.
  for (size_t i = kEthernet; i < frame.size(); i++) {
    const bool may_change = (i >= 24 && i < 34) || (i >= 50 && i < 52);
    if (!may_change) CHECK_EQ(frame[i], before[i]);
  }
}

TEST(anonymizing_keeps_wrong_checksums_wrong_by_as_much) {
  Bytes right = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  Bytes wrong = right;
  wrong[kEthernet + 11] ^= 0x40;
  wrong[kEthernet + 37] ^= 0x21;
  Anonymize(wrong);
  CHECK(!IpIsRight(wrong, kEthernet));
  CHECK(!TransportIsRight(wrong, kEthernet));
}

TEST(udp_without_a_checksum_has_none_when_anonymized) {
  Bytes frame = EthernetFrame(kEtherTypeIpv4, UdpPacket(UdpEnds(53), Bytes(9)));
  Put(frame, kEthernet + 26, 0);
  Anonymize(frame);
  CHECK_EQ(frame[kEthernet + 26] << 8 | frame[kEthernet + 27], 0);
  CHECK(IpIsRight(frame, kEthernet));
}

TEST(udp_with_a_checksum_still_has_one_when_anonymized) {
  constexpr size_t kChecksum = kEthernet + ipv4::kLength + udp::kChecksumAt;
  Bytes frame = EthernetFrame(kEtherTypeIpv4, UdpPacket(UdpEnds(53), Bytes(2)));
  Anonymize(frame);
  // What the checksum was: with it in the sum, that comes to nothing, which would say that there is none (RFC 768).
  const Bytes payload(frame.begin() + kChecksum, frame.begin() + kChecksum + 2);
  frame = EthernetFrame(kEtherTypeIpv4, UdpPacket(UdpEnds(53), payload));
  Anonymize(frame);
  CHECK_EQ(frame[kChecksum] << 8 | frame[kChecksum + 1], 0xffff);
}

TEST(packets_in_tunnels_are_anonymized_with_the_checksums_around_them) {
  const Bytes inner = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  Bytes frame = EthernetFrame(kEtherTypeIpv4, UdpPacket(UdpEnds(kPortVxlan), VxlanPayload(inner)));
  Anonymize(frame);
  const size_t inner_ip = kEthernet + 28 + 8 + kEthernet;
  CHECK(IpIsRight(frame, kEthernet));
  CHECK(TransportIsRight(frame, kEthernet));
  CHECK(IpIsRight(frame, inner_ip));
  CHECK(TransportIsRight(frame, inner_ip));
  for (const Bytes& address : {kSource, kDestination, kStation}) CHECK(!Contains(frame, address));
}

TEST(a_tunnel_that_begins_at_an_odd_place_keeps_the_checksum_around_it) {
  const Bytes inner = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  // A header of four bytes, a tag of four, and the one that ends them.
  Bytes frame = EthernetFrame(kEtherTypeIpv4, UdpPacket(UdpEnds(kPortTzsp), TzspPayload(inner, {0x0a, 2, 7, 7, 1})));
  Anonymize(frame);
  CHECK(TransportIsRight(frame, kEthernet));
  CHECK(!Contains(frame, kSource));
}

TEST(what_icmp_quotes_is_anonymized) {
  Bytes quote = TcpPacket({});
  quote.resize(28);
  for (const uint8_t type : {3, 4, 5, 11, 12}) {
    Bytes icmp = Join({type, 1, 0, 0, 0, 0, 0, 0}, quote);
    Put(icmp, 2, 0xffff - Sum(icmp.data(), icmp.size()));
    FlowEnds ends = FlowEnds{}.Reversed();
    ends.protocol = 1;
    Bytes packet = Ipv4Packet(ends, icmp);
    Put(packet, 10, 0xffff - Sum(packet.data(), 20));
    Bytes frame = EthernetFrame(kEtherTypeIpv4, packet);
    Anonymize(frame);
    CHECK(IpIsRight(frame, kEthernet));
    CHECK_EQ(Sum(frame.data() + kEthernet + 20, frame.size() - kEthernet - 20), 0xffffu);
    CHECK(!Contains(frame, kSource));
    CHECK(!Contains(frame, kDestination));
  }
}

TEST(what_icmpv6_quotes_is_anonymized) {
  FlowEnds ends = kIpv6Flow.Reversed();
  ends.protocol = kProtocolIcmp6;
  for (const uint8_t type : {1, 2, 3, 4}) {
    const Bytes message = Join({type, 0, 0, 0, 0, 0, 0, 0}, TcpPacket(kIpv6Flow));
    const Bytes packet = Right(Ipv6Packet(ends, message), icmp::kChecksumAt);
    const Bytes frame = Anonymized(EthernetFrame(kEtherTypeIpv6, packet));
    CHECK(!HasAddress(frame));
    CHECK(TransportIsRight(frame, kEthernet));
    CHECK(TransportIsRight(frame, kEthernet + ipv6::kLength + icmp::kLength));
  }
}

TEST(later_fragments_stay_payload) {
  const Bytes payload = TcpPacket(kFlow);
  Bytes ipv4_fragment = Ipv4Packet(FeedEnds(kProtocolIpv4), payload);
  ipv4_fragment[7] = 1;
  const Bytes header = {kProtocolIpv4, 0, 0, 8, 0, 0, 0, 1};
  const Bytes ipv6_fragment = Ipv6Packet(kIpv6Flow, Join(header, payload), kProtocolFragment);
  CHECK(Contains(Anonymized(EthernetFrame(kEtherTypeIpv4, ipv4_fragment)), payload));
  CHECK(Contains(Anonymized(EthernetFrame(kEtherTypeIpv6, ipv6_fragment)), payload));
}

TEST(arp_has_the_pseudonyms_of_ip) {
  Bytes arp = {0, 1, 8, 0, 6, 4, 0, 1};
  for (const Bytes& part : {kStation, kSource, Bytes(6, 0), kDestination}) arp = Join(arp, part);
  Bytes request = EthernetFrame(0x0806, arp);
  Bytes frame = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  PacketAnonymizer anonymizer(SomeKey());
  PacketView views[] = {ViewOf(request), ViewOf(frame)};
  anonymizer.Apply(views, 2);
  CHECK(std::equal(request.begin() + 28, request.begin() + 32, frame.begin() + 26));
  CHECK(std::equal(request.begin() + 38, request.begin() + 42, frame.begin() + 30));
  CHECK(std::equal(request.begin() + 22, request.begin() + 28, frame.begin() + 0));
}

TEST(arp_that_was_cut_anywhere_keeps_no_byte_of_an_address) {
  Bytes arp = {0, 1, 8, 0, 6, 4, 0, 1};
  for (const Bytes& part : {kStation, kSource, kStation, kDestination}) arp = Join(arp, part);
  const Bytes whole = EthernetFrame(0x0806, arp);
  for (const auto& [begin, length] : {std::pair<size_t, size_t>{22, 6}, {28, 4}, {32, 6}, {38, 4}}) {
    for (size_t size = begin + 1; size < begin + length; size++) {
      const Bytes hidden = Anonymized(Bytes(whole.begin(), whole.begin() + static_cast<ptrdiff_t>(size)));
      for (size_t i = begin; i < size; i++) CHECK_EQ(hidden[i], 0);
    }
  }
}

TEST(arp_with_addresses_of_other_kinds_keeps_none) {
  // Eight bytes for a station (RFC 2734); then a protocol that is not IPv4.
  const Bytes station(8, 0x71), address(4, 0x72), other(5, 0x73);
  const Bytes firewire = Join({0, 24, 8, 0, 8, 4, 0, 1}, Join(Join(station, address), Join(station, address)));
  const Bytes foreign = Join({0, 1, 0x80, 0x9b, 8, 5, 0, 1}, Join(Join(station, other), Join(station, other)));
  for (const Bytes& arp : {firewire, foreign}) {
    const Bytes hidden = Anonymized(EthernetFrame(0x0806, arp));
    CHECK_EQ(hidden.size(), kEthernet + arp.size());
    for (const Bytes& part : {station, address, other}) CHECK(!Contains(hidden, part));
  }
}

TEST(the_station_of_a_cooked_header_is_anonymized_with_the_packet_behind_it) {
  const Bytes address = Join(kStation, {0xab, 0xcd});
  const Bytes first = Join(Join({0, 4, 0, 1, 0, 6}, address), {8, 0});
  const Bytes second = Join({8, 0, 0, 0, 0, 0, 0, 3, 0, 1, 4, 6}, address);
  for (const auto& [link_type, header] : {std::pair{kLinkTypeLinuxSll, first}, {kLinkTypeLinuxSll2, second}}) {
    Bytes bytes = Join(header, TcpPacket(kFlow));
    Anonymize(bytes, link_type);
    CHECK(!HasAddress(bytes));
    const size_t at = link_type == kLinkTypeLinuxSll ? 6 : 12;
    for (size_t i = 0; i < header.size(); i++) {
      if (i < at || i >= at + kStation.size()) CHECK_EQ(bytes[i], header[i]);
    }
    CHECK(TransportIsRight(bytes, header.size()));
  }
}

TEST(packets_behind_snap_and_pppoe_are_anonymized) {
  CheckHidden(EthernetFrame(81, Join({0xaa, 0xaa, 3, 0, 0, 0, 8, 0}, TcpPacket(kFlow))));
  CheckHidden(EthernetFrame(kEtherTypePppoeSession, Join({0x11, 0, 0, 7, 0, 75, 0, 0x21}, TcpPacket(kFlow))));
}

TEST(addresses_that_were_cut_leave_no_byte) {
  for (size_t size = 0; size < 60; size++) {
    Bytes frame = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
    frame.resize(std::min(frame.size(), size));
    Anonymize(frame);
    if (size > 27 && size < 30) {
      for (size_t i = 26; i < size; i++) CHECK_EQ(frame[i], 0);
    }
  }
}

TEST(nothing_is_kept_of_link_types_that_are_not_understood) {
  Bytes frame(64, 0x5a);
  Anonymize(frame, 105);
  CHECK_EQ(frame.size(), 0u);
}

TEST(facts_of_tunnels_and_options_of_blocks_are_anonymized) {
  Bytes frame = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  TunnelFacts tunnel;
  tunnel.family = AF_INET;
  std::copy(kSource.begin(), kSource.end(), tunnel.source);
  PacketView view = ViewOf(frame);
  view.tunnel = &tunnel;
  view.block_options = frame.data();
  view.block_options_length = 4;
  PacketAnonymizer anonymizer(SomeKey());
  anonymizer.Apply(&view, 1);
  CHECK(std::equal(view.tunnel->source, view.tunnel->source + 4, frame.begin() + 26));
  CHECK_EQ(view.block_options_length, 0u);
}

TEST(slicing_keeps_headers_and_as_much_behind_them_as_asked) {
  Bytes frame = EthernetFrame(kEtherTypeIpv4, TcpPacket({}));
  PacketView view = ViewOf(frame);
  PacketSlicer(0).Apply(&view, 1);
  CHECK_EQ(view.caplen, 54u);
  view = ViewOf(frame);
  PacketSlicer(7).Apply(&view, 1);
  CHECK_EQ(view.caplen, 61u);
  view = ViewOf(frame);
  PacketSlicer(1000).Apply(&view, 1);
  CHECK_EQ(view.caplen, frame.size());
  CHECK_EQ(view.len, frame.size());
}

TEST(slicing_keeps_tags_and_labels_of_packets_that_are_not_understood) {
  const Bytes payload(40, 0x5a);
  Bytes tagged = Tagged(Tagged(EthernetFrame(0x1234, payload), 7), 8);
  Bytes labelled = EthernetFrame(kEtherTypeMpls, Labels(2, {}));
  PacketView views[] = {ViewOf(tagged), ViewOf(labelled)};
  PacketSlicer(0).Apply(views, 2);
  CHECK_EQ(views[0].caplen, kEthernet + 8);
  CHECK_EQ(views[1].caplen, kEthernet + 8);
}

TEST(slicing_looks_through_each_tunnel) {
  for (const TunnelKind& kind : TunnelKinds()) {
    FlowEnds ends;
    ends.protocol = kProtocolUdp;
    Bytes frame = kind.frame(ends);
    PacketView view = ViewOf(frame);
    PacketSlicer(0).Apply(&view, 1);
    // Twenty bytes lie behind the header of the innermost flow.
    CHECK_EQ(view.caplen, frame.size() - 20);
  }
}

}  // namespace
}  // namespace fandump::test
