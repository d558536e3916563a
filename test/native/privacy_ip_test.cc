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

TEST(a_second_routing_header_is_not_kept) {
  Bytes routing = {kProtocolRouting, 2, 0, 1, 0, 0, 0, 0, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0};
  routing = Join(routing, kSource);
  const Bytes packet = Ipv6Packet(kIpv6Flow, Join(routing, routing), kProtocolRouting);
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
