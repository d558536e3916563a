#include "xdp/strip_program.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "header_layout.h"
#include "protocol_numbers.h"
#include "tunnel_ports.h"
#include "xdp/strip_tunnels.h"

namespace fandump {

namespace {

class StripBuilder : private StripTunnels {
 public:
  StripBuilder(const StripOptions& options, int counters)
      : StripTunnels(counters), options_(options), gre_(code_.NewLabel()) {}

  std::vector<bpf_insn> Build() {
    const Ways tails{ethernet_, ip_, tag_};
    const auto& inside = options_.inside;
    const auto end = std::find(inside.begin(), inside.end(), kEncapNone);
    LeadTo(end == inside.begin() ? tails : NewWays());
    Outermost();
    for (auto kind = inside.begin(); kind != end; kind++) {
      const Ways way{ethernet_, ip_, tag_};
      LeadTo(kind + 1 == end ? tails : NewWays());
      gre_ = code_.NewLabel();
      Inside(*kind, way);
    }
    TagTail();
    Tails();
    return code_.Finish();
  }

 private:
  // What a tunnel's header leads to: a tail, or the way to the tunnel inside it.
  struct Ways {
    Label ethernet, ip, tag;
  };

  // The tag that a mirror took off is put back into the innermost packet alone.
  Ways NewWays() {
    const Label ethernet = code_.NewLabel();
    return {ethernet, code_.NewLabel(), ethernet};
  }

  void LeadTo(const Ways& ways) {
    ethernet_ = ways.ethernet;
    ip_ = ways.ip;
    tag_ = ways.tag;
  }

  bool Wants(Encapsulation kind) const {
    return options_.encapsulation == kEncapAuto || options_.encapsulation == kind;
  }

  void Outermost() {
    code_.Move(kContext, kValue);
    code_.Load(Width::kWord, kCursor, kContext, offsetof(xdp_md, data));
    code_.Load(Width::kWord, kEnd, kContext, offsetof(xdp_md, data_end));
    Need(ethernet::kLength, other_);
    SaveAddresses();
    const Label ipv4 = code_.NewLabel(), ipv6 = code_.NewLabel(), labels = code_.NewLabel();
    EthernetType();
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv4, ipv4);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ipv6);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeMpls, labels);
    code_.JumpIf(BPF_JNE, kType, kEtherTypeMplsUpstream, other_);
    code_.Place(labels);
    if (Wants(kEncapMpls)) {
      Mpls();
    } else {
      Labels(other_);
      code_.JumpIf(BPF_JEQ, kValue, ipv6::kVersion, ipv6);
      code_.JumpIf(BPF_JNE, kValue, ipv4::kVersion, other_);
    }
    Ip(ipv4, ipv6);
    if (Wants(kEncapGre) || Wants(kEncapErspan)) code_.JumpIf(BPF_JEQ, kType, kProtocolGre, gre_);
    DestinationPort();
    if (options_.encapsulation == kEncapSkip) {
      if (options_.port != 0) code_.JumpIf(BPF_JNE, kType, options_.port, other_);
      Skip(options_.skip);
    } else {
      ByPort();
    }
    GreIfUsed(options_.encapsulation == kEncapErspan);
  }

  // way: by which the packet around it comes.
  void Inside(Encapsulation kind, const Ways& way) {
    amiss_ = invalid_;
    const Label ipv4 = code_.NewLabel(), ipv6 = code_.NewLabel();
    code_.Place(way.ethernet);
    Need(ethernet::kLength, invalid_);
    EthernetType();
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv4, ipv4);
    code_.JumpIf(BPF_JEQ, kType, kEtherTypeIpv6, ipv6);
    code_.Jump(invalid_);
    if (code_.IsTarget(way.ip)) {
      code_.Place(way.ip);
      Meet();
      Need(1, invalid_);
      code_.Load(Width::kByte, kValue, kCursor, 0);
      code_.ShiftRight(kValue, kIpVersionShift);
      code_.JumpIf(BPF_JEQ, kValue, ipv6::kVersion, ipv6);
    }
    Ip(ipv4, ipv6);
    if (kind == kEncapErspan) code_.JumpIf(BPF_JEQ, kType, kProtocolGre, gre_);
    DestinationPort();
    for (const UdpTunnel& tunnel : kUdpTunnels) {
      if (tunnel.kind != kind) continue;
      const std::span<const uint16_t> assigned = AssignedPorts(kind);
      std::vector<uint16_t> ports(assigned.begin(), assigned.end());
      if (options_.encapsulation == kind && options_.port != 0) ports.push_back(options_.port);
      OnPorts(ports, tunnel.emit);
    }
    code_.Jump(invalid_);
    GreIfUsed(kind == kEncapErspan);
  }

  // Leaves the EtherType behind tags and PPPoE in kType. The Ethernet header is there.
  void EthernetType() {
    LoadHalf(kType, ethernet::kTypeAt);
    code_.Add(kCursor, ethernet::kLength);
    Tags();
  }

  // Goes on behind the headers of either version, with the protocol of what follows in kType.
  void Ip(Label ipv4, Label ipv6) {
    const Label payload = code_.NewLabel();
    code_.Place(ipv4);
    Ipv4(ipv4::kFragmentMask, amiss_, amiss_);
    code_.Jump(payload);
    code_.Place(ipv6);
    Ipv6();
    code_.Place(payload);
    Meet();
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
    Need(mpls::kControlWordLength + ethernet::kLength, frame);
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

  // Of UDP by the protocol in kType: leaves the port there, and the cursor behind the header.
  void DestinationPort() {
    code_.JumpIf(BPF_JNE, kType, kProtocolUdp, amiss_);
    Need(udp::kLength, amiss_);
    LoadHalf(kType, udp::kDestinationPortAt);
    code_.Add(kCursor, udp::kLength);
  }

  void GueWithGre() { Gue(gre_); }
  void JumpToGre() { code_.Jump(gre_); }

  void GreIfUsed(bool erspan_only) {
    if (!code_.IsTarget(gre_)) return;
    code_.Place(gre_);
    Gre(erspan_only);
  }

  struct UdpTunnel {
    Encapsulation kind;
    void (StripBuilder::*emit)();
  };
  static const std::array<UdpTunnel, 9> kUdpTunnels;

  // To the port that the user named for the tunnel, else to the assigned ones.
  void ByPort() {
    const bool is_auto = options_.encapsulation == kEncapAuto;
    for (const UdpTunnel& tunnel : kUdpTunnels) {
      // Those that begin as another one does are taken off where they alone are asked for.
      const bool is_same_as_another = tunnel.kind == kEncapGeneveVxlan || tunnel.kind == kEncapErspan;
      if (is_auto ? is_same_as_another : tunnel.kind != options_.encapsulation) continue;
      const bool is_named = !is_auto && options_.port != 0;
      const std::span<const uint16_t> named{&options_.port, 1};
      OnPorts(is_named ? named : AssignedPorts(tunnel.kind), tunnel.emit);
    }
    code_.Jump(other_);
  }

  // emit's code runs for datagrams to one of the ports.
  void OnPorts(std::span<const uint16_t> ports, void (StripBuilder::*emit)()) {
    const Label next = code_.NewLabel(), here = code_.NewLabel();
    for (const uint16_t port : ports) code_.JumpIf(BPF_JEQ, kType, port, here);
    code_.Jump(next);
    code_.Place(here);
    (this->*emit)();
    code_.Place(next);
  }

  const StripOptions options_;
  Label gre_;
};

const std::array<StripBuilder::UdpTunnel, 9> StripBuilder::kUdpTunnels = {{
    {kEncapVxlan, &StripBuilder::Vxlan},
    {kEncapVxlanGpe, &StripBuilder::VxlanGpe},
    {kEncapGeneve, &StripBuilder::Geneve},
    {kEncapGeneveVxlan, &StripBuilder::GeneveVxlan},
    {kEncapErm, &StripBuilder::Erm},
    {kEncapTzsp, &StripBuilder::Tzsp},
    {kEncapGue, &StripBuilder::GueWithGre},
    {kEncapGre, &StripBuilder::JumpToGre},
    {kEncapErspan, &StripBuilder::JumpToGre},
}};

}  // namespace

std::vector<bpf_insn> StripProgram(const StripOptions& options, int counters) {
  return StripBuilder(options, counters).Build();
}

}  // namespace fandump
