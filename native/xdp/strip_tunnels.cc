// VXLAN: RFC 7348, draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926. GUE: draft-ietf-intarea-gue. TZSP has no standard;
// Wireshark's packet-tzsp.c describes it.
#include "xdp/strip_tunnels.h"
#include "tunnel_layout.h"

namespace fandump {

void StripTunnels::Skip(uint32_t bytes) {
  Need(static_cast<int>(bytes), invalid_);
  code_.Add(kCursor, static_cast<int32_t>(bytes));
  StripAs(kEncapSkip, ethernet_);
}

void StripTunnels::Vxlan() {
  VxlanHeader();
  StripAs(kEncapVxlan, ethernet_);
}

void StripTunnels::VxlanHeader() {
  Need(vxlan::kLength, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.And(kValue, vxlan::kFlagVni);
  code_.JumpIf(BPF_JEQ, kValue, 0, invalid_);
  code_.Add(kCursor, vxlan::kLength);
}

void StripTunnels::VxlanGpe() {
  // Behind which the cursor is then.
  constexpr int16_t kHeaderAt = -int{vxlan::kLength};
  const Label is_told = code_.NewLabel();
  VxlanHeader();
  code_.Set(kCounter, kEncapVxlanGpe);
  code_.Load(Width::kByte, kValue, kCursor, kHeaderAt);
  code_.JumpIf(BPF_JSET, kValue, vxlan_gpe::kVersionMask, invalid_);
  code_.JumpIf(BPF_JSET, kValue, vxlan_gpe::kFlagNext, is_told);
  code_.Jump(ethernet_);
  code_.Place(is_told);
  code_.Load(Width::kByte, kValue, kCursor, kHeaderAt + int{vxlan_gpe::kNextAt});
  code_.JumpIf(BPF_JEQ, kValue, vxlan_gpe::kNextEthernet, ethernet_);
  IpByValue(kValue, vxlan_gpe::kNextIpv4, vxlan_gpe::kNextIpv6, invalid_);
}

void StripTunnels::GeneveHeader() {
  Need(geneve::kLength, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  // A version other than 0 stands before the length.
  code_.JumpIf(BPF_JGT, kValue, geneve::kOptionWordsMask, invalid_);
  code_.ShiftLeft(kValue, 2);
  LoadHalf(kType, geneve::kProtocolAt);
  code_.Add(kCursor, geneve::kLength);
  code_.Add(kCursor, kValue);
  Need(0, invalid_);
}

void StripTunnels::Geneve() {
  GeneveHeader();
  code_.Set(kCounter, kEncapGeneve);
  ByProtocol();
}

void StripTunnels::ByProtocol() {
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeBridged, ethernet_);
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv4, ip_);
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ip_);
  code_.Jump(invalid_);
}

void StripTunnels::GeneveVxlan() {
  GeneveHeader();
  const Label ip = code_.NewLabel(), ipv6 = code_.NewLabel(), udp = code_.NewLabel();
  code_.JumpIf(BPF_JNE, kType, kEtherTypeBridged, ip);
  Need(ethernet::kLength, invalid_);
  LoadHalf(kType, ethernet::kTypeAt);
  code_.Add(kCursor, ethernet::kLength);
  code_.Place(ip);
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ipv6);
  code_.JumpIf(BPF_JNE, kType, kEtherTypeIpv4, invalid_);
  // The first fragment has the headers that are looked for.
  Ipv4(ipv4::kOffsetMask, invalid_, invalid_);
  code_.Jump(udp);
  code_.Place(ipv6);
  Ipv6Header(invalid_);
  code_.Place(udp);
  code_.JumpIf(BPF_JNE, kType, kProtocolUdp, invalid_);
  Need(udp::kLength, invalid_);
  code_.Add(kCursor, udp::kLength);
  VxlanHeader();
  StripAs(kEncapGeneveVxlan, ethernet_);
}

void StripTunnels::Gue(Label gre) {
  const Label header = code_.NewLabel();
  Need(1, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.Set(kCounter, kEncapGue);
  code_.JumpIf(BPF_JLT, kValue, gue::kVariantDirect, header);
  code_.JumpIf(BPF_JGE, kValue, gue::kVariantUnknown, invalid_);
  code_.ShiftRight(kValue, kIpVersionShift);
  IpByVersion(invalid_);
  code_.Place(header);
  code_.JumpIf(BPF_JSET, kValue, gue::kControl, invalid_);
  Need(gue::kLength, invalid_);
  LoadHalf(kOther, gue::kFlagsAt);
  code_.JumpIf(BPF_JSET, kOther, gue::kUnknownFlags, invalid_);
  code_.Load(Width::kByte, kType, kCursor, gue::kProtocolAt);
  code_.And(kValue, gue::kExtensionWordsMask);
  code_.ShiftLeft(kValue, 2);
  code_.Add(kCursor, gue::kLength);
  code_.Add(kCursor, kValue);
  Need(0, invalid_);
  code_.JumpIf(BPF_JEQ, kType, kProtocolGre, gre);
  IpByValue(kType, kProtocolIpv4, kProtocolIpv6, invalid_);
}

void StripTunnels::Tzsp() {
  const Label frame = code_.NewLabel();
  Need(tzsp::kLength, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.JumpIf(BPF_JNE, kValue, tzsp::kVersion, invalid_);
  LoadHalf(kValue, tzsp::kProtocolAt);
  code_.JumpIf(BPF_JNE, kValue, tzsp::kEthernet, invalid_);
  code_.Add(kCursor, tzsp::kLength);
  for (int tag = 0; tag < kMaxTzspTags; tag++) {
    const Label next = code_.NewLabel();
    Need(1, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.Add(kCursor, 1);
    code_.JumpIf(BPF_JEQ, kValue, tzsp::kTagEnd, frame);
    code_.JumpIf(BPF_JEQ, kValue, tzsp::kTagPadding, next);
    Need(1, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.Add(kCursor, 1);
    code_.Add(kCursor, kValue);
    Need(0, invalid_);
    code_.Place(next);
    Meet();
  }
  code_.Jump(invalid_);
  code_.Place(frame);
  StripAs(kEncapTzsp, ethernet_);
}

}  // namespace fandump
