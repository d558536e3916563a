// Headers of IPv6, and what else than tunnels over UDP follows IP.
#include "check.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

TEST(ip_in_ip_is_anonymized) {
  CheckHidden(Over(kProtocolIpv4, TcpPacket(kFlow)));
  CheckHidden(Over(kProtocolIpv6, TcpPacket(kIpv6Flow)), kIpv6Flow);
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, Ipv6Packet(kIpv6Flow, TcpPacket(kFlow), kProtocolIpv4)))));
}

TEST(the_packet_in_a_pim_register_is_anonymized_and_the_checksum_before_it_stays_right) {
  for (const bool is_ipv6 : {false, true}) {
    FlowEnds ends = FeedEnds(kProtocolPim);
    ends.ipv6 = is_ipv6;
    // RFC 7761: over the first eight bytes, and the pseudo header of IPv6.
    Bytes message = {0x21, 0, 0, 0, 0, 0, 0, 0};
    const Bytes bare = Ipv6Packet(ends, message);
    const auto length = static_cast<uint32_t>(message.size() + TcpPacket(kFlow).size());
    const uint32_t pseudo = is_ipv6 ? Sum(bare.data() + ipv6::kSourceAt, 32, kProtocolPim + length) : 0;
    Put(message, 2, 0xffff - Sum(message.data(), message.size(), pseudo));
    const Bytes packet = IpPacket(ends, Join(message, TcpPacket(kFlow)));
    const Bytes hidden = Anonymized(EthernetFrame(TypeOf(ends), packet));
    CHECK(!HasAddress(hidden));
    const size_t ip = kEthernet, at = ip + IpLength(hidden, ip);
    const uint32_t around = is_ipv6 ? Sum(hidden.data() + ip + ipv6::kSourceAt, 32, kProtocolPim + length) : 0;
    CHECK_EQ(Sum(hidden.data() + at, 8, around), 0xffffu);
    CHECK(IpIsRight(hidden, at + 8));
    CHECK(TransportIsRight(hidden, at + 8));
  }
}

TEST(the_checksum_of_ospf_stays_right_in_ipv6) {
  FlowEnds ends = FeedEnds(kProtocolOspf);
  ends.ipv6 = true;
  Bytes hello = {3, 1, 0, 36};
  hello.resize(36, 5);
  const Bytes packet = Right(Ipv6Packet(ends, hello), 12);
  const Bytes hidden = Anonymized(EthernetFrame(kEtherTypeIpv6, packet));
  CHECK(TransportIsRight(hidden, kEthernet));
}

TEST(the_addresses_of_a_virtual_router_are_anonymized_and_its_checksum_stays_right) {
  for (const bool is_ipv6 : {false, true}) {
    FlowEnds ends = FeedEnds(kProtocolVrrp);
    ends.ipv6 = is_ipv6;
    // RFC 5798: version 3, two addresses.
    Bytes message = {0x31, 7, 100, 2, 0, 100, 0, 0};
    for (const Bytes& address : {kSource, kDestination}) {
      message = Join(message, is_ipv6 ? Join(Bytes(12, 0x20), address) : address);
    }
    const Bytes hidden = Anonymized(EthernetFrame(TypeOf(ends), Right(IpPacket(ends, message), 6)));
    CHECK(!HasAddress(hidden));
    CHECK(TransportIsRight(hidden, kEthernet));
  }
}

TEST(the_checksum_of_vrrp_version_2_is_not_over_the_addresses_around_it) {
  Bytes message = {0x21, 7, 100, 1, 0, 1, 0, 0};
  message = Join(Join(message, kSource), Bytes(8));
  Put(message, 6, 0xffff - Sum(message.data(), message.size()));
  const Bytes hidden = Anonymized(EthernetFrame(kEtherTypeIpv4, Ipv4Packet(FeedEnds(kProtocolVrrp), message)));
  CHECK(!HasAddress(hidden));
  CHECK_EQ(Sum(hidden.data() + kEthernet + ipv4::kLength, message.size()), 0xffffu);
}

// Of a header with these options the sums are made right.
Bytes WithOptions(const Bytes& options) {
  Bytes packet = Ipv4Packet(kFlow, TransportPacket(kFlow, Bytes(20)), options);
  Put(packet, ipv4::kChecksumAt, 0xffff - Sum(packet.data(), ipv4::kLength + options.size()));
  return EthernetFrame(kEtherTypeIpv4, packet);
}

TEST(hops_in_options_of_ipv4_are_anonymized_and_not_the_options_beside_them) {
  // RFC 791: routes, and times with addresses; all behind an option of another kind.
  const Bytes other = {1, 0x94, 4, 0x12, 0x34};
  for (const uint8_t number : {uint8_t{7}, uint8_t{131}, uint8_t{137}}) {
    const Bytes route = Join({number, 11, 12}, Join(kSource, kDestination));
    const Bytes hidden = Anonymized(WithOptions(Join(other, route)));
    CHECK(!HasAddress(hidden));
    CHECK(Contains(hidden, Join(other, {number, 11, 12})));
    // The same pseudonyms as in the header.
    const auto hops = hidden.begin() + kEthernet + ipv4::kLength + 8;
    CHECK(std::equal(hops, hops + 8, hidden.begin() + kEthernet + ipv4::kSourceAt));
    CHECK_EQ(Sum(hidden.data() + kEthernet, ipv4::kLength + 16), 0xffffu);
  }
}

// While a packet is on the way, the checksum of its transport header is over the last hop of the source route, and not
// over the destination in its header, which is the next hop; so tcpdump and Wireshark have it, too.
TEST(the_checksum_of_udp_follows_the_last_hop_of_a_source_route_that_the_packet_has_yet_to_come_to) {
  FlowEnds ends = kFlow;
  ends.protocol = kProtocolUdp;
  const Bytes hops = Join({10, 7, 7, 7}, {172, 16, 9, 1});
  const Bytes datagram = TransportPacket(ends, Bytes(9, 0x61));
  struct Case {
    uint8_t number, pointer;
    bool is_under_way;
  };
  for (const Case& c : {Case{131, 4, true}, Case{137, 8, true}, Case{131, 12, false}, Case{7, 4, false}}) {
    const Bytes option = Join({c.number, 11, c.pointer}, Join(hops, Bytes{0}));
    const auto at_end = [&](const Bytes& packet) {
      Bytes bare(packet.begin(), packet.begin() + ipv4::kLength);
      const auto transport = packet.begin() + static_cast<ptrdiff_t>(ipv4::kLength + option.size());
      if (c.is_under_way) std::copy(transport - 5, transport - 1, bare.begin() + ipv4::kDestinationAt);
      Put(bare, ipv4::kTotalLengthAt, static_cast<uint32_t>(packet.end() - transport) + ipv4::kLength);
      return Join(bare, Bytes(transport, packet.end()));
    };
    Bytes packet = Ipv4Packet(ends, datagram, option);
    const Bytes right = Right(at_end(packet), udp::kChecksumAt);
    std::copy(right.begin() + ipv4::kLength, right.end(), packet.end() - static_cast<ptrdiff_t>(datagram.size()));
    Put(packet, ipv4::kChecksumAt, 0xffff - Sum(packet.data(), ipv4::kLength + option.size()));
    const Bytes hidden = Anonymized(EthernetFrame(kEtherTypeIpv4, packet));
    CHECK(!Contains(hidden, hops));
    CHECK_EQ(Sum(hidden.data() + kEthernet, ipv4::kLength + option.size()), 0xffffu);
    CHECK(TransportIsRight(at_end(Bytes(hidden.begin() + kEthernet, hidden.end())), 0));
  }
}

TEST(hosts_whose_times_an_option_of_ipv4_has_are_anonymized_and_the_times_stay) {
  const Bytes time = {0, 0xc0, 0xff, 0xee};
  const Bytes pair = Join(kDestination, time);
  for (const uint8_t flags : {uint8_t{1}, uint8_t{3}}) {
    const Bytes hidden = Anonymized(WithOptions(Join({68, 20, 21, flags}, Join(Join(kSource, time), pair))));
    CHECK(!HasAddress(hidden));
    const size_t options = kEthernet + ipv4::kLength;
    for (const size_t at : {options + 8, options + 16}) {
      CHECK(std::equal(time.begin(), time.end(), hidden.begin() + static_cast<ptrdiff_t>(at)));
    }
    CHECK_EQ(Sum(hidden.data() + kEthernet, ipv4::kLength + 20), 0xffffu);
  }
  // Times alone.
  const Bytes times = Join({68, 12, 13, 0}, Join(time, kSource));
  CHECK(Contains(Anonymized(WithOptions(times)), times));
}

TEST(of_hops_in_options_of_ipv4_that_were_cut_no_byte_is_kept) {
  const Bytes time = {0, 0xc0, 0xff, 0xee};
  const Bytes route = Join({1, 7, 15, 16}, Join(Join(kSource, kDestination), kSource));
  const Bytes times = Join({68, 20, 21, 1}, Join(Join(kSource, time), Join(kDestination, time)));
  for (const Bytes& option : {route, times}) {
    const Bytes whole = WithOptions(option);
    const size_t options = kEthernet + ipv4::kLength;
    for (size_t size = options; size < options + option.size(); size++) {
      const Bytes hidden = Anonymized(Bytes(whole.begin(), whole.begin() + static_cast<ptrdiff_t>(size)));
      const size_t step = option == route ? 4 : 8;
      for (size_t hop = options + 4; hop < size; hop += step) {
        const size_t there = std::min<size_t>(4, size - hop);
        const auto at = static_cast<ptrdiff_t>(hop);
        const auto end = at + static_cast<ptrdiff_t>(there);
        CHECK(!std::equal(hidden.begin() + at, hidden.begin() + end, whole.begin() + at));
      }
    }
  }
}

// The packet without its routing header, and to the last hop where it has yet to come there: what the checksum of its
// transport header is over (RFC 8200 section 8.1).
Bytes AtItsEnd(const Bytes& packet) {
  const auto routing = packet.begin() + ipv6::kLength;
  Bytes bare(packet.begin(), routing);
  bare[ipv6::kNextHeaderAt] = routing[0];
  if (routing[3] > 0) std::copy(routing + 8, routing + 24, bare.begin() + ipv6::kDestinationAt);
  bare = Join(bare, Bytes(routing + 24, packet.end()));
  Put(bare, ipv6::kPayloadLengthAt, static_cast<uint32_t>(bare.size() - ipv6::kLength));
  return bare;
}

TEST(the_checksum_of_udp_follows_the_last_hop_of_a_route_that_has_segments_left) {
  for (const uint8_t left : {uint8_t{0}, uint8_t{1}}) {
    FlowEnds ends = kIpv6Flow;
    ends.protocol = kProtocolUdp;
    const Bytes hop = Join({0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0}, kSource);
    const Bytes routing = Join({kProtocolUdp, 2, 0, left, 0, 0, 0, 0}, hop);
    const Bytes datagram = TransportPacket(ends, Bytes(9, 0x61));
    Bytes packet = Ipv6Packet(ends, Join(routing, datagram), kProtocolRouting);
    const Bytes right = Right(AtItsEnd(packet), udp::kChecksumAt);
    std::copy(right.end() - static_cast<ptrdiff_t>(datagram.size()), right.end(),
              packet.end() - static_cast<ptrdiff_t>(datagram.size()));
    const Bytes hidden = Anonymized(EthernetFrame(kEtherTypeIpv6, packet));
    CHECK(!HasAddress(hidden));
    CHECK(TransportIsRight(AtItsEnd(Bytes(hidden.begin() + kEthernet, hidden.end())), 0));
  }
}

TEST(hops_of_a_routing_header_are_anonymized_and_not_what_follows_it) {
  // RFC 8754, one segment; then an option that pads.
  Bytes routing = {kProtocolDestinationOptions, 2, 4, 0, 0, 0, 0, 0, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0};
  routing = Join(routing, kDestination);
  const Bytes padding = {kProtocolTcp, 2, 1, 4, 0, 0, 0, 0, 1, 0x0e, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(Join(routing, padding), Bytes(20)), kProtocolRouting);
  routing[2] = 0;
  for (const Bytes& header : {routing, Join(Bytes{kProtocolDestinationOptions, 2, 4, 0, 0, 0, 0, 0}, Bytes(16, 3))}) {
    const Bytes with = Ipv6Packet(kIpv6Flow, Join(Join(header, padding), Bytes(20)), kProtocolRouting);
    const Bytes frame = Anonymized(EthernetFrame(kEtherTypeIpv6, with));
    CHECK(!HasAddress(frame));
    CHECK(Contains(frame, padding));
  }
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, packet))));
}

TEST(objects_behind_the_hops_of_segment_routing_stay) {
  const Bytes objects = Join({4, 14}, Bytes(14, 7));
  const Bytes hop = Join({0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0}, kSource);
  const Bytes routing = Join(Join({kProtocolTcp, 4, 4, 0, 0, 0, 0, 0}, hop), objects);
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(routing, Bytes(20)), kProtocolRouting);
  const Bytes hidden = Anonymized(EthernetFrame(kEtherTypeIpv6, packet));
  CHECK(!HasAddress(hidden));
  CHECK(Contains(hidden, objects));
}

TEST(a_second_routing_header_is_not_kept) {
  Bytes routing = {kProtocolRouting, 2, 0, 1, 0, 0, 0, 0, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0};
  routing = Join(routing, kSource);
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(routing, routing), kProtocolRouting);
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, packet))));
}

// RFC 6275 section 6.3: one byte of padding, then three, then the address at home.
Bytes HomeAddressHeader(uint8_t next, const Bytes& address) { return Join({next, 2, 0, 1, 1, 0, 201, 16}, address); }

TEST(what_an_authentication_header_of_ipv6_carries_is_anonymized) {
  // RFC 4302: unlike other extension headers, it counts words of four bytes.
  const Bytes authentication = Join({kProtocolIpv4, 4, 0, 0}, Bytes(20, 7));
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(authentication, TcpPacket(kFlow)), kProtocolAuthentication);
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, packet))));
}

TEST(reserved_bits_of_a_fragment_header_hide_no_address) {
  const Bytes fragment = {kProtocolIpv4, 9, 0, 7, 0, 0, 0, 1};
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(fragment, TcpPacket(kFlow)), kProtocolFragment);
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, packet))));
}

const FlowEnds kAtHome = {0xc6336407, 0xc0000201, 40000, 443, kProtocolTcp, true};

Bytes AddressOf(const FlowEnds& ends) {
  const Bytes packet = Ipv6Packet(ends, {});
  return {packet.begin() + ipv6::kSourceAt, packet.begin() + ipv6::kDestinationAt};
}

TEST(the_home_address_of_a_mobile_host_is_anonymized_and_the_checksum_follows_it) {
  const Bytes right = TcpPacket(kAtHome);
  const Bytes segment(right.begin() + ipv6::kLength, right.end());
  const Bytes home = HomeAddressHeader(kProtocolTcp, AddressOf(kAtHome));
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(home, segment), kProtocolDestinationOptions);
  const Bytes hidden = Anonymized(EthernetFrame(kEtherTypeIpv6, packet));
  CHECK(!HasAddress(hidden));
  const auto ip = hidden.begin() + kEthernet;
  const auto option = ip + ipv6::kLength;
  Bytes bare = Ipv6Packet(kAtHome, Bytes(option + static_cast<ptrdiff_t>(home.size()), hidden.end()));
  std::copy(option + 8, option + 24, bare.begin() + ipv6::kSourceAt);
  std::copy(ip + ipv6::kDestinationAt, option, bare.begin() + ipv6::kDestinationAt);
  CHECK(TransportIsRight(bare, 0));
}

TEST(of_a_home_address_that_was_cut_no_byte_is_kept) {
  const Bytes header = Join({kProtocolTcp, 2, 201, 16}, Join(AddressOf(kAtHome), {1, 2, 0, 0}));
  Bytes frame = EthernetFrame(kEtherTypeIpv6, Ipv6Packet(kIpv6Flow, header, kProtocolDestinationOptions));
  const size_t address = kEthernet + ipv6::kLength + 4;
  frame.resize(address + ipv6::kAddressLength);
  for (size_t size = address + 1; size < frame.size(); size++) {
    const Bytes hidden = Anonymized(Bytes(frame.begin(), frame.begin() + static_cast<ptrdiff_t>(size)));
    for (size_t i = address; i < size; i++) CHECK_EQ(hidden[i], 0);
  }
}

TEST(a_second_home_address_is_not_kept) {
  const Bytes first = HomeAddressHeader(kProtocolDestinationOptions, AddressOf(kAtHome));
  const Bytes second = HomeAddressHeader(kProtocolTcp, AddressOf(kAtHome));
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(first, second), kProtocolDestinationOptions);
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, packet))));
}

TEST(more_extension_headers_than_are_taken_off_hide_no_address) {
  Bytes options;
  for (int i = 0; i < 3 * kMaxExtensionHeaders; i++) {
    options = Join(options, {kProtocolDestinationOptions, 0, 1, 4, 0, 0, 0, 0});
  }
  options[options.size() - 8] = kProtocolIpv4;
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(options, TcpPacket(kFlow)), kProtocolDestinationOptions);
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeIpv6, packet))));
}

}  // namespace
}  // namespace fandump::test
