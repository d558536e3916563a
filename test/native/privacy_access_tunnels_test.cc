// Addresses inside the tunnels of access networks, which nothing takes off.
#include "check.h"
#include "privacy/packet_slicer.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

TEST(gre_of_pptp_is_anonymized) {
  // RFC 2637 section 4.1: a key that is length and call, sequence and acknowledgment numbers.
  for (const uint16_t flags : {0x3001, 0x3081}) {
    for (const Bytes& ppp : {Bytes{0xff, 0x03, 0x00, 0x21}, Bytes{0x00, 0x21}, Bytes{0x21}}) {
      Bytes bytes;
      Append16(bytes, flags);
      Append16(bytes, kEtherTypePpp);
      bytes.resize(flags == 0x3081 ? 16 : 12, 0xee);
      CheckHidden(Over(kProtocolGre, Join(Join(bytes, ppp), TcpPacket(kFlow))));
    }
  }
}

TEST(gtp_is_anonymized_with_its_optional_fields_and_extension_headers) {
  const std::vector<Bytes> headers = {
      {0x30, 255, 0, 0, 0, 0, 0, 1},
      {0x32, 255, 0, 0, 0, 0, 0, 1, 0, 9, 0, 0},
      // Its type counts for nothing where the flag of extension headers is not set.
      {0x31, 255, 0, 0, 0, 0, 0, 1, 0, 0, 3, 0xc0},
      {0x34, 255, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0x85, 1, 0, 9, 0},
      {0x36, 255, 0, 0, 0, 0, 0, 1, 0, 9, 0, 0xc0, 1, 9, 9, 0x85, 2, 1, 2, 3, 4, 5, 6, 0},
  };
  for (const Bytes& header : headers) {
    CheckHidden(To(kPortGtpUser, Join(header, TcpPacket(kFlow))));
    CheckHidden(To(kPortGtpUser, Join(header, TcpPacket(kIpv6Flow))), kIpv6Flow);
    CheckHidden(To(kPortGtpUser, Join(header, Frame(kFlow))));
  }
}

TEST(an_extension_header_of_gtp_that_never_ends_is_not_followed) {
  CheckKept(To(kPortGtpUser, Join({0x34, 255, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0x85, 0, 0, 0, 0x85}, TcpPacket(kFlow))));
}

TEST(messages_of_gtp_that_are_no_user_packets_stay_payload) {
  CheckKept(To(kPortGtpUser, Join({0x30, 1, 0, 0, 0, 0, 0, 1}, TcpPacket(kFlow))));
  CheckKept(To(kPortGtpUser, Join({0x50, 255, 0, 0, 0, 0, 0, 1}, TcpPacket(kFlow))));
}

TEST(the_peer_that_an_error_of_gtp_names_is_anonymized) {
  const Bytes header = {0x32, 26, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 7, 133, 0, 4};
  const Bytes frame = Anonymized(To(kPortGtpUser, Join(header, kSource)));
  CHECK(!HasAddress(frame));
  CHECK(TransportIsRight(frame, kEthernet));
}

TEST(l2tp_is_anonymized) {
  const Bytes ids = {0, 7, 0, 9}, ppp = {0xff, 0x03, 0x00, 0x21};
  const std::vector<Bytes> headers = {
      Join({0x00, 0x02}, ids),
      Join(Join({0x40, 0x02, 0, 99}, ids), ppp),
      Join(Join({0x48, 0x02, 0, 99}, ids), {0, 1, 0, 2}),
      Join(Join({0x02, 0x02}, ids), {0, 3, 0xee, 0xee, 0xee}),
  };
  for (const Bytes& header : headers) {
    const Bytes payload = Join(Join(header, {0x00, 0x21}), TcpPacket(kFlow));
    if (Contains(header, ppp)) {
      CheckHidden(To(kPortL2tp, Join(header, TcpPacket(kFlow))));
      continue;
    }
    CheckHidden(To(kPortL2tp, payload));
    CheckHidden(From(kPortL2tp, payload));
  }
}

TEST(control_messages_of_l2tp_stay_payload) {
  CheckKept(To(kPortL2tp, Join({0xc8, 0x02, 0, 99, 0, 7, 0, 9, 0, 1, 0, 2, 0x00, 0x21}, TcpPacket(kFlow))));
}

// RFC 4380 section 5.1.1.
const Bytes kAuthentication = {0, 1, 2, 3, 'i', 'd', 1, 2, 3, 8, 7, 6, 5, 4, 3, 2, 1, 0};
const Bytes kOrigin = {0, 0, 0x12, 0x34, 0xf5, 0xff, 0xff, 0xfe};

TEST(teredo_is_anonymized_behind_authentication_and_origin) {
  const Bytes packet = TcpPacket(kIpv6Flow);
  for (const Bytes& head : {Bytes{}, kAuthentication, kOrigin, Join(kAuthentication, kOrigin)}) {
    CheckHidden(To(kPortTeredo, Join(head, packet)), kIpv6Flow);
    CheckHidden(From(kPortTeredo, Join(head, packet)), kIpv6Flow);
  }
}

TEST(the_origin_that_teredo_tells_has_the_pseudonym_of_its_address) {
  const Bytes frame = Anonymized(From(kPortTeredo, Join(kOrigin, TcpPacket(kIpv6Flow))));
  Bytes plain = EthernetFrame(kEtherTypeIpv4, TcpPacket(kFlow));
  Anonymize(plain);
  const size_t origin = kEthernet + ipv4::kLength + udp::kLength + 4;
  for (size_t i = 0; i < 4; i++) CHECK_EQ(frame[origin + i] ^ 0xff, plain[kEthernet + ipv4::kSourceAt + i]);
}

TEST(clients_of_teredo_are_known_by_its_prefix_on_any_port) {
  Bytes packet = TcpPacket(kIpv6Flow);
  CheckKept(To(4242, packet));
  const Bytes prefix = {0x20, 0x01, 0, 0};
  std::copy(prefix.begin(), prefix.end(), packet.begin() + ipv6::kDestinationAt);
  const Bytes frame = Anonymized(To(4242, packet));
  CHECK(!HasAddress(frame));
  CHECK(TransportIsRight(frame, kEthernet));
}

TEST(other_addresses_behind_a_bubble_of_teredo_are_anonymized) {
  // RFC 6081: a nonce, then two alternate addresses with ports.
  Bytes trailers = {1, 4, 9, 9, 9, 9, 3, 14, 0, 0};
  trailers = Join(Join(Join(Join(trailers, kSource), {1, 2}), kDestination), {3, 4});
  const Bytes frame = To(kPortTeredo, Join(TcpPacket(kIpv6Flow), trailers));
  CheckHidden(frame, kIpv6Flow);
  const Bytes hidden = Anonymized(frame);
  CHECK(std::equal(hidden.end() - 2, hidden.end(), frame.end() - 2));
  CHECK(std::equal(hidden.end() - 16, hidden.end() - 12, frame.end() - 16));
}

TEST(ayiya_is_anonymized_with_the_address_that_is_its_identity) {
  Bytes header = {0x41, 0x52, 0x11, kProtocolIpv6, 1, 2, 3, 4, 0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0};
  header = Join(Join(header, kSource), Bytes(20, 0xee));
  CheckHidden(To(kPortAyiya, Join(header, TcpPacket(kIpv6Flow))), kIpv6Flow);
  CheckHidden(From(kPortAyiya, Join(header, TcpPacket(kIpv6Flow))), kIpv6Flow);
}

TEST(trailers_that_leave_no_room_for_the_packet_before_them_do_not_keep_it) {
  Bytes trailer = {3, 242, 0, 0};
  for (int i = 0; i < 40; i++) trailer = Join(Join(trailer, kSource), {1, 2});
  CHECK(!HasAddress(Anonymized(To(kPortTeredo, Join(TcpPacket(kIpv6Flow), trailer)))));
}

TEST(slicing_looks_through_tunnels_that_are_not_taken_off) {
  Bytes frame = To(kPortGtpUser, Join({0x30, 255, 0, 0, 0, 0, 0, 1}, TcpPacket(kFlow, Bytes(33))));
  PacketView view = ViewOf(frame);
  PacketSlicer(0).Apply(&view, 1);
  CHECK_EQ(view.caplen, frame.size() - 33);
}

}  // namespace
}  // namespace fandump::test
