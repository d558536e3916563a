// Tunnel headers in steering programs.
// VXLAN: RFC 7348. VXLAN-GPE: draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926. GUE: draft-ietf-intarea-gue.
// GRE: RFC 2784, RFC 2890. ERSPAN: draft-foschiano-erspan. HP ERM and TZSP have no standard; Wireshark's dissectors
// describe both.
#include "fanout/steering_walk.h"

#include <bit>

#include "header_layout.h"
#include "tunnel_layout.h"
#include "tunnel_ports.h"

namespace fandump {

bool SteeringWalk::Looks(int level, Encapsulation encapsulation) const {
  if (level + 1 >= kLevels) return false;
  const int outer_levels = options_.start == SteeringStart::kFrame ? 1 : 0;
  if (options_.encapsulation == kEncapGeneveVxlan) {
    if (level == outer_levels) return encapsulation == kEncapVxlan;
    if (level < outer_levels) return encapsulation == kEncapGeneve;
  }
  if (level >= outer_levels || options_.encapsulation == kEncapAuto) return encapsulation != kEncapSkip;
  // ERSPAN travels in GRE.
  if (options_.encapsulation == kEncapGre && encapsulation == kEncapErspan) return true;
  return options_.encapsulation == encapsulation;
}

std::span<const uint16_t> SteeringWalk::PortsOf(int level, Encapsulation encapsulation) const {
  const bool outer = options_.start == SteeringStart::kFrame && level == 0;
  if (outer && options_.port != 0 && options_.encapsulation != kEncapAuto) return {&options_.port, 1};
  return AssignedPorts(encapsulation);
}

SteeringWalk::Label SteeringWalk::Inner(int level, Label Level::*entry) const {
  return level + 1 < kLevels ? levels_[static_cast<size_t>(level + 1)].*entry : emit_.done();
}

void SteeringWalk::EnterInner(int level) {
  if (!EnterGiven(level)) emit_.Jump(Inner(level, &Level::ethernet));
}

bool SteeringWalk::EnterGiven(int level) {
  if (level >= 0 || options_.link_type < 0) return false;
  StartInner(options_.link_type);
  return true;
}

void SteeringWalk::EmitUdpTunnels(int level) {
  struct Tunnel {
    Encapsulation encapsulation;
    void (SteeringWalk::*emit)(int, uint32_t);
    Label label;
  };
  // Any port, behind GENEVE: what geneve+vxlan strips.
  if (options_.encapsulation == kEncapGeneveVxlan && level == (options_.start == SteeringStart::kFrame ? 1 : 0)) {
    EmitVxlan(level, udp::kLength);
    return;
  }
  std::vector<Tunnel> tunnels;
  for (const Tunnel& tunnel :
       {Tunnel{kEncapVxlan, &SteeringWalk::EmitVxlan, 0}, Tunnel{kEncapVxlanGpe, &SteeringWalk::EmitVxlanGpe, 0},
        Tunnel{kEncapGeneve, &SteeringWalk::EmitGeneve, 0}, Tunnel{kEncapGue, &SteeringWalk::EmitGue, 0},
        Tunnel{kEncapErm, &SteeringWalk::EmitErm, 0}, Tunnel{kEncapTzsp, &SteeringWalk::EmitTzsp, 0},
        Tunnel{kEncapErspan, &SteeringWalk::EmitGre, 0}, Tunnel{kEncapSkip, &SteeringWalk::EmitSkip, 0}}) {
    if (Looks(level, tunnel.encapsulation)) tunnels.push_back({tunnel.encapsulation, tunnel.emit, emit_.NewLabel()});
  }
  if (!tunnels.empty()) emit_.LoadHalf(udp::kDestinationPortAt);
  bool any_port = false;
  for (const Tunnel& tunnel : tunnels) {
    const std::span<const uint16_t> ports = PortsOf(level, tunnel.encapsulation);
    for (const uint16_t port : ports) emit_.JumpIfEqual(port, tunnel.label);
    if (ports.empty()) any_port = true;
  }
  emit_.Jump(any_port ? tunnels.back().label : emit_.done());
  for (const Tunnel& tunnel : tunnels) {
    emit_.Bind(tunnel.label);
    (this->*tunnel.emit)(level, udp::kLength);
    emit_.PlaceExit();
  }
}

void SteeringWalk::EmitVxlan(int level, uint32_t before) {
  emit_.Need(before + vxlan::kLength);
  emit_.LoadByte(before);
  emit_.JumpUnlessAny(vxlan::kFlagVni, emit_.done());
  emit_.Advance(before + vxlan::kLength);
  EnterInner(level);
}

void SteeringWalk::EmitVxlanGpe(int level, uint32_t before) {
  emit_.Need(before + vxlan::kLength);
  emit_.LoadByte(before + vxlan_gpe::kNextAt);
  emit_.Store(kWordFirst);
  emit_.LoadByte(before);
  emit_.JumpIfAny(vxlan_gpe::kVersionMask, emit_.done());
  emit_.JumpUnlessAny(vxlan::kFlagVni, emit_.done());
  emit_.Store(kWordSecond);
  emit_.Advance(before + vxlan::kLength);
  if (EnterGiven(level)) return;
  emit_.Load(kWordSecond);
  emit_.JumpUnlessAny(vxlan_gpe::kFlagNext, Inner(level, &Level::ethernet));
  emit_.Load(kWordFirst);
  emit_.JumpIfEqual(vxlan_gpe::kNextIpv4, Inner(level, &Level::ip));
  emit_.JumpIfEqual(vxlan_gpe::kNextIpv6, Inner(level, &Level::ip));
  emit_.JumpIfEqual(vxlan_gpe::kNextEthernet, Inner(level, &Level::ethernet));
  emit_.PlaceExit();
}

void SteeringWalk::EmitGue(int level, uint32_t before) {
  const Label direct = emit_.NewLabel();
  const Label gre = emit_.NewLabel();
  emit_.Need(before + 1);
  emit_.LoadByte(before);
  emit_.And(gue::kVariantMask);
  emit_.JumpIfEqual(gue::kVariantDirect, direct);
  emit_.JumpUnlessEqual(gue::kVariantHeader, emit_.done());

  emit_.Need(before + gue::kLength);
  emit_.LoadHalf(before + gue::kFlagsAt);
  emit_.JumpIfAny(gue::kUnknownFlags, emit_.done());
  emit_.LoadByte(before + gue::kProtocolAt);
  emit_.Store(kWordFirst);
  emit_.LoadByte(before);
  emit_.JumpIfAny(gue::kControl, emit_.done());
  emit_.And(gue::kExtensionWordsMask);
  emit_.ShiftLeft(2);
  emit_.Add(before + gue::kLength);
  emit_.AdvanceByAccumulator();
  emit_.Load(kWordFirst);
  emit_.JumpIfEqual(kProtocolGre, gre);
  if (!EnterGiven(level)) {
    emit_.JumpIfEqual(kProtocolIpv4, Inner(level, &Level::ip));
    emit_.JumpIfEqual(kProtocolIpv6, Inner(level, &Level::ip));
    emit_.PlaceExit();
  }

  emit_.Bind(direct);
  emit_.Advance(before);
  if (!EnterGiven(level)) emit_.Jump(Inner(level, &Level::ip));

  emit_.Bind(gre);
  EmitGreHeader(0);
  EmitGreInside(level, true);
}

void SteeringWalk::EmitGeneve(int level, uint32_t before) {
  emit_.Need(before + geneve::kLength);
  emit_.LoadByte(before);
  emit_.JumpIfAny(geneve::kVersionMask, emit_.done());
  emit_.LoadHalf(before + geneve::kProtocolAt);
  emit_.Store(kWordFirst);
  emit_.LoadByte(before);
  emit_.And(geneve::kOptionWordsMask);
  emit_.ShiftLeft(2);
  emit_.Add(before + geneve::kLength);
  emit_.AdvanceByAccumulator();
  if (options_.encapsulation == kEncapGeneve && EnterGiven(level)) return;
  emit_.Load(kWordFirst);
  emit_.JumpIfEqual(kEtherTypeBridged, Inner(level, &Level::ethernet));
  emit_.Jump(Inner(level, &Level::ether_type));
}

void SteeringWalk::EmitErm(int level, uint32_t before) {
  emit_.Need(before + erm::kLength);
  emit_.Advance(before + erm::kLength);
  EnterInner(level);
}

void SteeringWalk::EmitTzsp(int level, uint32_t before) {
  const Label frame = emit_.NewLabel();
  emit_.Need(before + tzsp::kLength);
  emit_.LoadByte(before);
  emit_.JumpUnlessEqual(tzsp::kVersion, emit_.done());
  emit_.LoadHalf(before + tzsp::kProtocolAt);
  emit_.JumpUnlessEqual(tzsp::kEthernet, emit_.done());
  emit_.Advance(before + tzsp::kLength);
  for (int tag = 0; tag < kMaxTzspTags; tag++) {
    const Label next = emit_.NewLabel();
    const Label padding = emit_.NewLabel();
    emit_.Need(1);
    emit_.LoadByte(0);
    emit_.JumpIfEqual(tzsp::kTagEnd, frame);
    emit_.JumpIfEqual(tzsp::kTagPadding, padding);
    emit_.Need(tzsp::kTagHeaderLength);
    emit_.LoadByte(1);
    emit_.Add(tzsp::kTagHeaderLength);
    emit_.AdvanceByAccumulator();
    emit_.Jump(next);
    emit_.Bind(padding);
    emit_.Advance(1);
    emit_.Bind(next);
  }
  emit_.PlaceExit();
  emit_.Bind(frame);
  emit_.Advance(1);
  EnterInner(level);
}

void SteeringWalk::EmitSkip(int level, uint32_t before) {
  if (before + options_.skip > 0) {
    emit_.Need(before + options_.skip);
    emit_.Advance(before + options_.skip);
  }
  EnterInner(level);
}

void SteeringWalk::EmitGre(int level, uint32_t before) {
  EmitGreHeader(before);
  EmitGreInside(level, level >= 0 && Looks(level, kEncapGre));
}

void SteeringWalk::EmitGreHeader(uint32_t before) {
  emit_.Need(before + gre::kLength);
  emit_.LoadHalf(before);
  emit_.JumpIfAny(gre::kRoutingPresent | gre::kVersionMask, emit_.done());
  emit_.Store(kWordSecond);
  emit_.LoadHalf(before + gre::kProtocolAt);
  emit_.Store(kWordFirst);

  emit_.Set(kWordThird, before + gre::kLength);
  emit_.SaveOffset();
  for (const uint16_t present : {gre::kChecksumPresent, gre::kKeyPresent, gre::kSequencePresent}) {
    emit_.Load(kWordSecond);
    emit_.ShiftRight(static_cast<uint32_t>(std::countr_zero(present)));
    emit_.And(1);
    emit_.ShiftLeft(2);
    emit_.LoadOperand(kWordThird);
    emit_.AddOperand();
    emit_.Store(kWordThird);
  }
  emit_.RestoreOffset();
  emit_.Load(kWordThird);
  emit_.AdvanceByAccumulator();
}

void SteeringWalk::EmitGreInside(int level, bool takes_all) {
  const Label erspan = emit_.NewLabel();
  const Label erspan_iii = emit_.NewLabel();
  emit_.Load(kWordFirst);
  emit_.JumpIfEqual(kEtherTypeErspan, erspan);
  emit_.JumpIfEqual(kEtherTypeErspanIii, erspan_iii);
  if (takes_all) {
    emit_.JumpIfEqual(kEtherTypeBridged, Inner(level, &Level::ethernet));
    emit_.Jump(Inner(level, &Level::ether_type));
  } else {
    emit_.Jump(emit_.done());
  }

  // Type II has a sequence number in the GRE header, type I has neither that nor a header of its own.
  emit_.Bind(erspan);
  emit_.Load(kWordSecond);
  emit_.JumpUnlessAny(gre::kSequencePresent, Inner(level, &Level::ethernet));
  emit_.Need(erspan::kIiLength);
  emit_.Advance(erspan::kIiLength);
  emit_.Jump(Inner(level, &Level::ethernet));

  emit_.Bind(erspan_iii);
  const Label no_subheader = emit_.NewLabel();
  emit_.Need(erspan::kIiiLength);
  emit_.LoadHalf(erspan::kIiiFlagsAt);
  emit_.Store(kWordSecond);
  emit_.Advance(erspan::kIiiLength);
  emit_.Load(kWordSecond);
  emit_.JumpUnlessAny(erspan::kIiiSubheader, no_subheader);
  emit_.Need(erspan::kIiiSubheaderLength);
  emit_.Advance(erspan::kIiiSubheaderLength);
  emit_.Bind(no_subheader);
  emit_.Load(kWordSecond);
  emit_.And(erspan::kIiiFrameTypeMask);
  emit_.JumpIfEqual(erspan::kIiiEthernet, Inner(level, &Level::ethernet));
  emit_.JumpIfEqual(erspan::kIiiIp, Inner(level, &Level::ip));
  emit_.PlaceExit();
}

}  // namespace fandump
