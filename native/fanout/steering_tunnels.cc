// Tunnel headers in steering programs.
// VXLAN: RFC 7348. VXLAN-GPE: draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926. GUE: draft-ietf-intarea-gue.
// GRE: RFC 2784, RFC 2890. ERSPAN: draft-foschiano-erspan. HP ERM and TZSP have no standard; Wireshark's dissectors
// describe both.
#include "fanout/steering_walk.h"

#include "header_layout.h"
#include "tunnel_ports.h"

namespace fandump {

namespace {

constexpr uint32_t kVxlanLength = 8;
constexpr uint32_t kVxlanVniValid = 0x08;

constexpr uint32_t kGpeVersionMask = 0x30;
constexpr uint32_t kGpeNextPresent = 0x04;
constexpr uint32_t kGpeNext = 3;
constexpr uint32_t kGpeIpv4 = 1;
constexpr uint32_t kGpeIpv6 = 2;
constexpr uint32_t kGpeEthernet = 3;

constexpr uint32_t kGueLength = 4;
constexpr uint32_t kGueVariantMask = 0xc0;
constexpr uint32_t kGueDirect = 0x40;  // IP without a header
constexpr uint32_t kGueControl = 0x20;
constexpr uint32_t kGueExtensionsMask = 0x1f;
constexpr uint32_t kGueProtocol = 1;
constexpr uint32_t kGueFlags = 2;
constexpr uint32_t kGueUnknownFlags = 0xfffe;

constexpr uint32_t kGeneveLength = 8;
constexpr uint32_t kGeneveVersionMask = 0xc0;
constexpr uint32_t kGeneveOptionsMask = 0x3f;
constexpr uint32_t kGeneveProtocol = 2;

constexpr uint32_t kErmLength = 12;

constexpr uint32_t kTzspLength = 4;
constexpr uint32_t kTzspVersion = 1;
constexpr uint32_t kTzspProtocol = 2;
constexpr uint32_t kTzspEthernet = 1;
constexpr uint32_t kTzspTagPadding = 0;
constexpr uint32_t kTzspTagEnd = 1;
constexpr uint32_t kTzspTagHeader = 2;

constexpr uint32_t kGreLength = 4;
constexpr uint32_t kGreProtocol = 2;
constexpr uint32_t kGreSequencePresent = 0x1000;
constexpr uint32_t kGreRoutingOrVersion = 0x4007;  // RFC 1701's routing, and any version but 0
constexpr uint32_t kGreFieldShifts[3] = {15, 13, 12};  // checksum, key, sequence number: four bytes each
constexpr uint32_t kErspanIiLength = 8;
constexpr uint32_t kErspanIiiLength = 12;
constexpr uint32_t kErspanIiiFlags = 10;
constexpr uint32_t kErspanIiiSubheader = 0x0001;
constexpr uint32_t kErspanIiiFrameType = 0x7c00;
constexpr uint32_t kErspanIiiIp = 0x0800;
constexpr uint32_t kErspanIiiSubheaderLength = 8;

}  // namespace

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

SteeringWalk::Label SteeringWalk::Inner(int level, Label Level::* entry) const {
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
  for (const Tunnel& tunnel : {Tunnel{kEncapVxlan, &SteeringWalk::EmitVxlan, 0},
                               Tunnel{kEncapVxlanGpe, &SteeringWalk::EmitVxlanGpe, 0},
                               Tunnel{kEncapGeneve, &SteeringWalk::EmitGeneve, 0},
                               Tunnel{kEncapGue, &SteeringWalk::EmitGue, 0},
                               Tunnel{kEncapErm, &SteeringWalk::EmitErm, 0},
                               Tunnel{kEncapTzsp, &SteeringWalk::EmitTzsp, 0},
                               Tunnel{kEncapErspan, &SteeringWalk::EmitGre, 0},
                               Tunnel{kEncapSkip, &SteeringWalk::EmitSkip, 0}}) {
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
  emit_.Need(before + kVxlanLength);
  emit_.LoadByte(before);
  emit_.JumpUnlessAny(kVxlanVniValid, emit_.done());
  emit_.Advance(before + kVxlanLength);
  EnterInner(level);
}

void SteeringWalk::EmitVxlanGpe(int level, uint32_t before) {
  emit_.Need(before + kVxlanLength);
  emit_.LoadByte(before + kGpeNext);
  emit_.Store(kWordFirst);
  emit_.LoadByte(before);
  emit_.JumpIfAny(kGpeVersionMask, emit_.done());
  emit_.JumpUnlessAny(kVxlanVniValid, emit_.done());
  emit_.Store(kWordSecond);
  emit_.Advance(before + kVxlanLength);
  if (EnterGiven(level)) return;
  emit_.Load(kWordSecond);
  emit_.JumpUnlessAny(kGpeNextPresent, Inner(level, &Level::ethernet));
  emit_.Load(kWordFirst);
  emit_.JumpIfEqual(kGpeIpv4, Inner(level, &Level::ip));
  emit_.JumpIfEqual(kGpeIpv6, Inner(level, &Level::ip));
  emit_.JumpIfEqual(kGpeEthernet, Inner(level, &Level::ethernet));
  emit_.PlaceExit();
}

void SteeringWalk::EmitGue(int level, uint32_t before) {
  const Label direct = emit_.NewLabel();
  const Label gre = emit_.NewLabel();
  emit_.Need(before + 1);
  emit_.LoadByte(before);
  emit_.And(kGueVariantMask);
  emit_.JumpIfEqual(kGueDirect, direct);
  emit_.JumpUnlessEqual(0, emit_.done());

  emit_.Need(before + kGueLength);
  emit_.LoadHalf(before + kGueFlags);
  emit_.JumpIfAny(kGueUnknownFlags, emit_.done());
  emit_.LoadByte(before + kGueProtocol);
  emit_.Store(kWordFirst);
  emit_.LoadByte(before);
  emit_.JumpIfAny(kGueControl, emit_.done());
  emit_.And(kGueExtensionsMask);
  emit_.ShiftLeft(2);
  emit_.Add(before + kGueLength);
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
  emit_.Need(before + kGeneveLength);
  emit_.LoadByte(before);
  emit_.JumpIfAny(kGeneveVersionMask, emit_.done());
  emit_.LoadHalf(before + kGeneveProtocol);
  emit_.Store(kWordFirst);
  emit_.LoadByte(before);
  emit_.And(kGeneveOptionsMask);
  emit_.ShiftLeft(2);
  emit_.Add(before + kGeneveLength);
  emit_.AdvanceByAccumulator();
  if (options_.encapsulation == kEncapGeneve && EnterGiven(level)) return;
  emit_.Load(kWordFirst);
  emit_.JumpIfEqual(kEtherTypeBridged, Inner(level, &Level::ethernet));
  emit_.Jump(Inner(level, &Level::ether_type));
}

void SteeringWalk::EmitErm(int level, uint32_t before) {
  emit_.Need(before + kErmLength);
  emit_.Advance(before + kErmLength);
  EnterInner(level);
}

void SteeringWalk::EmitTzsp(int level, uint32_t before) {
  const Label frame = emit_.NewLabel();
  emit_.Need(before + kTzspLength);
  emit_.LoadByte(before);
  emit_.JumpUnlessEqual(kTzspVersion, emit_.done());
  emit_.LoadHalf(before + kTzspProtocol);
  emit_.JumpUnlessEqual(kTzspEthernet, emit_.done());
  emit_.Advance(before + kTzspLength);
  for (int tag = 0; tag < kMaxTzspTags; tag++) {
    const Label next = emit_.NewLabel();
    const Label padding = emit_.NewLabel();
    emit_.Need(1);
    emit_.LoadByte(0);
    emit_.JumpIfEqual(kTzspTagEnd, frame);
    emit_.JumpIfEqual(kTzspTagPadding, padding);
    emit_.Need(kTzspTagHeader);
    emit_.LoadByte(1);
    emit_.Add(kTzspTagHeader);
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
  emit_.Need(before + kGreLength);
  emit_.LoadHalf(before);
  emit_.JumpIfAny(kGreRoutingOrVersion, emit_.done());
  emit_.Store(kWordSecond);
  emit_.LoadHalf(before + kGreProtocol);
  emit_.Store(kWordFirst);

  emit_.Set(kWordThird, before + kGreLength);
  emit_.SaveOffset();
  for (const uint32_t shift : kGreFieldShifts) {
    emit_.Load(kWordSecond);
    emit_.ShiftRight(shift);
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
  emit_.JumpUnlessAny(kGreSequencePresent, Inner(level, &Level::ethernet));
  emit_.Need(kErspanIiLength);
  emit_.Advance(kErspanIiLength);
  emit_.Jump(Inner(level, &Level::ethernet));

  emit_.Bind(erspan_iii);
  const Label no_subheader = emit_.NewLabel();
  emit_.Need(kErspanIiiLength);
  emit_.LoadHalf(kErspanIiiFlags);
  emit_.Store(kWordSecond);
  emit_.Advance(kErspanIiiLength);
  emit_.Load(kWordSecond);
  emit_.JumpUnlessAny(kErspanIiiSubheader, no_subheader);
  emit_.Need(kErspanIiiSubheaderLength);
  emit_.Advance(kErspanIiiSubheaderLength);
  emit_.Bind(no_subheader);
  emit_.Load(kWordSecond);
  emit_.And(kErspanIiiFrameType);
  emit_.JumpIfEqual(0, Inner(level, &Level::ethernet));
  emit_.JumpIfEqual(kErspanIiiIp, Inner(level, &Level::ip));
  emit_.PlaceExit();
}

}  // namespace fandump
