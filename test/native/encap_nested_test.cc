// Tunnels in tunnels, and tunnels that nobody has named.
#include "encap/recognition.h"
#include "encap_payloads.h"

namespace fandump::test {

namespace {

EncapOptions Nested(Encapsulation outer, std::initializer_list<Encapsulation> inside) {
  EncapOptions options;
  options.encapsulation = outer;
  std::copy(inside.begin(), inside.end(), options.inside.begin());
  return options;
}

EncapOptions Auto() {
  EncapOptions options;
  options.encapsulation = kEncapAuto;
  return options;
}

Encapsulation Found(const Payload& payload, uint16_t port) {
  const Stripped stripped = Strip(Auto(), payload, 0, port);
  return stripped.cause ? kEncapNone : static_cast<Encapsulation>(stripped.tunnel.encapsulation);
}

}  // namespace

TEST(encap_nested_vxlan_in_vxlan_keeps_both_vnis) {
  const EncapOptions options = Nested(kEncapVxlan, {kEncapVxlan});
  const Stripped stripped = Strip(options, Vxlan(7) + Carrier(kPortOldVxlan) + Vxlan(9) + Inner(), 200);
  CHECK(!stripped.cause);
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.tunnel.encapsulation, kEncapVxlan);
  CHECK_EQ(stripped.tunnel.vni, 7u);
  CHECK_EQ(stripped.tunnel.inner_vni, 9u);
  CHECK_EQ(stripped.tunnel.inside[0], kEncapVxlan);
  CHECK_EQ(stripped.tunnel.inside[1], kEncapNone);
  CHECK_EQ(stripped.len, 200u - 8 - 14 - 20 - 8 - 8);
}

TEST(encap_nested_goes_as_deep_as_it_is_asked_to) {
  const EncapOptions options = Nested(kEncapGeneve, {kEncapVxlan, kEncapGue, kEncapVxlanGpe, kEncapErm, kEncapVxlan});
  const Payload gue = {0, 4, 0, 0};
  Payload gpe = Vxlan(5, 0x0c);
  gpe[3] = 3;
  Payload erm(12, 0);
  erm[11] = 0x80;
  const Payload outer = Geneve(1, 0x0800, {1, 2, 3, 0}) + Ipv4() + Udp(kPortVxlan) + Vxlan(2) + Carrier(kPortGue) + gue;
  const Payload inner = Ipv4() + Udp(kPortVxlanGpe) + gpe + Carrier(kPortErm) + erm + Carrier(kPortVxlan) + Vxlan(3);
  const Stripped stripped = Strip(options, outer + inner + Inner());
  CHECK(!stripped.cause);
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.tunnel.vni, 1u);
  CHECK_EQ(stripped.tunnel.inner_vni, 3u);
  CHECK_EQ(stripped.options.size(), size_t{4});
  for (size_t i = 0; i < kMaxTunnelsInside; i++) CHECK_EQ(stripped.tunnel.inside[i], options.inside[i]);
}

TEST(encap_nested_link_type_that_is_given_holds_for_the_innermost) {
  EncapOptions options = Nested(kEncapVxlan, {kEncapGeneve});
  options.link_type = kLinkTypePpp;
  CHECK_EQ(Strip(options, Vxlan(1) + Carrier(kPortGeneve) + Geneve(2, 0x1234) + Inner()).link_type, kLinkTypePpp);
  const std::vector<uint16_t> by_header = {kLinkTypeEthernet, kLinkTypeRaw};
  CHECK(PossibleLinkTypes(Nested(kEncapVxlan, {kEncapGeneve})) == by_header);
  CHECK_EQ(PossibleLinkTypes(Nested(kEncapGeneve, {kEncapVxlan})).size(), size_t{1});
}

TEST(encap_nested_tunnels_inside_are_known_by_port) {
  EncapOptions options = Nested(kEncapVxlan, {kEncapVxlan});
  const auto cause = [&options](uint16_t inner, uint16_t outer) {
    return Strip(options, Vxlan(1) + Carrier(inner) + Vxlan(2) + Inner(), 0, outer).cause;
  };
  CHECK(cause(53, kPortVxlan) == kInvalidNotNested);
  CHECK(!cause(14789, 14789));
  CHECK(cause(14789, kPortVxlan) == kInvalidNotNested);
  options.inside_port = 14789;
  CHECK(!cause(14789, kPortVxlan));
  CHECK(cause(kPortVxlan, kPortVxlan) == kInvalidNotNested);
}

TEST(encap_nested_what_is_inside_is_refused_by_its_own_cause) {
  const EncapOptions options = Nested(kEncapVxlan, {kEncapVxlan});
  const Payload carrier = Carrier(kPortVxlan);
  CheckRefused(options,
               {{"outer", Vxlan(1, 0) + carrier + Vxlan(2), kInvalidVxlanFlags},
                {"inner", Vxlan(1) + carrier + Vxlan(2, 0), kInvalidVxlanFlags},
                {"cut", Vxlan(1) + carrier + Payload{8}, kInvalidTooShort},
                {"no IP", Vxlan(1) + Ethernet(0x0806) + Payload(28, 0), kInvalidNotNested},
                {"TCP", Vxlan(1) + Ethernet(kEtherTypeIpv4) + Ipv4(6) + Payload(20, 0), kInvalidNotNested},
                {"fragment", Vxlan(1) + Ethernet(kEtherTypeIpv4) + Ipv4(17, 5, 0x2000) + Udp(kPortVxlan) + Vxlan(2),
                 kInvalidNotNested}});
}

TEST(encap_nested_a_refused_datagram_is_left_as_it_was) {
  static PacketBatch batch;
  // ERM that would put a tag back, around a datagram that is no tunnel.
  Payload erm(12, 0);
  erm[11] = 0x80;
  Payload payload = erm + Carrier(53);
  const Payload before = payload;
  TunnelFacts tunnel;
  batch.packets[0] = {};
  batch.packets[0].data = payload.data();
  batch.packets[0].caplen = batch.packets[0].len = static_cast<uint32_t>(payload.size());
  batch.packets[0].tunnel = &tunnel;
  batch.size = 1;
  InvalidCounts invalid{};
  std::vector<RejectedPacket> rejected;
  Decapsulator(Nested(kEncapErm, {kEncapVxlan})).Decapsulate(batch, invalid, &rejected);
  CHECK(payload == before);
  CHECK_EQ(rejected.size(), size_t{1});
  CHECK(rejected[0].packet.data == payload.data());
  CHECK_EQ(rejected[0].packet.caplen, before.size());
}

TEST(encap_nested_erspan_is_found_in_gre_and_in_its_port) {
  const EncapOptions options = Nested(kEncapVxlan, {kEncapErspan});
  const Payload erspan_one = {0, 0, 0x88, 0xbe};
  const Payload ip = Ethernet(kEtherTypeIpv4) + Ipv4(47);
  CHECK(Strip(options, Vxlan(1) + ip + erspan_one + Inner()).inner == Inner());
  CHECK(Strip(options, Vxlan(1) + Carrier(kPortGreInUdp) + erspan_one + Inner()).inner == Inner());
  CHECK(Strip(Nested(kEncapVxlan, {kEncapVxlan}), Vxlan(1) + ip + erspan_one).cause == kInvalidNotNested);
}

TEST(encap_auto_goes_by_the_assigned_port_and_its_causes) {
  CHECK_EQ(Found(Vxlan(1) + Inner(), kPortVxlan), kEncapVxlan);
  CHECK_EQ(Found(Vxlan(1) + Inner(), kPortOldVxlan), kEncapVxlan);
  CHECK_EQ(Found(Vxlan(1) + Inner(), kPortVxlanGpe), kEncapVxlanGpe);
  CHECK_EQ(Found(Geneve(1, 0x6558) + Inner(), kPortGeneve), kEncapGeneve);
  CHECK_EQ(Found(Payload{0, 4, 0, 0} + Inner(), kPortGue), kEncapGue);
  CHECK_EQ(Found(Payload(12, 0) + Inner(), kPortErm), kEncapErm);
  CHECK_EQ(Found(Payload{1, 0, 0, 1, 1} + Inner(), kPortTzsp), kEncapTzsp);
  CHECK_EQ(Found(Payload{0, 0, 0x88, 0xbe} + Inner(), kPortGreInUdp), kEncapErspan);
  CHECK(Strip(Auto(), Vxlan(1, 0) + Inner(), 0, kPortVxlan).cause == kInvalidVxlanFlags);
}

TEST(encap_auto_goes_by_the_header_on_other_ports) {
  constexpr uint16_t kAnyPort = 9999;
  const Payload frame = Ethernet(kEtherTypeIpv4) + Ipv4();
  CHECK_EQ(Found(Vxlan(1) + frame, kAnyPort), kEncapVxlan);
  CHECK_EQ(Found(Vxlan(1, 0x88) + frame, kAnyPort), kEncapVxlan);
  Payload gpe = Vxlan(1, 0x0c);
  gpe[3] = 1;
  CHECK_EQ(Found(gpe + Ipv4(), kAnyPort), kEncapVxlanGpe);
  CHECK_EQ(Found(Geneve(1, 0x0800, {1, 2, 3, 0}) + Ipv4(), kAnyPort), kEncapGeneve);
  CHECK_EQ(Found(Payload{1, 0, 0, 1, 1} + frame, kAnyPort), kEncapTzsp);
  Payload direct = Ipv4();
  direct[3] = static_cast<uint8_t>(direct.size());
  CHECK_EQ(Found(direct, kAnyPort), kEncapGue);
  Payload six = Ipv6();
  CHECK_EQ(Found(six, kAnyPort), kEncapGue);
}

TEST(encap_auto_takes_nothing_with_a_bit_out_of_place) {
  constexpr uint16_t kAnyPort = 9999;
  const Payload frame = Ethernet(kEtherTypeIpv4) + Ipv4();
  Payload reserved = Vxlan(1);
  reserved[7] = 1;
  for (const Payload& payload : {reserved + frame, Vxlan(1, 0) + frame, Geneve(1, 0x1234) + frame, Ipv4() + Inner(),
                                 Payload(40, 'x'), Payload{}, Payload{1, 9, 0, 1, 1}}) {
    CHECK(Strip(Auto(), payload, 0, kAnyPort).cause == kInvalidUnrecognized);
  }
}

}  // namespace fandump::test
