// GUE, draft-ietf-intarea-gue.
#include "encap_payloads.h"

namespace fandump::test {

namespace {

constexpr EncapOptions kGue{kEncapGue, 0, -1};

// Variant 0 with this many words of extension fields.
Payload Gue(uint8_t protocol, uint8_t words = 0, uint8_t first = 0, uint16_t flags = 0) {
  const Payload header = {uint8_t(first | words), protocol, uint8_t(flags >> 8), uint8_t(flags)};
  return header + Payload(size_t{words} * 4, 0x55);
}

// GRE (RFC 2784) with an EtherType.
Payload Gre(uint16_t protocol) { return {0, 0, uint8_t(protocol >> 8), uint8_t(protocol)}; }

}  // namespace

TEST(encap_gue_takes_ip_from_behind_header_and_extensions) {
  for (const uint8_t protocol : {4, 41}) {
    for (const uint8_t words : {0, 1, 31}) {
      const Stripped stripped = Strip(kGue, Gue(protocol, words) + Inner());
      CHECK(!stripped.cause);
      CHECK(stripped.inner == Inner());
      CHECK_EQ(stripped.link_type, kLinkTypeRaw);
      CHECK_EQ(stripped.tunnel.encapsulation, kEncapGue);
      CHECK_EQ(stripped.tunnel.vni, kNoVni);
    }
  }
}

TEST(encap_gue_takes_what_gre_carries_inside_it) {
  const Stripped ethernet = Strip(kGue, Gue(47, 1) + Gre(kEtherTypeBridged) + Inner());
  CHECK(ethernet.inner == Inner());
  CHECK_EQ(ethernet.link_type, kLinkTypeEthernet);
  CHECK_EQ(Strip(kGue, Gue(47) + Gre(kEtherTypeIpv6) + Inner()).link_type, kLinkTypeRaw);
}

TEST(encap_gue_variant_one_is_ip_without_a_header) {
  const Stripped ipv4 = Strip(kGue, Ipv4() + Inner());
  CHECK(ipv4.inner == Ipv4() + Inner());
  CHECK_EQ(ipv4.link_type, kLinkTypeRaw);
  CHECK(Strip(kGue, Ipv6() + Inner()).inner == Ipv6() + Inner());
}

TEST(encap_gue_private_fields_are_stepped_over) { CHECK(!Strip(kGue, Gue(4, 1, 0, 0x0001) + Inner()).cause); }

TEST(encap_gue_refuses_what_it_cannot_read_by_cause) {
  CheckRefused(kGue, {{"empty", {}, kInvalidTooShort},
                      {"extensions cut", Payload{0x02, 4, 0, 0, 1, 2, 3, 4}, kInvalidTooShort},
                      {"control message", Gue(1, 0, 0x20) + Inner(), kInvalidControl},
                      {"fragment flag", Gue(4, 2, 0, 0x0800) + Inner(), kInvalidGueHeader},
                      {"variant 2", Gue(4, 0, 0x80) + Inner(), kInvalidGueHeader},
                      {"variant 3", Gue(4, 0, 0xc0) + Inner(), kInvalidGueHeader},
                      {"variant 1, IP version 5", Payload{0x50, 0, 0, 0}, kInvalidGueHeader},
                      {"TCP", Gue(6) + Inner(), kInvalidGueProtocol},
                      {"GRE with something else", Gue(47) + Gre(0x1234) + Inner(), kInvalidGueProtocol}});
  CHECK_EQ(Strip({kEncapGue, 0, kLinkTypePpp}, Gue(6) + Inner()).link_type, kLinkTypePpp);
}

TEST(encap_gue_every_truncation_is_too_short) { CheckEveryTruncation(kGue, Gue(4, 3)); }

}  // namespace fandump::test
