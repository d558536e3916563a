// VXLAN: RFC 7348. GENEVE: RFC 8926. TZSP has no standard; Wireshark's packet-tzsp.c describes it.
#include "xdp/strip_tunnels.h"

namespace fandump {

namespace {

constexpr int kUdpLength = 8;
constexpr int kVxlanLength = 8;
constexpr int kVxlanIFlag = 0x08;
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
  Need(kEthernetLength, invalid_);
  LoadHalf(kType, 12);
  code_.Add(kCursor, kEthernetLength);
  code_.Place(ip);
  code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ipv6);
  code_.JumpIf(BPF_JNE, kType, kEtherTypeIpv4, invalid_);
  // The first fragment has the headers that are looked for.
  Ipv4(kFragmentOffsetBits, invalid_, invalid_);
  code_.Jump(udp);
  code_.Place(ipv6);
  Ipv6Header(invalid_);
  code_.Place(udp);
  code_.JumpIf(BPF_JNE, kType, kProtocolUdp, invalid_);
  Need(kUdpLength, invalid_);
  code_.Add(kCursor, kUdpLength);
  VxlanHeader();
  StripAs(kEncapGeneveVxlan, ethernet_);
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
  }
  code_.Jump(invalid_);
  code_.Place(frame);
  StripAs(kEncapTzsp, ethernet_);
}

}  // namespace fandump
