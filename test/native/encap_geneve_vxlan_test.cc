// VXLAN over UDP over IP inside GENEVE.
#include "encap_payloads.h"

namespace fandump::test {

namespace {

constexpr EncapOptions kGeneveVxlan{kEncapGeneveVxlan, 0, -1};
constexpr uint16_t kMoreFragments = 0x2000;

Payload OverIpv4(const Payload& ipv4) { return Geneve(0x111111, 0x0800) + ipv4 + Udp() + Vxlan(0x222222); }

}  // namespace

TEST(encap_geneve_vxlan_gives_the_inner_frame_and_both_vnis) {
  const Payload options(8, 0x55);
  const Stripped stripped =
      Strip(kGeneveVxlan, Geneve(0x111111, 0x0800, options) + Ipv4() + Udp() + Vxlan(0x222222) + Inner(), 1000);
  CHECK(!stripped.cause);
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.len, 1000u - 16 - 20 - 8 - 8);
  CHECK_EQ(stripped.link_type, kLinkTypeEthernet);
  CHECK_EQ(stripped.tunnel.encapsulation, kEncapGeneveVxlan);
  CHECK_EQ(stripped.tunnel.vni, 0x111111u);
  CHECK_EQ(stripped.tunnel.inner_vni, 0x222222u);
  CHECK(stripped.options == options);
}

TEST(encap_geneve_vxlan_walks_ipv4_options_ipv6_and_ethernet) {
  const Payload tail = Udp() + Vxlan(2) + Inner();
  const Payload rows[] = {Geneve(1, 0x0800) + Ipv4(17, 15) + tail, Geneve(1, 0x86dd) + Ipv6() + tail,
                          Geneve(1, 0x6558) + Ethernet(0x0800) + Ipv4() + tail,
                          Geneve(1, 0x6558) + Ethernet(0x86dd) + Ipv6() + tail};
  for (const Payload& payload : rows) {
    const Stripped stripped = Strip(kGeneveVxlan, payload);
    CHECK(!stripped.cause);
    CHECK(stripped.inner == Inner());
    CHECK_EQ(stripped.tunnel.inner_vni, 2u);
  }
}

TEST(encap_geneve_vxlan_takes_the_first_fragment_only) {
  CHECK(!Strip(kGeneveVxlan, OverIpv4(Ipv4(17, 5, kMoreFragments))).cause);
  CHECK(Strip(kGeneveVxlan, OverIpv4(Ipv4(17, 5, kMoreFragments | 1))).cause == kInvalidInnerNotVxlan);
  CHECK(Strip(kGeneveVxlan, OverIpv4(Ipv4(17, 5, 0x1fff))).cause == kInvalidInnerNotVxlan);
}

TEST(encap_geneve_vxlan_link_type_may_be_given) {
  CHECK_EQ(Strip({kEncapGeneveVxlan, 0, kLinkTypeRaw}, OverIpv4(Ipv4()) + Inner()).link_type, kLinkTypeRaw);
}

TEST(encap_geneve_vxlan_refuses_what_is_not_vxlan_over_udp) {
  const Payload tail = Udp() + Vxlan(2) + Inner();
  CheckRefused(
      kGeneveVxlan,
      {{"GENEVE version 1", Geneve(1, 0x0800, {}, 1) + Ipv4() + tail, kInvalidGeneveVersion},
       {"protocol MPLS", Geneve(1, 0x8847) + Ipv4() + tail, kInvalidInnerNotVxlan},
       {"IPv4 announced, IPv6 there", Geneve(1, 0x0800) + Ipv6() + tail, kInvalidInnerNotVxlan},
       {"IPv6 announced, IPv4 there", Geneve(1, 0x86dd) + Ipv4() + tail + Ipv4(), kInvalidInnerNotVxlan},
       {"IPv4 header of 16 bytes", Geneve(1, 0x0800) + Ipv4(17, 4) + tail, kInvalidInnerNotVxlan},
       {"TCP", Geneve(1, 0x0800) + Ipv4(6) + tail, kInvalidInnerNotVxlan},
       {"IPv6 with an extension header", Geneve(1, 0x86dd) + Ipv6(0) + tail, kInvalidInnerNotVxlan},
       {"Ethernet with ARP", Geneve(1, 0x6558) + Ethernet(0x0806) + tail, kInvalidInnerNotVxlan},
       {"UDP, but no I flag", Geneve(1, 0x0800) + Ipv4() + Udp() + Vxlan(2, 0) + Inner(), kInvalidVxlanFlags}});
}

TEST(encap_geneve_vxlan_needs_every_header_whole) {
  CheckEveryTruncation(kGeneveVxlan, Geneve(1, 0x0800, Payload(4, 0)) + Ipv4(17, 8) + Udp() + Vxlan(2));
  CheckEveryTruncation(kGeneveVxlan, Geneve(1, 0x86dd) + Ipv6() + Udp() + Vxlan(2));
  CheckEveryTruncation(kGeneveVxlan, Geneve(1, 0x6558) + Ethernet(0x0800) + Ipv4() + Udp() + Vxlan(2));
}

}  // namespace fandump::test
