#include "xdp/strip_program.h"

#include "protocol_numbers.h"
#include "xdp/strip_layers.h"

namespace fandump {

namespace {

// On the stack: the tag that an ERM header carries.
constexpr int16_t kSavedTag = -24;
constexpr int kUdpLength = 8;
constexpr int kVxlanLength = 8;
constexpr int kVxlanIFlag = 0x08;
constexpr int kGeneveLength = 8;
constexpr int kErmLength = 12;
constexpr int kGreLength = 4;
constexpr int kErspanIiLength = 8;
constexpr int kErspanIiiLength = 12;
constexpr int kErspanIiiSubheaderLength = 8;

class StripBuilder : private StripLayers {
 public:
  StripBuilder(const StripOptions& options, int counters)
      : StripLayers(counters),
        options_(options),
        gre_(code_.NewLabel()),
        geneve_vxlan_(code_.NewLabel()),
        erm_tagged_(code_.NewLabel()) {}

  std::vector<bpf_insn> Build() {
    Outer();
    Gre();
    if (options_.encapsulation == kEncapGeneveVxlan) GeneveVxlan();
    if (WantsUdp(kEncapErm)) TaggedErm();
    Tails();
    return code_.Finish();
  }

 private:
  bool Wants(Encapsulation kind) const {
    return options_.encapsulation == kEncapAuto || options_.encapsulation == kind;
  }
  bool WantsGre() const { return Wants(kEncapGre) || Wants(kEncapErspan); }
  bool WantsUdp(Encapsulation kind) const { return Wants(kind); }

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
    if (Wants(kEncapMpls)) {
      const Label mpls = code_.NewLabel();
      code_.JumpIf(BPF_JEQ, kType, kEtherTypeMpls, mpls);
      code_.JumpIf(BPF_JNE, kType, kEtherTypeMplsUpstream, other_);
      code_.Place(mpls);
      Labels();
    } else {
      code_.Jump(other_);
    }
    const Label payload = code_.NewLabel();
    code_.Place(ipv4);
    Ipv4(other_, other_);
    code_.Jump(payload);
    code_.Place(ipv6);
    Ipv6();
    code_.Place(payload);
    if (WantsGre()) code_.JumpIf(BPF_JEQ, kType, kProtocolGre, gre_);
    code_.JumpIf(BPF_JNE, kType, kProtocolUdp, other_);
    Udp();
  }

  void Labels() {
    const Label bottom = code_.NewLabel();
    for (int label = 0; label < kMaxMplsLabels; label++) {
      Need(4, invalid_);
      code_.Load(Width::kByte, kValue, kCursor, 2);
      code_.Add(kCursor, 4);
      code_.JumpIf(BPF_JSET, kValue, 1, bottom);
    }
    code_.Jump(invalid_);
    code_.Place(bottom);
    const Label pseudowire = code_.NewLabel();
    Need(1, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.ShiftRight(kValue, 4);
    code_.Set(kCounter, kEncapMpls);
    IpByVersion(pseudowire);
    code_.Place(pseudowire);
    // RFC 4385: a control word begins with 0. Without one these four bytes are the frame's own address.
    const Label frame = code_.NewLabel(), word = code_.NewLabel();
    code_.JumpIf(BPF_JNE, kValue, 0, frame);
    Need(4 + kEthernetLength, frame);
    LoadHalf(kOther, 4 + 12);
    for (const uint16_t type :
         {kEtherTypeIpv4, kEtherTypeIpv6, kEtherTypeVlan, kEtherTypeServiceVlan, kEtherTypeMpls}) {
      code_.JumpIf(BPF_JEQ, kOther, type, word);
    }
    code_.Jump(frame);
    code_.Place(word);
    code_.Add(kCursor, 4);
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
      Skip();
      return;
    }
    if (WantsUdp(kEncapVxlan)) OnPort(kPortVxlan, kPortOldVxlan, &StripBuilder::Vxlan);
    if (WantsUdp(kEncapGeneve)) OnPort(kPortGeneve, 0, &StripBuilder::Geneve);
    if (wanted == kEncapGeneveVxlan) OnPort(kPortGeneve, 0, &StripBuilder::JumpToGeneveVxlan);
    if (WantsUdp(kEncapErm)) OnPort(kPortErm, 0, &StripBuilder::Erm);
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

  void JumpToGre() { code_.Jump(gre_); }
  void JumpToGeneveVxlan() { code_.Jump(geneve_vxlan_); }

  void Skip() {
    Need(static_cast<int>(options_.skip), invalid_);
    code_.Add(kCursor, static_cast<int32_t>(options_.skip));
    StripAs(kEncapSkip, ethernet_);
  }

  void Vxlan() {
    VxlanHeader();
    StripAs(kEncapVxlan, ethernet_);
  }

  void VxlanHeader() {
    Need(kVxlanLength, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.And(kValue, kVxlanIFlag);
    code_.JumpIf(BPF_JEQ, kValue, 0, invalid_);
    code_.Add(kCursor, kVxlanLength);
  }

  // Leaves the protocol type in kType and the cursor behind the options.
  void GeneveHeader() {
    Need(kGeneveLength, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.JumpIf(BPF_JGT, kValue, 0x3f, invalid_);
    code_.ShiftLeft(kValue, 2);
    LoadHalf(kType, 2);
    code_.Add(kCursor, kGeneveLength);
    code_.Add(kCursor, kValue);
    Need(0, invalid_);
  }

  void Geneve() {
    GeneveHeader();
    code_.Set(kCounter, kEncapGeneve);
    ByProtocol();
  }

  // Ethernet and IP by the EtherType in kType; anything else is not understood.
  void ByProtocol() {
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeBridged, ethernet_);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv4, ip_);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ip_);
    code_.Jump(invalid_);
  }

  void GeneveVxlan() {
    code_.Place(geneve_vxlan_);
    GeneveHeader();
    const Label ip = code_.NewLabel(), ipv6 = code_.NewLabel(), udp = code_.NewLabel();
    code_.JumpIf(BPF_JNE, kType, kEtherTypeBridged, ip);
    Need(kEthernetLength, invalid_);
    LoadHalf(kType, 12);
    code_.Add(kCursor, kEthernetLength);
    code_.Place(ip);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ipv6);
    code_.JumpIf(BPF_JNE, kType, kEtherTypeIpv4, invalid_);
    Ipv4(invalid_, invalid_);
    code_.Jump(udp);
    code_.Place(ipv6);
    Need(kIpv6Length, invalid_);
    code_.Load(Width::kByte, kType, kCursor, 6);
    code_.Add(kCursor, kIpv6Length);
    code_.Place(udp);
    code_.JumpIf(BPF_JNE, kType, kProtocolUdp, invalid_);
    Need(kUdpLength, invalid_);
    code_.Add(kCursor, kUdpLength);
    VxlanHeader();
    StripAs(kEncapGeneveVxlan, ethernet_);
  }

  void Erm() {
    Need(kErmLength, invalid_);
    code_.Load(Width::kWord, kType, kCursor, 8);
    code_.Swap(kType, 32);
    code_.Add(kCursor, kErmLength);
    code_.Set(kCounter, kEncapErm);
    code_.JumpIf(BPF_JSET, kType, 0x80, erm_tagged_);
    code_.Jump(ethernet_);
  }

  // kType is the header's word: unknown 8 bits, queue 3, CFI 1, VLAN 12, tagged 1, unknown 7. The tag goes back into
  // the frame, with the priority of 802.1p that the queue stands for: 0, 1, 2 are its 1, 2, 0.
  void TaggedErm() {
    code_.Place(erm_tagged_);
    Need(kAddressesLength, short_inner_);
    const Label tag = code_.NewLabel(), third = code_.NewLabel();
    code_.Move(kValue, kType);
    code_.ShiftRight(kValue, 21);
    code_.And(kValue, 7);
    code_.JumpIf(BPF_JGT, kValue, 2, tag);
    code_.JumpIf(BPF_JEQ, kValue, 2, third);
    code_.Add(kValue, 1);
    code_.Jump(tag);
    code_.Place(third);
    code_.Set(kValue, 0);
    code_.Place(tag);
    code_.ShiftLeft(kValue, 13);
    code_.Move(kOther, kType);
    code_.ShiftRight(kOther, 8);
    code_.And(kOther, 0x1fff);  // CFI and VLAN, as a tag has them
    code_.Or(kValue, kOther);
    code_.Set(kOther, kEtherTypeVlan);
    code_.ShiftLeft(kOther, 16);
    code_.Or(kValue, kOther);
    code_.Swap(kValue, 32);
    code_.Store(Width::kWord, kFrame, kSavedTag, kValue);
    for (int16_t at = 0; at < kAddressesLength; at = static_cast<int16_t>(at + 4)) {
      code_.Load(Width::kWord, kValue, kCursor, at);
      code_.Store(Width::kWord, kFrame, static_cast<int16_t>(kSavedHeader + at), kValue);
    }
    Adjust(kTagLength);
    Need(kAddressesLength + kTagLength, count_);
    WriteAddresses();
    code_.Load(Width::kWord, kValue, kFrame, kSavedTag);
    code_.Store(Width::kWord, kCursor, 12, kValue);
    code_.Jump(count_);
  }

  // RFC 2784, 2890; ERSPAN: draft-foschiano-erspan.
  void Gre() {
    if (!WantsGre()) return;
    code_.Place(gre_);
    Need(kGreLength, invalid_);
    LoadHalf(kOther, 0);
    LoadHalf(kType, 2);
    const Label erspan_ii = code_.NewLabel(), erspan_iii = code_.NewLabel();
    if (!Wants(kEncapGre)) {
      const Label is_erspan = code_.NewLabel();
      code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspan, is_erspan);
      code_.JumpIf(BPF_JNE, kType, kEtherTypeErspanIii, other_);
      code_.Place(is_erspan);
    }
    code_.JumpIf(BPF_JSET, kOther, 0x4007, invalid_);  // source routes of RFC 1701, a version
    code_.Add(kCursor, kGreLength);
    for (const int32_t present : {0x8000, 0x2000, 0x1000}) {
      const Label absent = code_.NewLabel(), there = code_.NewLabel();
      code_.JumpIf(BPF_JSET, kOther, present, there);
      code_.Jump(absent);
      code_.Place(there);
      code_.Add(kCursor, 4);
      code_.Place(absent);
    }
    Need(0, invalid_);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspan, erspan_ii);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeErspanIii, erspan_iii);
    code_.Set(kCounter, kEncapGre);
    ByProtocol();

    // Type I has no header of its own, and no sequence number before it.
    code_.Place(erspan_ii);
    code_.Set(kCounter, kEncapErspan);
    const Label type_ii = code_.NewLabel();
    code_.JumpIf(BPF_JSET, kOther, 0x1000, type_ii);
    code_.Jump(ethernet_);
    code_.Place(type_ii);
    Need(kErspanIiLength, invalid_);
    code_.Add(kCursor, kErspanIiLength);
    code_.Jump(ethernet_);

    code_.Place(erspan_iii);
    code_.Set(kCounter, kEncapErspan);
    const Label plain = code_.NewLabel();
    Need(kErspanIiiLength, invalid_);
    LoadHalf(kOther, 10);
    code_.Add(kCursor, kErspanIiiLength);
    code_.Move(kValue, kOther);
    code_.And(kValue, 1);
    code_.JumpIf(BPF_JEQ, kValue, 0, plain);
    Need(kErspanIiiSubheaderLength, invalid_);
    code_.Add(kCursor, kErspanIiiSubheaderLength);
    code_.Place(plain);
    code_.And(kOther, 0x7c00);  // what kind of frame: 0 is Ethernet, 2 is IP
    code_.JumpIf(BPF_JEQ, kOther, 0, ethernet_);
    code_.JumpIf(BPF_JNE, kOther, 0x0800, invalid_);
    Need(1, invalid_);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.ShiftRight(kValue, 4);
    IpByVersion(invalid_);
  }

  const StripOptions options_;
  const Label gre_, geneve_vxlan_, erm_tagged_;
};

}  // namespace

std::vector<bpf_insn> StripProgram(const StripOptions& options, int counters) {
  return StripBuilder(options, counters).Build();
}

}  // namespace fandump
