// The tunnels of switches that mirror. GRE: RFC 2784, RFC 2890; ERSPAN in it: draft-foschiano-erspan. HP ERM has no
// standard; Wireshark's packet-hp-erm.c describes it.
#include "tunnel_layout.h"
#include "xdp/strip_tunnels.h"

namespace fandump {

namespace {

// On the stack: the tag that goes back into the frame.
constexpr int16_t kSavedTag = kSavedHeader - 8;

}  // namespace

// The priority of 802.1p that a queue stands for: 0, 1, 2 are its 1, 2, 0.
void StripTunnels::Erm() {
  const Label priority = code_.NewLabel(), third = code_.NewLabel(), tagged = code_.NewLabel();
  Need(erm::kLength, invalid_);
  code_.Load(Width::kWord, kType, kCursor, erm::kTagAt);
  code_.Swap(kType, 32);
  code_.Add(kCursor, erm::kLength);
  code_.Set(kCounter, kEncapErm);
  code_.JumpIf(BPF_JSET, kType, erm::kTagged, tagged);
  code_.Jump(ethernet_);
  code_.Place(tagged);
  code_.Move(kValue, kType);
  code_.ShiftRight(kValue, erm::kQueueShift);
  code_.And(kValue, erm::kQueueMask);
  code_.JumpIf(BPF_JGT, kValue, 2, priority);
  code_.JumpIf(BPF_JEQ, kValue, 2, third);
  code_.Add(kValue, 1);
  code_.Jump(priority);
  code_.Place(third);
  code_.Set(kValue, 0);
  code_.Place(priority);
  code_.ShiftLeft(kValue, vlan::kPriorityShift);
  code_.Move(kOther, kType);
  code_.ShiftRight(kOther, erm::kVlanShift);
  code_.And(kOther, erm::kCfiAndVlanMask);
  code_.Or(kValue, kOther);
  code_.Jump(tag_);
}

// kValue holds what the tag says.
void StripTunnels::TagTail() {
  if (!code_.IsTarget(tag_)) return;
  code_.Place(tag_);
  Need(kAddressesLength, short_inner_);
  code_.Set(kOther, kEtherTypeVlan);
  code_.ShiftLeft(kOther, 16);
  code_.Or(kValue, kOther);
  code_.Swap(kValue, 32);
  code_.Store(Width::kWord, kFrame, kSavedTag, kValue);
  SaveAddresses();
  Adjust(vlan::kLength);
  Need(kAddressesLength + vlan::kLength, count_);
  WriteAddresses();
  code_.Load(Width::kWord, kValue, kFrame, kSavedTag);
  code_.Store(Width::kWord, kCursor, kAddressesLength, kValue);
  code_.Jump(count_);
}

void StripTunnels::Gre(bool erspan_only) {
  const Label erspan = code_.NewLabel(), erspan_iii = code_.NewLabel();
  Need(gre::kLength, invalid_);
  LoadHalf(kOther, 0);
  LoadHalf(kType, gre::kProtocolAt);
  if (erspan_only) {
    const Label is_erspan = code_.NewLabel();
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspan, is_erspan);
    code_.JumpIf(BPF_JNE, kType, kEtherTypeErspanIii, amiss_);
    code_.Place(is_erspan);
  }
  code_.JumpIf(BPF_JSET, kOther, gre::kRoutingPresent | gre::kVersionMask, invalid_);
  code_.Add(kCursor, gre::kLength);
  for (const int32_t present : {gre::kChecksumPresent, gre::kKeyPresent, gre::kSequencePresent}) {
    const Label absent = code_.NewLabel(), there = code_.NewLabel();
    code_.JumpIf(BPF_JSET, kOther, present, there);
    code_.Jump(absent);
    code_.Place(there);
    code_.Add(kCursor, gre::kFieldLength);
    code_.Place(absent);
  }
  Need(0, invalid_);
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspan, erspan);
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspanIii, erspan_iii);
  code_.Set(kCounter, kEncapGre);
  ByProtocol();
  code_.Place(erspan);
  Erspan();
  code_.Place(erspan_iii);
  ErspanIii();
}

void StripTunnels::Erspan() {
  const Label type_ii = code_.NewLabel();
  code_.Set(kCounter, kEncapErspan);
  code_.JumpIf(BPF_JSET, kOther, gre::kSequencePresent, type_ii);
  code_.Jump(ethernet_);
  code_.Place(type_ii);
  Need(erspan::kIiLength, invalid_);
  LoadHalf(kOther, 0);
  LoadHalf(kType, erspan::kControlAt);
  code_.Add(kCursor, erspan::kIiLength);
  code_.Move(kValue, kType);
  code_.And(kValue, erspan::kEncapsulationMask);
  code_.JumpIf(BPF_JNE, kValue, erspan::kTagTakenOff, ethernet_);
  code_.Move(kValue, kType);
  code_.And(kValue, erspan::kPriorityMask);
  code_.And(kOther, erspan::kVlanMask);
  code_.Or(kValue, kOther);
  code_.Jump(tag_);
}

void StripTunnels::ErspanIii() {
  const Label plain = code_.NewLabel();
  code_.Set(kCounter, kEncapErspan);
  Need(erspan::kIiiLength, invalid_);
  LoadHalf(kOther, erspan::kIiiFlagsAt);
  code_.Add(kCursor, erspan::kIiiLength);
  code_.Move(kValue, kOther);
  code_.And(kValue, erspan::kIiiSubheader);
  code_.JumpIf(BPF_JEQ, kValue, 0, plain);
  Need(erspan::kIiiSubheaderLength, invalid_);
  code_.Add(kCursor, erspan::kIiiSubheaderLength);
  code_.Place(plain);
  code_.And(kOther, erspan::kIiiFrameTypeMask);
  code_.JumpIf(BPF_JEQ, kOther, erspan::kIiiEthernet, ethernet_);
  code_.JumpIf(BPF_JNE, kOther, erspan::kIiiIp, invalid_);
  Need(1, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.ShiftRight(kValue, kIpVersionShift);
  IpByVersion(invalid_);
}

}  // namespace fandump
