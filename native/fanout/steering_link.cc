// Link headers in steering programs.
// Ethernet and tags: IEEE 802.3, 802.1Q. PPPoE: RFC 2516. MPLS: RFC 3032, RFC 4385.
#include "fanout/steering_walk.h"

namespace fandump {

namespace {

constexpr uint32_t kEthernetLength = 14;
constexpr uint32_t kEthernetType = 12;
constexpr uint32_t kVlanTagLength = 4;
constexpr uint32_t kVlanInnerType = 2;

constexpr uint32_t kPppoeLength = 8;
constexpr uint32_t kPppoeProtocol = 6;
constexpr uint32_t kPppoeSession = 0x1100;  // version 1, type 1, code 0

constexpr uint32_t kMplsLabelLength = 4;
constexpr uint32_t kMplsBottomByte = 2;
constexpr uint32_t kMplsBottomBit = 1;
constexpr uint32_t kControlWordLength = 4;

constexpr uint32_t kVersionMask = 0xf0;
constexpr uint32_t kVersion4 = 0x40;
constexpr uint32_t kVersion6 = 0x60;

}  // namespace

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
  emit_.Need(kEthernetLength);
  emit_.LoadHalf(kEthernetType);
  emit_.Store(kWordNext);
  emit_.Advance(kEthernetLength);
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
    emit_.Need(kVlanTagLength);
    emit_.LoadHalf(kVlanInnerType);
    emit_.Store(kWordNext);
    emit_.Advance(kVlanTagLength);
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
  emit_.Bind(here.pppoe);
  emit_.Need(kPppoeLength);
  emit_.LoadHalf(0);
  emit_.JumpUnlessEqual(kPppoeSession, emit_.done());
  emit_.LoadHalf(kPppoeProtocol);
  emit_.Store(kWordNext);
  emit_.Advance(kPppoeLength);
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
    emit_.Need(kMplsLabelLength);
    emit_.LoadByte(kMplsBottomByte);
    emit_.Store(kWordNext);
    emit_.Advance(kMplsLabelLength);
    emit_.Load(kWordNext);
    emit_.JumpIfAny(kMplsBottomBit, bottom);
  }
  emit_.PlaceExit();

  const Label ethernet = Inner(level, &Level::ethernet);
  emit_.Bind(bottom);
  emit_.Need(1);
  emit_.LoadByte(0);
  emit_.And(kVersionMask);
  emit_.JumpIfEqual(kVersion4, here.ipv4);
  emit_.JumpIfEqual(kVersion6, here.ipv6);
  emit_.JumpUnlessEqual(0, ethernet);
  emit_.Need(kControlWordLength + kEthernetLength);
  emit_.LoadHalf(kControlWordLength + kEthernetType);
  for (const uint16_t type : {kEtherTypeIpv4, kEtherTypeIpv6, kEtherTypeVlan, kEtherTypeServiceVlan, kEtherTypeMpls}) {
    emit_.JumpIfEqual(type, control_word);
  }
  emit_.Jump(ethernet);
  emit_.Bind(control_word);
  emit_.Advance(kControlWordLength);
  emit_.Jump(ethernet);
}

}  // namespace fandump
