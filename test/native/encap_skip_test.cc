// skip=N and raw.
#include "encap_payloads.h"

namespace fandump::test {

TEST(encap_skip_takes_bytes_off_the_front) {
  const Stripped stripped = Strip({kEncapSkip, 3, -1}, Payload{1, 2, 3} + Inner(), 50);
  CHECK(!stripped.cause);
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.len, 47u);
  CHECK_EQ(stripped.link_type, kLinkTypeEthernet);
  CHECK_EQ(stripped.tunnel.encapsulation, kEncapSkip);
  CHECK_EQ(stripped.tunnel.vni, kNoVni);
  CHECK_EQ(stripped.tunnel.inner_vni, kNoVni);
  CHECK_EQ(stripped.tunnel.options_length, 0);
}

TEST(encap_raw_leaves_the_payload_as_it_is) {
  const Stripped stripped = Strip({kEncapSkip, 0, kLinkTypeRaw}, Inner());
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.link_type, kLinkTypeRaw);
}

TEST(encap_skip_needs_as_many_bytes) {
  CheckEveryTruncation({kEncapSkip, 5, -1}, Payload(5, 0));
  CHECK(Strip({kEncapSkip, 0xffffffff, -1}, Inner()).cause == kInvalidTooShort);
}

TEST(encap_skip_counts_captured_bytes_not_those_on_the_wire) {
  CHECK(Strip({kEncapSkip, 5, -1}, Inner(), 1000).cause == kInvalidTooShort);
}

}  // namespace fandump::test
