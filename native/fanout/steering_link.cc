// Link headers in steering programs.
// Ethernet and tags: IEEE 802.3, 802.1Q. PPPoE: RFC 2516. MPLS: RFC 3032, RFC 4385.
#include "fanout/steering_walk.h"

#include "header_layout.h"

namespace fandump {

void SteeringWalk::WalkLevel(int level) {
  const Level& here = levels_[static_cast<size_t>(level)];
  EmitEthernet(here);
  EmitEtherType(here);
  EmitPppoe(here);
  EmitMpls(level);
  EmitIp(here);
  EmitIpv4(here);
  EmitIpv6(here);
  EmitTransport(level);
}

void SteeringWalk::EmitEthernet(const Level& here) {
  emit_.Bind(here.ethernet);
  emit_.Need(ethernet::kLength);
  emit_.LoadHalf(ethernet::kTypeAt);
  emit_.Store(kWordNext);
  emit_.Advance(ethernet::kLength);
  emit_.Load(kWordNext);
}

void SteeringWalk::EmitEtherType(const Level& here) {
  emit_.Bind(here.ether_type);
  const Label untagged = emit_.NewLabel();
  for (int tag = 0; tag < kMaxVlanTags; tag++) {
    const Label tagged = emit_.NewLabel();
    emit_.JumpIfEqual(kEtherTypeVlan, tagged);
    emit_.JumpIfEqual(kEtherTypeServiceVlan, tagged);
    emit_.JumpUnlessEqual(kEtherTypeOldServiceVlan, untagged);
    emit_.Bind(tagged);
    emit_.Need(vlan::kLength);
    emit_.LoadHalf(vlan::kInnerTypeAt);
    emit_.Store(kWordNext);
    emit_.Advance(vlan::kLength);
    emit_.Load(kWordNext);
  }
  emit_.Bind(untagged);
  emit_.JumpIfEqual(kEtherTypeIpv4, here.ipv4);
  emit_.JumpIfEqual(kEtherTypeIpv6, here.ipv6);
  emit_.JumpIfEqual(kEtherTypeMpls, here.mpls);
  emit_.JumpIfEqual(kEtherTypeMplsUpstream, here.mpls);
  emit_.JumpUnlessEqual(kEtherTypePppoeSession, emit_.done());
}

void SteeringWalk::EmitPppoe(const Level& here) {
  emit_.Need(pppoe::kLength);
  emit_.LoadHalf(0);
  emit_.JumpUnlessEqual(pppoe::kSession, emit_.done());
  emit_.LoadHalf(pppoe::kProtocolAt);
  emit_.Store(kWordNext);
  emit_.Advance(pppoe::kLength);
  emit_.Load(kWordNext);
  emit_.JumpIfEqual(kPppIpv4, here.ipv4);
  emit_.JumpIfEqual(kPppIpv6, here.ipv6);
  emit_.PlaceExit();
}

// Behind the last label nothing says what follows. IP is known by its version; a first nibble of 0 may be a control
// word (RFC 4385) or the address of a frame without one, and the type behind it tells.
void SteeringWalk::EmitMpls(int level) {
  const Level& here = levels_[static_cast<size_t>(level)];
  const Label bottom = emit_.NewLabel();
  const Label control_word = emit_.NewLabel();
  emit_.Bind(here.mpls);
  for (int label = 0; label < kMaxMplsLabels; label++) {
    emit_.Need(mpls::kLength);
    emit_.LoadByte(mpls::kBottomAt);
    emit_.Store(kWordNext);
    emit_.Advance(mpls::kLength);
    emit_.Load(kWordNext);
    emit_.JumpIfAny(mpls::kBottomBit, bottom);
  }
  emit_.PlaceExit();

  const Label ethernet = Inner(level, &Level::ethernet);
  emit_.Bind(bottom);
  emit_.Need(1);
  LoadIpVersion();
  emit_.JumpIfEqual(kVersion4, here.ipv4);
  emit_.JumpIfEqual(kVersion6, here.ipv6);
  emit_.JumpUnlessEqual(0, ethernet);
  emit_.Need(mpls::kControlWordLength + ethernet::kLength);
  emit_.LoadHalf(mpls::kControlWordLength + ethernet::kTypeAt);
  for (const uint16_t type : {kEtherTypeIpv4, kEtherTypeIpv6, kEtherTypeVlan, kEtherTypeServiceVlan, kEtherTypeMpls}) {
    emit_.JumpIfEqual(type, control_word);
  }
  emit_.Jump(ethernet);
  emit_.Bind(control_word);
  emit_.Advance(mpls::kControlWordLength);
  emit_.Jump(ethernet);
}

}  // namespace fandump
