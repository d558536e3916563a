#include "xdp/strip_program.h"

#include "header_layout.h"
#include "protocol_numbers.h"
#include "xdp/strip_tunnels.h"

namespace fandump {

namespace {

constexpr int kUdpLength = 8;

class StripBuilder : private StripTunnels {
 public:
  StripBuilder(const StripOptions& options, int counters)
      : StripTunnels(counters), options_(options), gre_(code_.NewLabel()) {}

  std::vector<bpf_insn> Build() {
    Outer();
    if (code_.IsTarget(gre_)) {
      code_.Place(gre_);
      Gre(options_.encapsulation == kEncapErspan);
    }
    TagTail();
    Tails();
    return code_.Finish();
  }

 private:
  bool Wants(Encapsulation kind) const {
    return options_.encapsulation == kEncapAuto || options_.encapsulation == kind;
  }
  bool WantsGre() const { return Wants(kEncapGre) || Wants(kEncapErspan); }

  void Outer() {
    code_.Move(kContext, kValue);
    code_.Load(Width::kWord, kCursor, kContext, offsetof(xdp_md, data));
    code_.Load(Width::kWord, kEnd, kContext, offsetof(xdp_md, data_end));
    Need(kEthernetLength, other_);
    for (int16_t at = 0; at < kAddressesLength; at = static_cast<int16_t>(at + 4)) {
      code_.Load(Width::kWord, kValue, kCursor, at);
      code_.Store(Width::kWord, kFrame, static_cast<int16_t>(kSavedHeader + at), kValue);
    }
    LoadHalf(kType, 12);
    code_.Add(kCursor, kEthernetLength);
    Tags();
    const Label ipv4 = code_.NewLabel(), ipv6 = code_.NewLabel();
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv4, ipv4);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ipv6);
    const Label labels = code_.NewLabel();
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeMpls, labels);
    code_.JumpIf(BPF_JNE, kType, kEtherTypeMplsUpstream, other_);
    code_.Place(labels);
    if (Wants(kEncapMpls)) {
      Mpls();
    } else {
      Labels(other_);
      code_.JumpIf(BPF_JEQ, kValue, 6, ipv6);
      code_.JumpIf(BPF_JNE, kValue, 4, other_);
    }
    const Label payload = code_.NewLabel();
    code_.Place(ipv4);
    Ipv4(kFragmentBits, other_, other_);
    code_.Jump(payload);
    code_.Place(ipv6);
    Ipv6();
    code_.Place(payload);
    Meet();
    if (WantsGre()) code_.JumpIf(BPF_JEQ, kType, kProtocolGre, gre_);
    code_.JumpIf(BPF_JNE, kType, kProtocolUdp, other_);
    Udp();
  }

  // Leaves the half byte behind the last label in kValue.
  void Labels(Label wrong) {
    const Label bottom = code_.NewLabel();
    for (int label = 0; label < kMaxMplsLabels; label++) {
      Need(mpls::kLength, wrong);
      code_.Load(Width::kByte, kValue, kCursor, mpls::kBottomAt);
      code_.Add(kCursor, mpls::kLength);
      code_.JumpIf(BPF_JSET, kValue, mpls::kBottomBit, bottom);
    }
    code_.Jump(wrong);
    code_.Place(bottom);
    Meet();
    Need(1, wrong);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.ShiftRight(kValue, kIpVersionShift);
  }

  void Mpls() {
    const Label pseudowire = code_.NewLabel();
    Labels(invalid_);
    code_.Set(kCounter, kEncapMpls);
    IpByVersion(pseudowire);
    code_.Place(pseudowire);
    // RFC 4385: a control word begins with 0. Without one these four bytes are the frame's own address.
    const Label frame = code_.NewLabel(), word = code_.NewLabel();
    code_.JumpIf(BPF_JNE, kValue, 0, frame);
    Need(mpls::kControlWordLength + kEthernetLength, frame);
    LoadHalf(kOther, mpls::kControlWordLength + ethernet::kTypeAt);
    for (const uint16_t type :
         {kEtherTypeIpv4, kEtherTypeIpv6, kEtherTypeVlan, kEtherTypeServiceVlan, kEtherTypeMpls}) {
      code_.JumpIf(BPF_JEQ, kOther, type, word);
    }
    code_.Jump(frame);
    code_.Place(word);
    code_.Add(kCursor, mpls::kControlWordLength);
    code_.Place(frame);
    code_.Jump(ethernet_);
  }

  void Udp() {
    Need(kUdpLength, other_);
    LoadHalf(kType, 2);
    code_.Add(kCursor, kUdpLength);
    const Encapsulation wanted = options_.encapsulation;
    if (wanted == kEncapSkip) {
      if (options_.port != 0) code_.JumpIf(BPF_JNE, kType, options_.port, other_);
      Skip(options_.skip);
      return;
    }
    if (Wants(kEncapVxlan)) OnPort(kPortVxlan, kPortOldVxlan, &StripBuilder::Vxlan);
    if (Wants(kEncapVxlanGpe)) OnPort(kPortVxlanGpe, 0, &StripBuilder::VxlanGpe);
    if (Wants(kEncapGeneve)) OnPort(kPortGeneve, 0, &StripBuilder::Geneve);
    if (wanted == kEncapGeneveVxlan) OnPort(kPortGeneve, 0, &StripBuilder::GeneveVxlan);
    if (Wants(kEncapErm)) OnPort(kPortErm, 0, &StripBuilder::Erm);
    if (Wants(kEncapTzsp)) OnPort(kPortTzsp, 0, &StripBuilder::Tzsp);
    if (Wants(kEncapGue)) OnPort(kPortGue, 0, &StripBuilder::GueWithGre);
    if (WantsGre()) OnPort(kPortGreInUdp, 0, &StripBuilder::JumpToGre);
    code_.Jump(other_);
  }

  // emit's code runs for datagrams to the port that the user named, else to one of the assigned ones.
  void OnPort(uint16_t assigned, uint16_t second, void (StripBuilder::*emit)()) {
    const bool named = options_.port != 0 && options_.encapsulation != kEncapAuto;
    const Label next = code_.NewLabel(), here = code_.NewLabel();
    if (!named && second != 0) code_.JumpIf(BPF_JEQ, kType, second, here);
    code_.JumpIf(BPF_JNE, kType, named ? options_.port : assigned, next);
    code_.Place(here);
    (this->*emit)();
    code_.Place(next);
  }

  void GueWithGre() { Gue(gre_); }
  void JumpToGre() { code_.Jump(gre_); }

  const StripOptions options_;
  const Label gre_;
};

}  // namespace

std::vector<bpf_insn> StripProgram(const StripOptions& options, int counters) {
  return StripBuilder(options, counters).Build();
}

}  // namespace fandump
