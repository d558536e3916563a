// Tunnels in frames of an interface: what is taken off, what passes, what is refused, and that nothing is read beyond.
#include <sys/socket.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <random>
#include <tuple>

#include "check.h"
#include "encap/encap.h"
#include "header_layout.h"
#include "tunnel_packets.h"

namespace fandump::test {

namespace {

struct Result {
  size_t kept = 0;
  InvalidCounts invalid{};
  Bytes bytes;
  uint16_t link_type = 0;
  bool has_tunnel = false;
  TunnelFacts tunnel;
};

EncapOptions Frames(Encapsulation encapsulation, std::initializer_list<Encapsulation> inside = {}) {
  EncapOptions options;
  options.encapsulation = encapsulation;
  std::copy(inside.begin(), inside.end(), options.inside.begin());
  options.frames = true;
  return options;
}

// Takes frame through a decapsulator out of a heap block of exactly its size, so that a sanitizer sees every access
// beyond it.
Result Take(const EncapOptions& options, const Bytes& frame, uint16_t link_type = kLinkTypeEthernet) {
  static PacketBatch batch;
  const std::unique_ptr<uint8_t[]> block(new uint8_t[frame.size()]);
  std::copy(frame.begin(), frame.end(), block.get());
  PacketView& packet = batch.packets[0];
  packet = {};
  packet.data = block.get();
  packet.caplen = packet.len = static_cast<uint32_t>(frame.size());
  packet.link_type = link_type;
  batch.size = 1;
  Decapsulator decapsulator(options);
  Result result;
  decapsulator.Decapsulate(batch, result.invalid);
  result.kept = batch.size;
  if (batch.size == 0) return result;
  CHECK_EQ(packet.caplen, packet.len);
  result.bytes.assign(packet.data, packet.data + packet.caplen);
  result.link_type = packet.link_type;
  result.has_tunnel = packet.tunnel != nullptr;
  if (result.has_tunnel) result.tunnel = *packet.tunnel;
  return result;
}

// The frame with a cooked header in place of its addresses and type.
Bytes Cooked(const Bytes& frame, uint16_t link_type) {
  const bool is_second = link_type == kLinkTypeLinuxSll2;
  Bytes packet(is_second ? sll2::kLength : sll::kLength);
  const size_t type_at = is_second ? sll2::kTypeAt : sll::kTypeAt;
  std::copy_n(frame.begin() + ethernet::kTypeAt, 2, packet.begin() + static_cast<ptrdiff_t>(type_at));
  packet.insert(packet.end(), frame.begin() + ethernet::kLength, frame.end());
  return packet;
}

const FlowEnds kFlow{0x0a000001, 0x0a000002, 1234, 80, kProtocolTcp, false};

}  // namespace

TEST(encap_frame_auto_takes_off_what_the_frame_carries) {
  const Bytes inner = FlowFrame(kFlow);
  const std::pair<Bytes, Encapsulation> frames[] = {
      {InUdp(kPortVxlan, VxlanPayload(inner)), kEncapVxlan},
      {InUdp(kPortGeneve, GenevePayload(kEtherTypeBridged, inner, Bytes(8))), kEncapGeneve},
      {InUdp(kPortErm, ErmPayload(inner)), kEncapErm},
      {InUdp(kPortTzsp, TzspPayload(inner, {0, 10, 2, 9, 9, 1})), kEncapTzsp},
      {InUdp(kPortGreInUdp, ErspanIi(inner)), kEncapErspan},
      {InIp(kProtocolGre, GrePacket(0xb000, kEtherTypeBridged, inner)), kEncapGre},
      {InIp(kProtocolGre, ErspanI(inner)), kEncapErspan},
      {InIp(kProtocolGre, ErspanIi(inner)), kEncapErspan},
      {InIp(kProtocolGre, ErspanIii(inner, true)), kEncapErspan},
      {EthernetFrame(kEtherTypeMpls, Labels(3, inner)), kEncapMpls},
      {EthernetFrame(kEtherTypeMpls, Labels(1, Join(Bytes(4), inner))), kEncapMpls},
  };
  for (const auto& [frame, encapsulation] : frames) {
    for (const Bytes& variant : {frame, Tagged(Tagged(frame, 7), 8, kEtherTypeServiceVlan)}) {
      for (const Encapsulation asked : {kEncapAuto, encapsulation}) {
        const Result result = Take(Frames(asked), variant);
        CHECK(result.bytes == inner);
        CHECK_EQ(result.tunnel.encapsulation, encapsulation);
        CHECK_EQ(result.link_type, kLinkTypeEthernet);
      }
    }
  }
}

TEST(encap_frame_keeps_the_outer_addresses_and_ports) {
  const Result result = Take(Frames(kEncapAuto), InUdp(kPortErm, ErmPayload(FlowFrame(kFlow))));
  CHECK_EQ(result.tunnel.family, AF_INET);
  CHECK(Bytes(result.tunnel.source, result.tunnel.source + 4) == Bytes({0xc6, 0x33, 0x64, 0x01}));
  CHECK_EQ(result.tunnel.source_port, 50000);
  CHECK_EQ(result.tunnel.destination_port, kPortErm);
}

TEST(encap_frame_of_gre_has_no_ports_of_a_tunnel_before_it) {
  Decapsulator decapsulator(Frames(kEncapAuto));
  Bytes vxlan = InUdp(kPortVxlan, VxlanPayload(FlowFrame(kFlow)));
  Bytes gre = InIp(kProtocolGre, GrePacket(0, kEtherTypeIpv4, FlowPacket(kFlow)));
  static PacketBatch batch;
  InvalidCounts invalid{};
  for (Bytes* const frame : {&vxlan, &gre}) {
    batch.packets[0] = ViewOf(*frame);
    batch.size = 1;
    decapsulator.Decapsulate(batch, invalid);
    CHECK_EQ(batch.size, size_t{1});
    CHECK_EQ(batch.packets[0].tunnel->source_port, frame == &gre ? 0 : 50000);
    CHECK_EQ(batch.packets[0].tunnel->destination_port, frame == &gre ? 0 : kPortVxlan);
  }
}

TEST(encap_frame_of_erspan_iii_with_ip_inside_becomes_raw_ip) {
  for (const bool is_ipv6 : {false, true}) {
    FlowEnds flow = kFlow;
    flow.ipv6 = is_ipv6;
    Bytes erspan = ErspanIii(FlowPacket(flow));
    // What is inside, in the last half word: IP of either version.
    erspan[8 + 10] |= 2 << 2;
    const Result result = Take(Frames(kEncapErspan), InIp(kProtocolGre, erspan));
    CHECK(result.bytes == FlowPacket(flow));
    CHECK_EQ(result.link_type, kLinkTypeRaw);
  }
}

TEST(encap_frame_is_looked_through_up_to_so_many_tags_labels_and_headers) {
  const Bytes inner = FlowFrame(kFlow);
  const auto tagged = [&inner](int tags) {
    Bytes frame = InUdp(kPortVxlan, VxlanPayload(inner));
    for (int i = 0; i < tags; i++) frame = Tagged(frame, 7);
    return frame;
  };
  CHECK(Take(Frames(kEncapVxlan), tagged(kMaxVlanTags)).has_tunnel);
  CHECK(!Take(Frames(kEncapVxlan), tagged(kMaxVlanTags + 1)).has_tunnel);

  const auto labelled = [&inner](int labels) { return EthernetFrame(kEtherTypeMpls, Labels(labels, inner)); };
  CHECK(Take(Frames(kEncapMpls), labelled(kMaxMplsLabels)).bytes == inner);
  CHECK_EQ(Take(Frames(kEncapMpls), labelled(kMaxMplsLabels + 1)).invalid[kInvalidTunnelHeader], 1u);

  const auto extended = [&inner](int headers) {
    FlowEnds ends = FeedEnds(kProtocolUdp, kPortVxlan);
    ends.ipv6 = true;
    Bytes payload = TransportPacket(ends, VxlanPayload(inner));
    uint8_t next = kProtocolUdp;
    for (int i = 0; i < headers; i++) {
      payload = Join({next, 0, 1, 4, 0, 0, 0, 0}, payload);
      next = kProtocolDestinationOptions;
    }
    return EthernetFrame(kEtherTypeIpv6, Ipv6Packet(ends, payload, next));
  };
  CHECK(Take(Frames(kEncapVxlan), extended(kMaxExtensionHeaders)).bytes == inner);
  CHECK(!Take(Frames(kEncapVxlan), extended(kMaxExtensionHeaders + 1)).has_tunnel);

  const auto sensed = [&inner](int paddings) {
    return InUdp(kPortTzsp, TzspPayload(inner, Join(Bytes(static_cast<size_t>(paddings)), {1})));
  };
  CHECK(Take(Frames(kEncapTzsp), sensed(kMaxTzspTags - 1)).bytes == inner);
  CHECK_EQ(Take(Frames(kEncapTzsp), sensed(kMaxTzspTags)).invalid[kInvalidTunnelHeader], 1u);
}

TEST(encap_frame_with_an_authentication_header_is_taken_off) {
  FlowEnds ends = FeedEnds(kProtocolUdp, kPortVxlan);
  ends.ipv6 = true;
  const Bytes inner = FlowFrame(kFlow);
  // RFC 4302: 24 bytes, told in words less two.
  const Bytes authentication = Join({kProtocolUdp, 4, 0, 0}, Bytes(20, 0x5a));
  const Bytes payload = Join(authentication, TransportPacket(ends, VxlanPayload(inner)));
  const Bytes frame = EthernetFrame(kEtherTypeIpv6, Ipv6Packet(ends, payload, kProtocolAuthentication));
  CHECK(Take(Frames(kEncapVxlan), frame).bytes == inner);
}

TEST(encap_frame_in_a_pppoe_session_is_taken_off_over_both_versions_of_ip) {
  const Bytes inner = FlowFrame(kFlow);
  for (const bool is_ipv6 : {false, true}) {
    FlowEnds ends = FeedEnds(kProtocolUdp, kPortVxlan);
    ends.ipv6 = is_ipv6;
    const Bytes packet = IpPacket(ends, TransportPacket(ends, VxlanPayload(inner)));
    // RFC 2516: version and type 1, code 0, session, length; then the protocol of PPP.
    Bytes session = {0x11, 0, 0, 7, 0, 0, 0, static_cast<uint8_t>(is_ipv6 ? kPppIpv6 : kPppIpv4)};
    CHECK(Take(Frames(kEncapVxlan), EthernetFrame(kEtherTypePppoeSession, Join(session, packet))).bytes == inner);
    session[1] = 1;
    CHECK(!Take(Frames(kEncapVxlan), EthernetFrame(kEtherTypePppoeSession, Join(session, packet))).has_tunnel);
  }
}

TEST(encap_frame_whose_fragment_header_is_of_a_whole_packet_is_taken_off) {
  FlowEnds ends = FeedEnds(kProtocolUdp, kPortVxlan);
  ends.ipv6 = true;
  const Bytes inner = FlowFrame(kFlow);
  const Bytes payload = Join({kProtocolUdp, 0, 0, 0, 1, 2, 3, 4}, TransportPacket(ends, VxlanPayload(inner)));
  const Bytes frame = EthernetFrame(kEtherTypeIpv6, Ipv6Packet(ends, payload, kProtocolFragment));
  CHECK(Take(Frames(kEncapVxlan), frame).bytes == inner);
  Bytes of_several = frame;
  of_several[14 + 40 + 3] = 1;
  CHECK(!Take(Frames(kEncapVxlan), of_several).has_tunnel);
}

TEST(encap_frame_without_link_header_is_taken_off_over_both_versions_of_ip) {
  const Bytes inner = FlowFrame(kFlow);
  for (const bool is_ipv6 : {false, true}) {
    FlowEnds ends = FeedEnds(kProtocolUdp, kPortVxlan);
    ends.ipv6 = is_ipv6;
    const Bytes packet = IpPacket(ends, TransportPacket(ends, VxlanPayload(inner)));
    CHECK(Take(Frames(kEncapVxlan), packet, kLinkTypeRaw).bytes == inner);
  }
}

TEST(encap_frame_behind_a_cooked_header_is_taken_off_with_and_without_a_tag) {
  const Bytes inner = FlowFrame(kFlow);
  const Bytes outer = InUdp(kPortVxlan, VxlanPayload(inner));
  for (const uint16_t link_type : {kLinkTypeLinuxSll, kLinkTypeLinuxSll2}) {
    CHECK(Take(Frames(kEncapVxlan), Cooked(outer, link_type), link_type).bytes == inner);
    CHECK(Take(Frames(kEncapVxlan), Cooked(Tagged(outer, 9), link_type), link_type).bytes == inner);
  }
}

TEST(encap_frame_of_mpls_with_ip_inside_keeps_its_cooked_header_and_tags) {
  const Bytes packet = FlowPacket(kFlow);
  const Bytes frame = EthernetFrame(kEtherTypeMpls, Labels(2, packet));
  const Bytes bare = EthernetFrame(kEtherTypeIpv4, packet);
  for (const uint16_t link_type : {kLinkTypeLinuxSll, kLinkTypeLinuxSll2}) {
    CHECK(Take(Frames(kEncapMpls), Cooked(frame, link_type), link_type).bytes == Cooked(bare, link_type));
    const Bytes tagged = Cooked(Tagged(frame, 9), link_type);
    CHECK(Take(Frames(kEncapMpls), tagged, link_type).bytes == Cooked(Tagged(bare, 9), link_type));
  }
}

TEST(encap_frame_whose_ip_header_claims_less_than_its_length_is_in_no_tunnel) {
  Bytes frame = InUdp(kPortVxlan, VxlanPayload(FlowFrame(kFlow)));
  CHECK(Take(Frames(kEncapSkip), frame).has_tunnel);
  frame[14] = 0x44;
  CHECK(!Take(Frames(kEncapSkip), frame).has_tunnel);
}

TEST(encap_frame_of_gre_with_ip_inside_becomes_raw_ip) {
  const Bytes packet = FlowPacket(kFlow);
  const Result result = Take(Frames(kEncapGre), InIp(kProtocolGre, GrePacket(0, kEtherTypeIpv4, packet)));
  CHECK(result.bytes == packet);
  CHECK_EQ(result.link_type, kLinkTypeRaw);
}

TEST(encap_frame_of_mpls_with_ip_inside_keeps_its_ethernet_header_and_tags) {
  const Bytes packet = FlowPacket(kFlow);
  const Bytes frame = EthernetFrame(kEtherTypeMpls, Labels(2, packet));
  CHECK(Take(Frames(kEncapMpls), frame).bytes == EthernetFrame(kEtherTypeIpv4, packet));
  CHECK(Take(Frames(kEncapMpls), Tagged(frame, 9)).bytes == Tagged(EthernetFrame(kEtherTypeIpv4, packet), 9));
}

TEST(encap_frame_of_mpls_with_ipv6_inside_keeps_its_ethernet_header) {
  FlowEnds flow = kFlow;
  flow.ipv6 = true;
  const Bytes frame = EthernetFrame(kEtherTypeMpls, Labels(2, FlowPacket(flow)));
  CHECK(Take(Frames(kEncapMpls), frame).bytes == FlowFrame(flow));
}

TEST(encap_frame_of_a_pseudowire_loses_its_control_word_before_tags_and_labels_too) {
  const Bytes frames[] = {Tagged(FlowFrame(kFlow), 7), Tagged(FlowFrame(kFlow), 7, kEtherTypeServiceVlan),
                          EthernetFrame(kEtherTypeMpls, Labels(1, FlowPacket(kFlow)))};
  for (const Bytes& inner : frames) {
    const Bytes wire = EthernetFrame(kEtherTypeMpls, Labels(2, Join(Bytes(4), inner)));
    CHECK(Take(Frames(kEncapMpls), wire).bytes == inner);
  }
}

TEST(encap_frame_of_erm_gets_its_tag_back_with_the_priority_of_802_1p) {
  const Bytes inner = FlowFrame(kFlow);
  const uint16_t priorities[] = {1, 2, 0, 3, 4, 5, 6, 7};
  for (uint32_t queue = 0; queue < 8; queue++) {
    const uint32_t word = queue << 21 | 1u << 20 | 0x123u << 8 | 0x80;
    const uint16_t control = static_cast<uint16_t>(priorities[queue] << 13 | 0x1000 | 0x123);
    CHECK(Take(Frames(kEncapErm), InUdp(kPortErm, ErmPayload(inner, word))).bytes == Tagged(inner, control));
  }
}

TEST(encap_frame_of_erspan_gets_the_tag_back_that_the_switch_took_off) {
  const Bytes inner = FlowFrame(kFlow);
  constexpr uint16_t kTagTakenOff = 2 << 11;
  for (uint16_t priority = 0; priority < 8; priority++) {
    const auto control = static_cast<uint16_t>(priority << 13 | kTagTakenOff | 5);
    const Bytes tagged = Tagged(inner, static_cast<uint16_t>(priority << 13 | 0x123));
    for (const Encapsulation asked : {kEncapErspan, kEncapGre, kEncapAuto}) {
      CHECK(Take(Frames(asked), InIp(kProtocolGre, ErspanIi(inner, 0x123, control))).bytes == tagged);
    }
    CHECK(Take(Frames(kEncapErspan), InUdp(kPortGreInUdp, ErspanIi(inner, 0x123, control))).bytes == tagged);
  }
  Bytes behind_gue = {0, kProtocolGre, 0, 0};
  const Bytes erspan = ErspanIi(inner, 0x123, kTagTakenOff);
  behind_gue.insert(behind_gue.end(), erspan.begin(), erspan.end());
  CHECK(Take(Frames(kEncapGue), InUdp(kPortGue, behind_gue)).bytes == Tagged(inner, 0x123));
  // Never tagged, ISL, still in the frame.
  for (const uint16_t other : {0, 1, 3}) {
    const auto control = static_cast<uint16_t>(7 << 13 | other << 11);
    CHECK(Take(Frames(kEncapErspan), InIp(kProtocolGre, ErspanIi(inner, 0x123, control))).bytes == inner);
  }
  const Bytes shorter = {1, 2, 3};
  CHECK(Take(Frames(kEncapErspan), InIp(kProtocolGre, ErspanIi(shorter, 7, kTagTakenOff))).bytes == shorter);
}

TEST(encap_frame_of_gpe_or_gue_with_ip_inside_becomes_raw_ip) {
  const Bytes packet = FlowPacket(kFlow);
  const std::tuple<Encapsulation, uint16_t, Bytes> tunnels[] = {
      {kEncapVxlanGpe, kPortVxlanGpe, VxlanGpePayload(1, packet)},
      {kEncapGue, kPortGue, GuePayload(kProtocolIpv4, packet)},
      {kEncapGue, kPortGue, packet},
  };
  for (const auto& [encapsulation, port, payload] : tunnels) {
    for (const Encapsulation asked : {encapsulation, kEncapAuto}) {
      const Result result = Take(Frames(asked), InUdp(port, payload));
      CHECK(result.bytes == packet);
      CHECK_EQ(result.link_type, kLinkTypeRaw);
      CHECK_EQ(result.tunnel.encapsulation, encapsulation);
    }
  }
}

TEST(encap_frame_of_tunnels_in_tunnels_keeps_the_outer_addresses_and_both_vnis) {
  const Bytes inner = FlowFrame(kFlow);
  Bytes with_other_vni = VxlanPayload(inner);
  with_other_vni[6] = 7;
  const Result vxlan =
      Take(Frames(kEncapVxlan, {kEncapVxlan}), InUdp(kPortVxlan, VxlanPayload(InUdp(kPortVxlan, with_other_vni))));
  CHECK(vxlan.bytes == inner);
  CHECK_EQ(vxlan.tunnel.vni, 42u);
  CHECK_EQ(vxlan.tunnel.inner_vni, 7u);
  CHECK_EQ(vxlan.tunnel.inside[0], kEncapVxlan);
  CHECK(Bytes(vxlan.tunnel.source, vxlan.tunnel.source + 4) == Bytes({0xc6, 0x33, 0x64, 0x01}));
  const Result erspan =
      Take(Frames(kEncapErspan, {kEncapGeneve, kEncapErspan}),
           InIp(kProtocolGre,
                ErspanIi(InUdp(kPortGeneve, GenevePayload(kEtherTypeBridged, InIp(kProtocolGre, ErspanI(inner)))))));
  CHECK(erspan.bytes == inner);
  CHECK_EQ(erspan.tunnel.encapsulation, kEncapErspan);
  CHECK_EQ(erspan.tunnel.inner_vni, 9u);
}

TEST(encap_frame_without_the_tunnel_inside_is_refused_as_it_came) {
  const Bytes frame = InUdp(kPortVxlan, VxlanPayload(FlowFrame(kFlow)));
  const Result result = Take(Frames(kEncapVxlan, {kEncapVxlan}), frame);
  CHECK_EQ(result.kept, 0u);
  CHECK_EQ(result.invalid[kInvalidNotNested], 1u);
  CHECK(Take(Frames(kEncapVxlan, {kEncapVxlan}), FlowFrame(kFlow)).bytes == FlowFrame(kFlow));
}

TEST(encap_frame_outside_the_tunnel_passes_or_is_counted) {
  const Bytes plain = FlowFrame(kFlow);
  const FlowEnds feed = FeedEnds(kProtocolUdp, kPortErm);
  const Bytes fragment = EthernetFrame(kEtherTypeIpv4, Ipv4Packet(feed, Bytes(40), {}, 0x2000));
  for (const Bytes& frame : {plain, fragment, InUdp(53, Bytes(30)), Bytes(5, 1)}) {
    const Result passed = Take(Frames(kEncapErm), frame);
    CHECK(passed.bytes == frame);
    CHECK(!passed.has_tunnel);
    EncapOptions drop = Frames(kEncapErm);
    drop.drop_other = true;
    const Result dropped = Take(drop, frame);
    CHECK_EQ(dropped.kept, 0u);
    CHECK_EQ(dropped.invalid[kInvalidNotInTunnel], 1u);
  }
}

TEST(encap_frame_with_a_bad_tunnel_header_is_counted_by_cause) {
  Bytes cut_erspan = InIp(kProtocolGre, ErspanIi({}));
  cut_erspan.pop_back();
  const std::pair<Bytes, InvalidCause> frames[] = {
      {InUdp(kPortVxlan, Bytes(20)), kInvalidVxlanFlags},
      {InUdp(kPortErm, Bytes(11)), kInvalidTooShort},
      {InUdp(kPortTzsp, {2, 0, 0, 1, 1}), kInvalidTunnelHeader},
      {InUdp(kPortTzsp, {1, 0, 0, 1, 10, 200}), kInvalidTooShort},
      {InUdp(kPortTzsp, Join({1, 0, 0, 1}, Bytes(50))), kInvalidTunnelHeader},
      {InIp(kProtocolGre, GrePacket(0x4000, kEtherTypeBridged, Bytes(40))), kInvalidTunnelHeader},
      {InIp(kProtocolGre, GrePacket(0, 0x1234, Bytes(40))), kInvalidTunnelHeader},
      {cut_erspan, kInvalidTooShort},
      {EthernetFrame(kEtherTypeMpls, Bytes(40)), kInvalidTunnelHeader},
  };
  for (const auto& [frame, cause] : frames) {
    const Result result = Take(Frames(kEncapAuto), frame);
    CHECK_EQ(result.kept, 0u);
    CHECK_EQ(result.invalid[cause], 1u);
  }
}

TEST(encap_frame_never_reads_or_writes_beyond_a_hostile_frame) {
  std::mt19937 random(3);
  std::vector<Bytes> seeds;
  for (const TunnelKind& kind : TunnelKinds()) seeds.push_back(kind.frame(kFlow));
  seeds.push_back(InUdp(kPortErm, ErmPayload(FlowFrame(kFlow), 0x80)));
  seeds.push_back(InUdp(kPortVxlan, VxlanPayload(InIp(kProtocolGre, ErspanIi(FlowFrame(kFlow))))));
  seeds.push_back(InUdp(kPortGue, GuePayload(kProtocolGre, GrePacket(0x2000, kEtherTypeIpv4, FlowPacket(kFlow)))));
  seeds.push_back(InUdp(kPortVxlanGpe, VxlanGpePayload(1, FlowPacket(kFlow))));
  const Encapsulation asked[] = {kEncapAuto, kEncapErm,         kEncapGre,      kEncapErspan, kEncapMpls,
                                 kEncapSkip, kEncapGeneveVxlan, kEncapVxlanGpe, kEncapGue,    kEncapVxlan};
  for (int i = 0; i < 20000; i++) {
    Bytes frame = seeds[random() % seeds.size()];
    for (uint32_t changes = random() % 5; changes > 0; changes--) {
      frame[random() % frame.size()] = static_cast<uint8_t>(random());
    }
    if (random() % 2 == 0) frame.resize(random() % (frame.size() + 1));
    EncapOptions options = Frames(asked[random() % std::size(asked)]);
    options.skip = random() % 100;
    options.drop_other = random() % 2 == 0;
    if (random() % 4 == 0) options.inside[0] = kEncapErspan;
    const Result result = Take(options, frame, random() % 4 == 0 ? kLinkTypeRaw : kLinkTypeEthernet);
    uint64_t refused = 0;
    for (const uint64_t count : result.invalid) refused += count;
    CHECK_EQ(result.kept + refused, 1u);
  }
}

}  // namespace fandump::test
