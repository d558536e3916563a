// VXLAN, RFC 7348.
#include "encap_payloads.h"

namespace fandump::test {

namespace {
constexpr EncapOptions kVxlan{kEncapVxlan, 0, -1};
}

TEST(encap_vxlan_gives_the_inner_ethernet_frame_and_the_vni) {
  const Stripped stripped = Strip(kVxlan, Vxlan(0xabcdef) + Inner());
  CHECK(!stripped.cause);
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.len, 4u);
  CHECK_EQ(stripped.link_type, kLinkTypeEthernet);
  CHECK_EQ(stripped.tunnel.encapsulation, kEncapVxlan);
  CHECK_EQ(stripped.tunnel.vni, 0xabcdefu);
  CHECK_EQ(stripped.tunnel.inner_vni, kNoVni);
  CHECK_EQ(stripped.tunnel.options_length, 0);
  CHECK(stripped.tunnel.options == nullptr);
}

TEST(encap_vxlan_ignores_reserved_bits) {
  Payload header = Vxlan(5, 0xff);
  header[1] = header[2] = header[3] = header[7] = 0xff;
  const Stripped stripped = Strip(kVxlan, header + Inner());
  CHECK(!stripped.cause);
  CHECK_EQ(stripped.tunnel.vni, 5u);
}

TEST(encap_vxlan_keeps_the_group_policy) {
  Payload header = Vxlan(5, 0x88);
  header[1] = 0x48;
  header[2] = 0x12;
  header[3] = 0x34;
  const Stripped stripped = Strip(kVxlan, header + Inner());
  CHECK_EQ(stripped.tunnel.policy, 0x1234);
  CHECK_EQ(stripped.tunnel.flags, kTunnelPolicy | kTunnelPolicyApplied | kTunnelDontLearn);
  header[0] = 0x08;
  CHECK_EQ(Strip(kVxlan, header + Inner()).tunnel.flags, 0);
}

TEST(encap_vxlan_link_type_may_be_given) {
  CHECK_EQ(Strip({kEncapVxlan, 0, kLinkTypeRaw}, Vxlan(1) + Inner()).link_type, kLinkTypeRaw);
}

TEST(encap_vxlan_keeps_the_length_on_the_wire_of_a_truncated_datagram) {
  const Stripped stripped = Strip(kVxlan, Vxlan(1) + Inner(), 1500);
  CHECK_EQ(stripped.inner.size(), 4u);
  CHECK_EQ(stripped.len, 1492u);
}

TEST(encap_vxlan_refuses_what_has_no_valid_vni) {
  CheckRefused(kVxlan, {{"no flags", Vxlan(1, 0) + Inner(), kInvalidVxlanFlags},
                        {"every flag but I", Vxlan(1, 0xf7) + Inner(), kInvalidVxlanFlags},
                        {"empty", {}, kInvalidTooShort}});
}

TEST(encap_vxlan_needs_eight_bytes) { CheckEveryTruncation(kVxlan, Vxlan(1)); }

}  // namespace fandump::test
