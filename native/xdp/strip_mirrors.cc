// The tunnels of switches that mirror. GRE: RFC 2784, RFC 2890; ERSPAN in it: draft-foschiano-erspan. HP ERM has no
// standard; Wireshark's packet-hp-erm.c describes it.
#include "xdp/strip_tunnels.h"

namespace fandump {

namespace {

constexpr int kErmLength = 12;
constexpr int kErmTagWord = 8;
constexpr int kErmTagged = 0x80;

constexpr int kGreLength = 4;
constexpr int kGreFieldLength = 4;
constexpr int kGreChecksum = 0x8000;
constexpr int kGreKey = 0x2000;
constexpr int kGreSequence = 0x1000;
constexpr int kGreRoutingOrVersion = 0x4007;  // source routes of RFC 1701, any version but 0

constexpr int kErspanIiLength = 8;
constexpr int kErspanVlanMask = 0x0fff;
constexpr int kErspanPriorityMask = 0xe000;
constexpr int kErspanEncapsulationMask = 0x1800;
constexpr int kErspanTagTakenOff = 0x1000;
constexpr int kErspanIiiLength = 12;
constexpr int kErspanIiiFlags = 10;
constexpr int kErspanIiiSubheader = 0x0001;
constexpr int kErspanIiiSubheaderLength = 8;
constexpr int kErspanIiiFrameType = 0x7c00;
constexpr int kErspanIiiEthernet = 0;
constexpr int kErspanIiiIp = 0x0800;

// On the stack: the tag that goes back into the frame.
constexpr int16_t kSavedTag = kSavedHeader - 8;

}  // namespace

// The header's word: unknown 8 bits, queue 3, CFI 1, VLAN 12, tagged 1, unknown 7. The priority of 802.1p that a queue
// stands for: 0, 1, 2 are its 1, 2, 0.
void StripTunnels::Erm() {
  const Label priority = code_.NewLabel(), third = code_.NewLabel(), tagged = code_.NewLabel();
  Need(kErmLength, invalid_);
  code_.Load(Width::kWord, kType, kCursor, kErmTagWord);
  code_.Swap(kType, 32);
  code_.Add(kCursor, kErmLength);
  code_.Set(kCounter, kEncapErm);
  code_.JumpIf(BPF_JSET, kType, kErmTagged, tagged);
  code_.Jump(ethernet_);
  code_.Place(tagged);
  code_.Move(kValue, kType);
  code_.ShiftRight(kValue, 21);
  code_.And(kValue, 7);
  code_.JumpIf(BPF_JGT, kValue, 2, priority);
  code_.JumpIf(BPF_JEQ, kValue, 2, third);
  code_.Add(kValue, 1);
  code_.Jump(priority);
  code_.Place(third);
  code_.Set(kValue, 0);
  code_.Place(priority);
  code_.ShiftLeft(kValue, 13);
  code_.Move(kOther, kType);
  code_.ShiftRight(kOther, 8);
  code_.And(kOther, 0x1fff);  // CFI and VLAN, as a tag has them
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
  for (int16_t at = 0; at < kAddressesLength; at = static_cast<int16_t>(at + 4)) {
    code_.Load(Width::kWord, kValue, kCursor, at);
    code_.Store(Width::kWord, kFrame, static_cast<int16_t>(kSavedHeader + at), kValue);
  }
  Adjust(vlan::kLength);
  Need(kAddressesLength + vlan::kLength, count_);
  WriteAddresses();
  code_.Load(Width::kWord, kValue, kFrame, kSavedTag);
  code_.Store(Width::kWord, kCursor, kAddressesLength, kValue);
  code_.Jump(count_);
}

void StripTunnels::Gre(bool erspan_only) {
  const Label erspan = code_.NewLabel(), erspan_iii = code_.NewLabel();
  Need(kGreLength, invalid_);
  LoadHalf(kOther, 0);
  LoadHalf(kType, 2);
  if (erspan_only) {
    const Label is_erspan = code_.NewLabel();
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspan, is_erspan);
    code_.JumpIf(BPF_JNE, kType, kEtherTypeErspanIii, amiss_);
    code_.Place(is_erspan);
  }
  code_.JumpIf(BPF_JSET, kOther, kGreRoutingOrVersion, invalid_);
  code_.Add(kCursor, kGreLength);
  for (const int32_t present : {kGreChecksum, kGreKey, kGreSequence}) {
    const Label absent = code_.NewLabel(), there = code_.NewLabel();
    code_.JumpIf(BPF_JSET, kOther, present, there);
    code_.Jump(absent);
    code_.Place(there);
    code_.Add(kCursor, kGreFieldLength);
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

// Type I has no header of its own, and no sequence number before it.
void StripTunnels::Erspan() {
  const Label type_ii = code_.NewLabel();
  code_.Set(kCounter, kEncapErspan);
  code_.JumpIf(BPF_JSET, kOther, kGreSequence, type_ii);
  code_.Jump(ethernet_);
  code_.Place(type_ii);
  Need(kErspanIiLength, invalid_);
  LoadHalf(kOther, 0);
  LoadHalf(kType, 2);
  code_.Add(kCursor, kErspanIiLength);
  code_.Move(kValue, kType);
  code_.And(kValue, kErspanEncapsulationMask);
  code_.JumpIf(BPF_JNE, kValue, kErspanTagTakenOff, ethernet_);
  code_.Move(kValue, kType);
  code_.And(kValue, kErspanPriorityMask);
  code_.And(kOther, kErspanVlanMask);
  code_.Or(kValue, kOther);
  code_.Jump(tag_);
}

void StripTunnels::ErspanIii() {
  const Label plain = code_.NewLabel();
  code_.Set(kCounter, kEncapErspan);
  Need(kErspanIiiLength, invalid_);
  LoadHalf(kOther, kErspanIiiFlags);
  code_.Add(kCursor, kErspanIiiLength);
  code_.Move(kValue, kOther);
  code_.And(kValue, kErspanIiiSubheader);
  code_.JumpIf(BPF_JEQ, kValue, 0, plain);
  Need(kErspanIiiSubheaderLength, invalid_);
  code_.Add(kCursor, kErspanIiiSubheaderLength);
  code_.Place(plain);
  code_.And(kOther, kErspanIiiFrameType);
  code_.JumpIf(BPF_JEQ, kOther, kErspanIiiEthernet, ethernet_);
  code_.JumpIf(BPF_JNE, kOther, kErspanIiiIp, invalid_);
  Need(1, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.ShiftRight(kValue, 4);
  IpByVersion(invalid_);
}

}  // namespace fandump
