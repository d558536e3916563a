// Addresses that messages of ICMP name: redirects (RFC 792), routers (RFC 1256) and neighbour discovery (RFC 4861).
#include "check.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

constexpr size_t kIcmp = kEthernet + ipv6::kLength;
constexpr size_t kOptionLength = 8;

Bytes Ipv6Address(const Bytes& last) { return Join({0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0}, last); }

// The addresses of the IPv6 header are those of kIpv6Flow.
Bytes Icmp6Frame(const Bytes& message) {
  FlowEnds ends = kIpv6Flow;
  ends.protocol = kProtocolIcmp6;
  return EthernetFrame(kEtherTypeIpv6, Right(Ipv6Packet(ends, message), icmp::kChecksumAt));
}

Bytes SourceOf(const Bytes& frame) {
  const auto source = frame.begin() + kEthernet + ipv6::kSourceAt;
  return {source, source + ipv6::kAddressLength};
}

// The message names the source of its packet, and in an option a station of its frame.
void CheckNeighbourMessage(uint8_t type) {
  constexpr size_t address_at = 8;
  Bytes message(address_at);
  message[0] = type;
  const Bytes source = SourceOf(Icmp6Frame(message));
  const Bytes hidden = Anonymized(Icmp6Frame(Join(Join(message, source), Join({1, 1}, kStation))));
  CHECK(!HasAddress(hidden));
  CHECK(TransportIsRight(hidden, kEthernet));
  const auto named = hidden.begin() + kIcmp + static_cast<ptrdiff_t>(address_at);
  CHECK(SourceOf(hidden) == Bytes(named, named + ipv6::kAddressLength));
  // The stations of the frame and of the option are the same.
  CHECK(std::equal(hidden.begin(), hidden.begin() + 6, hidden.end() - 6));
}

TEST(the_router_that_an_icmp_redirect_names_is_anonymized) {
  Bytes message = Join(Join({5, 1, 0, 0}, kDestination), TcpPacket(kFlow));
  Put(message, icmp::kChecksumAt, 0xffff - Sum(message.data(), message.size()));
  const Bytes hidden = Anonymized(Over(kProtocolIcmp, message));
  CHECK(!HasAddress(hidden));
  CHECK_EQ(Sum(hidden.data() + kEthernet + ipv4::kLength, message.size()), 0xffffu);
}

TEST(of_the_router_that_a_cut_icmp_redirect_names_no_byte_is_kept) {
  const Bytes whole = Over(kProtocolIcmp, Join({5, 1, 0, 0}, kDestination));
  for (size_t cut = 1; cut < ipv4::kAddressLength; cut++) {
    const Bytes hidden = Anonymized(Bytes(whole.begin(), whole.end() - static_cast<ptrdiff_t>(cut)));
    for (size_t i = kEthernet + ipv4::kLength + 4; i < hidden.size(); i++) CHECK_EQ(hidden[i], 0);
  }
}

TEST(routers_that_an_icmp_router_advertisement_names_are_anonymized_and_their_preferences_stay) {
  const Bytes preference = {0x80, 0, 0, 1};
  Bytes message = {9, 0, 0, 0, 2, 2, 7, 8};
  for (const Bytes& router : {kSource, kDestination}) message = Join(message, Join(router, preference));
  Put(message, icmp::kChecksumAt, 0xffff - Sum(message.data(), message.size()));
  const Bytes hidden = Anonymized(Over(kProtocolIcmp, message));
  CHECK(!HasAddress(hidden));
  const auto advertisement = hidden.begin() + kEthernet + ipv4::kLength;
  for (const ptrdiff_t at : {12, 20}) CHECK(std::equal(preference.begin(), preference.end(), advertisement + at));
  CHECK_EQ(Sum(&*advertisement, message.size()), 0xffffu);
}

TEST(of_the_router_that_a_cut_icmp_router_advertisement_names_no_byte_is_kept) {
  const Bytes whole = Over(kProtocolIcmp, Join({9, 0, 0, 0, 1, 2, 7, 8}, kDestination));
  const size_t router = kEthernet + ipv4::kLength + 8;
  for (size_t size = router + 1; size < whole.size(); size++) {
    const Bytes hidden = Anonymized(Bytes(whole.begin(), whole.begin() + static_cast<ptrdiff_t>(size)));
    for (size_t i = router; i < hidden.size(); i++) CHECK_EQ(hidden[i], 0);
  }
}

TEST(targets_and_stations_of_neighbour_discovery_are_anonymized) {
  CheckNeighbourMessage(135);
  CheckNeighbourMessage(136);
}

TEST(the_destination_of_an_icmpv6_redirect_is_anonymized) {
  const Bytes target = Join(Bytes(8), Ipv6Address(kSource));
  Bytes message = Join(target, Ipv6Address(kDestination));
  message[0] = 137;
  // A header with addresses, and then eight bytes more: what was redirected is not kept.
  const Bytes redirected = Join(Bytes{4, 7, 0, 0, 0, 0, 0, 0}, Ipv6Packet(kIpv6Flow, Bytes(8, 0x77)));
  const Bytes hidden = Anonymized(Icmp6Frame(Join(Join(message, redirected), Join({2, 1}, kStation))));
  CHECK(!HasAddress(hidden));
  CHECK(!Contains(hidden, Bytes(8, 0x77)));
  CHECK(TransportIsRight(hidden, kEthernet));
}

TEST(stations_and_prefixes_that_routers_name_are_anonymized) {
  const Bytes station = Join({1, 1}, kStation);
  const Bytes mtu = {5, 1, 0, 0, 0, 0, 5, 0xdc};
  Bytes prefix = {3, 4, 64, 0xc0, 0, 0, 0, 60, 0, 0, 0, 30, 0, 0, 0, 0};
  Bytes advertisement(16);
  advertisement[0] = 134;
  prefix = Join(prefix, SourceOf(Icmp6Frame(advertisement)));
  Bytes hidden = Anonymized(Icmp6Frame(Join(advertisement, Join(Join(mtu, prefix), station))));
  CHECK(!HasAddress(hidden));
  CHECK(Contains(hidden, mtu));
  CHECK(TransportIsRight(hidden, kEthernet));
  // The prefix is as long as the router's own address.
  const auto named = hidden.end() - static_cast<ptrdiff_t>(kOptionLength + ipv6::kAddressLength);
  CHECK(SourceOf(hidden) == Bytes(named, named + ipv6::kAddressLength));

  Bytes solicitation(8);
  solicitation[0] = 133;
  hidden = Anonymized(Icmp6Frame(Join(solicitation, station)));
  CHECK(!HasAddress(hidden));
  CHECK(TransportIsRight(hidden, kEthernet));
}

TEST(routes_and_name_servers_that_routers_name_are_anonymized) {
  Bytes advertisement(16);
  advertisement[0] = 134;
  const Bytes station = Join({1, 1}, kStation);
  const Bytes servers = Join(Join({25, 5, 0, 0, 0, 0, 0, 60}, Ipv6Address(kSource)), Ipv6Address(kDestination));
  const Bytes route = Join({24, 3, 128, 0, 0, 0, 0, 60}, Ipv6Address(kSource));
  const Bytes short_route = Join(Join({24, 2, 64, 0, 0, 0, 0, 60}, kDestination), {1, 2, 3, 4});
  for (const Bytes& option : {servers, route, short_route}) {
    const Bytes hidden = Anonymized(Icmp6Frame(Join(advertisement, Join(option, station))));
    CHECK(!HasAddress(hidden));
    CHECK(std::equal(option.begin(), option.begin() + 8, hidden.begin() + kIcmp + 16));
    CHECK(TransportIsRight(hidden, kEthernet));
  }
}

TEST(neighbour_discovery_that_is_cut_anywhere_keeps_no_byte_of_an_address) {
  Bytes message = Join(Bytes(8), Ipv6Address(kSource));
  message[0] = 135;
  const Bytes whole = Icmp6Frame(Join(message, Join({1, 1}, kStation)));
  for (size_t size = kIcmp; size < whole.size(); size++) {
    const Bytes hidden = Anonymized(Bytes(whole.begin(), whole.begin() + static_cast<ptrdiff_t>(size)));
    const size_t target = kIcmp + 8, station = kIcmp + 26;
    if (size > target && size < target + ipv6::kAddressLength) {
      for (size_t i = target; i < size; i++) CHECK_EQ(hidden[i], 0);
    }
    for (size_t i = station; i < size; i++) CHECK_EQ(hidden[i], 0);
  }
}

}  // namespace
}  // namespace fandump::test
