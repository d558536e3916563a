// Addresses inside the tunnels that are taken off elsewhere: none is left, and every checksum around them is as right
// as it was.
#include "check.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

TEST(vxlan_with_a_group_policy_is_anonymized) {
  CheckHidden(To(kPortVxlan, Join({0x88, 0x48, 0, 5, 0, 0, 42, 0}, Frame(kFlow))));
}

TEST(vxlan_with_any_reserved_bit_is_anonymized) {
  for (const size_t byte : {0, 1, 2, 3, 7}) {
    for (int bit = 0; bit < 8; bit++) {
      Bytes header = {0x08, 0, 0, 0, 0, 0, 42, 0};
      header[byte] |= static_cast<uint8_t>(1 << bit);
      for (const uint16_t port : {kPortVxlan, kPortOldVxlan}) CheckHidden(To(port, Join(header, Frame(kFlow))));
    }
  }
}

TEST(vxlan_without_a_vni_stays_payload) { CheckKept(To(kPortVxlan, Join({0, 0, 0, 0, 0, 0, 42, 0}, Frame(kFlow)))); }

TEST(vxlan_gpe_is_anonymized_on_its_port_and_on_that_of_vxlan) {
  for (const uint16_t port : {kPortVxlanGpe, kPortVxlan}) {
    CheckHidden(To(port, VxlanGpePayload(1, TcpPacket(kFlow))));
    CheckHidden(To(port, VxlanGpePayload(2, TcpPacket(kIpv6Flow))), kIpv6Flow);
    CheckHidden(To(port, VxlanGpePayload(3, Frame(kIpv6Flow))), kIpv6Flow);
    CheckHidden(To(port, VxlanPayload(Frame(kFlow))));
  }
}

TEST(gue_is_anonymized_in_both_variants) {
  for (const uint32_t extensions : {0, 4, 124}) {
    CheckHidden(To(kPortGue, GuePayload(kProtocolIpv4, TcpPacket(kFlow), extensions)));
    CheckHidden(To(kPortGue, GuePayload(kProtocolIpv6, TcpPacket(kIpv6Flow), extensions)), kIpv6Flow);
  }
  CheckHidden(To(kPortGue, TcpPacket(kFlow)));
  CheckHidden(To(kPortGue, TcpPacket(kIpv6Flow)), kIpv6Flow);
}

TEST(gre_in_gue_is_anonymized) {
  CheckHidden(To(kPortGue, GuePayload(kProtocolGre, GrePacket(0x2000, kEtherTypeIpv4, TcpPacket(kFlow)))));
  CheckHidden(To(kPortGue, GuePayload(kProtocolGre, ErspanIi(Frame(kFlow)), 8)));
}

TEST(control_messages_of_gue_stay_payload) {
  Bytes message = GuePayload(kProtocolIpv4, TcpPacket(kFlow));
  message[0] |= 0x20;
  CheckKept(To(kPortGue, message));
}

TEST(geneve_with_options_is_anonymized) {
  for (const size_t options : {0, 12, 252}) {
    CheckHidden(To(kPortGeneve, GenevePayload(kEtherTypeBridged, Frame(kFlow), Bytes(options, 7))));
    CheckHidden(To(kPortGeneve, GenevePayload(kEtherTypeIpv6, TcpPacket(kIpv6Flow), Bytes(options, 7))), kIpv6Flow);
  }
}

TEST(erm_and_tzsp_are_anonymized) {
  CheckHidden(To(kPortErm, ErmPayload(Frame(kFlow))));
  CheckHidden(To(kPortTzsp, TzspPayload(Frame(kFlow))));
}

TEST(tzsp_with_more_tags_than_are_taken_off_is_anonymized) {
  Bytes tags(3 * kMaxTzspTags, 0);
  tags.push_back(1);
  CheckHidden(To(kPortTzsp, TzspPayload(Frame(kFlow), tags)));
}

TEST(the_address_of_a_tzsp_sensor_is_anonymized) {
  const Bytes tags = Join(Join({60, 6}, kStation), {1});
  CheckHidden(To(kPortTzsp, TzspPayload(Frame(kFlow), tags)));
}

TEST(gre_and_erspan_are_anonymized_over_ip_and_over_udp) {
  Bytes erspan_of_ip = ErspanIii(TcpPacket(kFlow));
  erspan_of_ip[8 + 10] = 0x08;  // frame type: IP
  const std::vector<Bytes> packets = {
      GrePacket(0, kEtherTypeIpv4, TcpPacket(kFlow)),
      GrePacket(0x3000, kEtherTypeBridged, Frame(kFlow)),
      ErspanI(Frame(kFlow)),
      ErspanIi(Frame(kFlow)),
      ErspanIii(Frame(kFlow)),
      ErspanIii(Frame(kFlow), true),
      erspan_of_ip,
  };
  for (const Bytes& packet : packets) {
    CheckHidden(Over(kProtocolGre, packet));
    CheckHidden(To(kPortGreInUdp, packet));
  }
}

TEST(the_checksum_of_gre_stays_right) {
  Bytes gre = GrePacket(0x8000, kEtherTypeIpv4, TcpPacket(kFlow));
  Put(gre, 4, 0);
  Put(gre, 6, 0);
  Put(gre, 4, 0xffff - Sum(gre.data(), gre.size()));
  const Bytes frame = To(kPortGreInUdp, gre);
  CheckHidden(frame);
  const size_t at = frame.size() - gre.size();
  CHECK_EQ(Sum(Anonymized(frame).data() + at, gre.size()), 0xffffu);
}

TEST(mpls_over_udp_is_anonymized) {
  CheckHidden(To(kPortMplsInUdp, Labels(1, TcpPacket(kFlow))));
  CheckHidden(To(kPortMplsInUdp, Labels(3, TcpPacket(kIpv6Flow))), kIpv6Flow);
}

TEST(a_pseudowire_is_anonymized_with_a_control_word_and_without) {
  Bytes frame = Frame(kFlow);
  CheckHidden(To(kPortMplsInUdp, Labels(1, Join(Bytes(4), frame))));
  CheckHidden(To(kPortMplsInUdp, Labels(1, frame)));
  frame[0] = 0xa2;
  CheckHidden(To(kPortMplsInUdp, Labels(1, frame)));
}

TEST(stations_behind_a_control_word_are_anonymized_whatever_their_frame_carries) {
  constexpr uint16_t kLinkLayerDiscovery = 0x88cc;
  const Bytes frame = EthernetFrame(kLinkLayerDiscovery, Bytes(20));
  const Bytes alone = Anonymized(frame);
  const Bytes hidden = Anonymized(To(kPortMplsInUdp, Labels(1, Join(Bytes(4), frame))));
  CHECK(std::equal(alone.begin(), alone.end(), hidden.end() - static_cast<ptrdiff_t>(frame.size())));
}

TEST(more_tags_and_labels_than_are_taken_off_hide_no_address) {
  Bytes tagged = Frame(kFlow);
  for (int tag = 0; tag < 3 * kMaxVlanTags; tag++) tagged = Tagged(tagged, 7);
  CHECK(!HasAddress(Anonymized(tagged)));
  CHECK(!HasAddress(Anonymized(EthernetFrame(kEtherTypeMpls, Labels(3 * kMaxMplsLabels, TcpPacket(kFlow))))));
}

TEST(what_decapsulation_takes_off_is_anonymized_where_it_stays) {
  for (const TunnelKind& kind : TunnelKinds()) {
    for (const FlowEnds& flow : {kFlow, kIpv6Flow}) CHECK(!HasAddress(Anonymized(kind.frame(flow))));
  }
}

TEST(tunnels_in_tunnels_are_anonymized) {
  Bytes frame = Frame(kFlow);
  for (int depth = 0; depth < 3; depth++) {
    frame = To(kPortVxlan, Join({0x0c, 0, 0, 3, 0, 0, 7, 0}, frame));
    frame = To(kPortGue, GuePayload(kProtocolGre, GrePacket(0, kEtherTypeBridged, frame)));
  }
  CheckHidden(frame);
}

TEST(of_more_tunnels_than_are_looked_through_nothing_is_kept) {
  Bytes frame = Frame(kFlow);
  for (int depth = 0; depth < 20; depth++) frame = To(kPortVxlan, VxlanPayload(frame));
  const Bytes hidden = Anonymized(frame);
  CHECK(hidden.size() < frame.size());
  CHECK(!HasAddress(hidden));
}

}  // namespace
}  // namespace fandump::test
