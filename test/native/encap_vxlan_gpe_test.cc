// VXLAN-GPE, draft-ietf-nvo3-vxlan-gpe.
#include "encap_payloads.h"

namespace fandump::test {

namespace {

constexpr EncapOptions kGpe{kEncapVxlanGpe, 0, -1};
constexpr uint8_t kWithNext = 0x0c;

Payload Gpe(uint8_t next, uint8_t flags = kWithNext) {
  Payload header = Vxlan(0xabcdef, flags);
  header[3] = next;
  return header;
}

}  // namespace

TEST(encap_vxlan_gpe_next_protocol_decides_the_link_type) {
  CHECK_EQ(Strip(kGpe, Gpe(1) + Inner()).link_type, kLinkTypeRaw);
  CHECK_EQ(Strip(kGpe, Gpe(2) + Inner()).link_type, kLinkTypeRaw);
  CHECK_EQ(Strip(kGpe, Gpe(3) + Inner()).link_type, kLinkTypeEthernet);
}

TEST(encap_vxlan_gpe_without_a_next_protocol_is_vxlan) {
  const Stripped stripped = Strip(kGpe, Gpe(1, 0x08) + Inner());
  CHECK_EQ(stripped.link_type, kLinkTypeEthernet);
  CHECK(stripped.inner == Inner());
}

TEST(encap_vxlan_gpe_gives_the_vni_and_tells_oam_packets) {
  const Stripped stripped = Strip(kGpe, Gpe(1) + Inner(), 100);
  CHECK_EQ(stripped.tunnel.encapsulation, kEncapVxlanGpe);
  CHECK_EQ(stripped.tunnel.vni, 0xabcdefu);
  CHECK_EQ(stripped.tunnel.flags, 0);
  CHECK_EQ(stripped.len, 92u);
  CHECK_EQ(Strip(kGpe, Gpe(1, 0x0d) + Inner()).tunnel.flags, kTunnelControl);
}

TEST(encap_vxlan_gpe_link_type_that_is_given_wins_over_the_next_protocol) {
  const Stripped stripped = Strip({kEncapVxlanGpe, 0, kLinkTypePpp}, Gpe(4) + Inner());
  CHECK(!stripped.cause);
  CHECK_EQ(stripped.link_type, kLinkTypePpp);
}

TEST(encap_vxlan_gpe_refuses_what_it_cannot_read_by_cause) {
  CheckRefused(kGpe, {{"no I flag", Gpe(1, 0x04) + Inner(), kInvalidVxlanFlags},
                      {"version 1", Gpe(1, 0x1c) + Inner(), kInvalidGpeVersion},
                      {"version 2", Gpe(1, 0x2c) + Inner(), kInvalidGpeVersion},
                      {"NSH", Gpe(4) + Inner(), kInvalidGpeProtocol},
                      {"in-situ OAM", Gpe(0x82) + Inner(), kInvalidGpeProtocol},
                      {"nothing", Gpe(0) + Inner(), kInvalidGpeProtocol}});
  EncapOptions strict = kGpe;
  strict.strict = true;
  CheckRefused(strict, {{"OAM", Gpe(1, 0x0d) + Inner(), kInvalidControl}});
}

TEST(encap_vxlan_gpe_needs_eight_bytes) { CheckEveryTruncation(kGpe, Gpe(1)); }

}  // namespace fandump::test
