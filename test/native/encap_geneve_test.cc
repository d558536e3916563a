// GENEVE, RFC 8926.
#include "encap_payloads.h"

namespace fandump::test {

namespace {

constexpr EncapOptions kGeneve{kEncapGeneve, 0, -1};

// Two options: class 0x0102, type 3, four bytes; class 0x0104, type 0x81 (critical), none.
const Payload kOptions = {0x01, 0x02, 0x03, 0x01, 0xaa, 0xbb, 0xcc, 0xdd, 0x01, 0x04, 0x81, 0x00};

}  // namespace

TEST(encap_geneve_protocol_type_decides_the_link_type) {
  CHECK_EQ(Strip(kGeneve, Geneve(1, 0x6558) + Inner()).link_type, kLinkTypeEthernet);
  CHECK_EQ(Strip(kGeneve, Geneve(1, 0x0800) + Inner()).link_type, kLinkTypeRaw);
  CHECK_EQ(Strip(kGeneve, Geneve(1, 0x86dd) + Inner()).link_type, kLinkTypeRaw);
}

TEST(encap_geneve_link_type_that_is_given_wins_over_the_protocol_type) {
  for (const uint16_t protocol : {0x6558, 0x0800, 0x1234}) {
    const Stripped stripped = Strip({kEncapGeneve, 0, kLinkTypePpp}, Geneve(1, protocol) + Inner());
    CHECK(!stripped.cause);
    CHECK_EQ(stripped.link_type, kLinkTypePpp);
  }
}

TEST(encap_geneve_gives_the_vni_and_the_inner_packet) {
  const Stripped stripped = Strip(kGeneve, Geneve(0x010203, 0x6558) + Inner(), 100);
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.len, 92u);
  CHECK_EQ(stripped.tunnel.encapsulation, kEncapGeneve);
  CHECK_EQ(stripped.tunnel.vni, 0x010203u);
  CHECK_EQ(stripped.tunnel.inner_vni, kNoVni);
  CHECK_EQ(stripped.tunnel.options_length, 0);
  CHECK(stripped.tunnel.options == nullptr);
}

TEST(encap_geneve_keeps_the_options) {
  const Stripped stripped = Strip(kGeneve, Geneve(9, 0x0800, kOptions) + Inner());
  CHECK(stripped.options == kOptions);
  CHECK(stripped.inner == Inner());
}

TEST(encap_geneve_takes_the_most_options_there_can_be) {
  const Payload options(252, 0x11);
  const Stripped stripped = Strip(kGeneve, Geneve(9, 0x0800, options) + Inner());
  CHECK(stripped.options == options);
  CHECK(stripped.inner == Inner());
}

TEST(encap_geneve_ignores_control_and_critical_bits) {
  Payload header = Geneve(9, 0x6558);
  header[1] = 0xff;
  CHECK(!Strip(kGeneve, header + Inner()).cause);
}

TEST(encap_geneve_refuses_other_versions_and_protocols) {
  CheckRefused(kGeneve, {{"version 1", Geneve(1, 0x6558, {}, 1) + Inner(), kInvalidGeneveVersion},
                         {"version 3", Geneve(1, 0x6558, {}, 3) + Inner(), kInvalidGeneveVersion},
                         {"MPLS", Geneve(1, 0x8847) + Inner(), kInvalidGeneveProtocol},
                         {"protocol 0", Geneve(1, 0) + Inner(), kInvalidGeneveProtocol}});
}

TEST(encap_geneve_needs_its_header_and_its_options) {
  CheckEveryTruncation(kGeneve, Geneve(1, 0x6558));
  CheckEveryTruncation(kGeneve, Geneve(1, 0x6558, kOptions));
}

TEST(encap_possible_link_types_are_two_only_where_geneve_decides) {
  CHECK(PossibleLinkTypes(kGeneve) == std::vector<uint16_t>({kLinkTypeEthernet, kLinkTypeRaw}));
  CHECK(PossibleLinkTypes({kEncapGeneve, 0, kLinkTypeRaw}) == std::vector<uint16_t>({kLinkTypeRaw}));
  CHECK(PossibleLinkTypes({kEncapGeneveVxlan, 0, -1}) == std::vector<uint16_t>({kLinkTypeEthernet}));
  CHECK(PossibleLinkTypes({kEncapSkip, 4, kLinkTypePpp}) == std::vector<uint16_t>({kLinkTypePpp}));
  CHECK_EQ(NominalLinkType(kGeneve), kLinkTypeEthernet);
}

// GENEVE with the second byte of its header.
static Payload Flagged(uint8_t flags, const Payload& options = {}) {
  Payload header = Geneve(1, 0x6558, options);
  header[1] = flags;
  return header + Inner();
}

TEST(encap_geneve_control_and_critical_bits_are_kept_and_refuse_nothing) {
  const Stripped control = Strip(kGeneve, Flagged(0x80));
  CHECK(!control.cause);
  CHECK_EQ(control.tunnel.flags, kTunnelControl);
  const Stripped critical = Strip(kGeneve, Flagged(0x40, kOptions));
  CHECK(!critical.cause);
  CHECK_EQ(critical.tunnel.flags, kTunnelCritical);
}

TEST(encap_geneve_strict_refuses_what_a_tunnels_end_has_to_drop) {
  EncapOptions strict = kGeneve;
  strict.strict = true;
  CHECK(!Strip(strict, Flagged(0)).cause);
  CheckRefused(strict, {{"control message", Flagged(0x80), kInvalidControl},
                        {"unknown critical option", Flagged(0x40, kOptions), kInvalidGeneveCritical},
                        {"critical option without C", Flagged(0, kOptions), kInvalidGeneveCritical},
                        {"option longer than the room", Flagged(0, {1, 2, 3, 2, 0, 0, 0, 0}), kInvalidGeneveOptions}});
}

TEST(encap_geneve_strict_knows_the_options_of_amazons_gateway_load_balancer) {
  EncapOptions strict = kGeneve;
  strict.strict = true;
  const Payload options = {0x01, 0x08, 0x81, 0x02, 1, 1, 1, 1, 1,    1,    1,    1,    0x01, 0x08, 0x82, 0x02,
                           2,    2,    2,    2,    2, 2, 2, 2, 0x01, 0x08, 0x83, 0x01, 3,    3,    3,    3};
  const Stripped stripped = Strip(strict, Flagged(0x40, options));
  CHECK(!stripped.cause);
  CHECK(stripped.options == options);
  CHECK(Strip(strict, Flagged(0x40, {0x01, 0x08, 0x84, 0x00})).cause == kInvalidGeneveCritical);
}

}  // namespace fandump::test
