// VXLAN: RFC 7348, draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926. GUE: draft-ietf-intarea-gue. TZSP has no standard;
// Wireshark's packet-tzsp.c describes it.
#include "xdp/strip_tunnels.h"

namespace fandump {

namespace {

constexpr int kVxlanLength = 8;
constexpr int kVxlanIFlag = 0x08;
constexpr int kGpeVersion = 0x30;
constexpr int kGpeNextPresent = 0x04;
constexpr int kGpeNextAt = 3;
constexpr int kGpeIpv4 = 1;
constexpr int kGpeIpv6 = 2;
constexpr int kGpeEthernet = 3;
constexpr int kGueLength = 4;
constexpr int kGueDirect = 0x40;  // variant 1: no header, IP follows at once
constexpr int kGueVariant2 = 0x80;
constexpr int kGueControl = 0x20;
constexpr int kGueExtensionWords = 0x1f;
constexpr int kGueUnknownFlags = 0xfffe;
constexpr int kGeneveLength = 8;
constexpr int kMostGeneveOptions = 0x3f;  // with version 0 before them
constexpr int kTzspLength = 4;
constexpr int kTzspVersion = 1;
constexpr int kTzspEthernet = 1;
constexpr int kTzspTagPadding = 0;
constexpr int kTzspTagEnd = 1;

}  // namespace

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
  Need(kVxlanLength, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.And(kValue, kVxlanIFlag);
  code_.JumpIf(BPF_JEQ, kValue, 0, invalid_);
  code_.Add(kCursor, kVxlanLength);
}

void StripTunnels::VxlanGpe() {
  const Label is_told = code_.NewLabel();
  VxlanHeader();
  code_.Set(kCounter, kEncapVxlanGpe);
  code_.Load(Width::kByte, kValue, kCursor, -kVxlanLength);
  code_.JumpIf(BPF_JSET, kValue, kGpeVersion, invalid_);
  code_.JumpIf(BPF_JSET, kValue, kGpeNextPresent, is_told);
  code_.Jump(ethernet_);
  code_.Place(is_told);
  code_.Load(Width::kByte, kValue, kCursor, kGpeNextAt - kVxlanLength);
  code_.JumpIf(BPF_JEQ, kValue, kGpeEthernet, ethernet_);
  IpByValue(kValue, kGpeIpv4, kGpeIpv6, invalid_);
}

void StripTunnels::GeneveHeader() {
  Need(kGeneveLength, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.JumpIf(BPF_JGT, kValue, kMostGeneveOptions, invalid_);
  code_.ShiftLeft(kValue, 2);
  LoadHalf(kType, 2);
  code_.Add(kCursor, kGeneveLength);
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
  code_.JumpIf(BPF_JLT, kValue, kGueDirect, header);
  code_.JumpIf(BPF_JGE, kValue, kGueVariant2, invalid_);
  code_.ShiftRight(kValue, kIpVersionShift);
  IpByVersion(invalid_);
  code_.Place(header);
  code_.JumpIf(BPF_JSET, kValue, kGueControl, invalid_);
  Need(kGueLength, invalid_);
  LoadHalf(kOther, 2);
  code_.JumpIf(BPF_JSET, kOther, kGueUnknownFlags, invalid_);
  code_.Load(Width::kByte, kType, kCursor, 1);
  code_.And(kValue, kGueExtensionWords);
  code_.ShiftLeft(kValue, 2);
  code_.Add(kCursor, kGueLength);
  code_.Add(kCursor, kValue);
  Need(0, invalid_);
  code_.JumpIf(BPF_JEQ, kType, kProtocolGre, gre);
  IpByValue(kType, kProtocolIpv4, kProtocolIpv6, invalid_);
}

void StripTunnels::Tzsp() {
  const Label frame = code_.NewLabel();
  Need(kTzspLength, invalid_);
  code_.Load(Width::kByte, kValue, kCursor, 0);
  code_.JumpIf(BPF_JNE, kValue, kTzspVersion, invalid_);
  LoadHalf(kValue, 2);
  code_.JumpIf(BPF_JNE, kValue, kTzspEthernet, invalid_);
  code_.Add(kCursor, kTzspLength);
  for (int tag = 0; tag < kMaxTzspTags; tag++) {
    const Label next = code_.NewLabel();
    Need(1, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.Add(kCursor, 1);
    code_.JumpIf(BPF_JEQ, kValue, kTzspTagEnd, frame);
    code_.JumpIf(BPF_JEQ, kValue, kTzspTagPadding, next);
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
