// IP headers and ports in steering programs. IPv4: RFC 791. IPv6: RFC 8200.
#include "fanout/steering_walk.h"

#include "header_layout.h"

namespace fandump {

namespace {

constexpr uint32_t kPortsLength = 4;

// Odd, without structure: the parts of an address must not cancel each other out.
constexpr uint32_t kFold[4] = {0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f};

}  // namespace

void SteeringWalk::LoadIpVersion() {
  emit_.LoadByte(0);
  emit_.And(kVersionMask);
}

void SteeringWalk::EmitIp(const Level& here) {
  emit_.Bind(here.ip);
  emit_.Need(1);
  LoadIpVersion();
  emit_.JumpIfEqual(kVersion6, here.ipv6);
}

void SteeringWalk::EmitIpv4(const Level& here) {
  emit_.Bind(here.ipv4);
  emit_.Need(ipv4::kLength);
  LoadIpVersion();
  emit_.JumpUnlessEqual(kVersion4, emit_.done());
  emit_.LoadByte(0);
  emit_.And(ipv4::kHeaderWordsMask);
  emit_.ShiftLeft(2);
  emit_.JumpIfLess(ipv4::kLength, emit_.done());
  emit_.Store(kWordNext);

  emit_.LoadWord(ipv4::kSourceAt);
  emit_.Store(kWordFirst);
  emit_.LoadWord(ipv4::kDestinationAt);
  StoreAddresses();
  emit_.LoadHalf(ipv4::kFragmentAt);
  emit_.JumpIfAny(ipv4::kFragmentMask, emit_.done());
  emit_.LoadByte(ipv4::kProtocolAt);
  emit_.Store(kWordFirst);
  emit_.Load(kWordNext);
  emit_.AdvanceByAccumulator();
  emit_.Load(kWordFirst);
  emit_.Jump(here.transport);
  emit_.PlaceExit();
}

void SteeringWalk::EmitIpv6(const Level& here) {
  emit_.Bind(here.ipv6);
  emit_.Need(ipv6::kLength);
  LoadIpVersion();
  emit_.JumpUnlessEqual(kVersion6, emit_.done());
  FoldIpv6Address(ipv6::kSourceAt);
  emit_.Store(kWordThird);
  FoldIpv6Address(ipv6::kDestinationAt);
  emit_.Store(kWordSecond);
  emit_.Load(kWordThird);
  emit_.Store(kWordFirst);
  emit_.Load(kWordSecond);
  StoreAddresses();
  emit_.LoadByte(ipv6::kNextHeaderAt);
  emit_.Store(kWordNext);
  emit_.Advance(ipv6::kLength);
  emit_.Load(kWordNext);

  for (int header = 0; header <= kMaxExtensionHeaders; header++) {
    const Label options = emit_.NewLabel();
    const Label fragment = emit_.NewLabel();
    const Label next = emit_.NewLabel();
    // Behind the last header that is looked through only a transport header will do.
    const bool last = header == kMaxExtensionHeaders;
    for (const uint8_t known : {kProtocolHopByHop, kProtocolRouting, kProtocolDestinationOptions}) {
      emit_.JumpIfEqual(known, last ? emit_.done() : options);
    }
    emit_.JumpIfEqual(kProtocolFragment, last ? emit_.done() : fragment);
    emit_.JumpUnlessEqual(kProtocolAuthentication, here.transport);
    if (last) break;
    emit_.Need(ipv6::kExtensionLength);
    emit_.LoadByte(0);
    emit_.Store(kWordNext);
    // RFC 4302: in words, less two.
    emit_.LoadByte(1);
    emit_.Add(2);
    emit_.ShiftLeft(2);
    emit_.AdvanceByAccumulator();
    emit_.Jump(next);

    emit_.Bind(fragment);
    emit_.Need(ipv6::kExtensionLength);
    emit_.LoadHalf(2);
    emit_.JumpIfAny(ipv6::kFragmentMask, emit_.done());
    // A whole packet in a fragment header (RFC 6946).
    emit_.LoadByte(0);
    emit_.Store(kWordNext);
    emit_.Advance(ipv6::kExtensionLength);
    emit_.Jump(next);

    emit_.Bind(options);
    emit_.Need(ipv6::kExtensionLength);
    emit_.LoadByte(0);
    emit_.Store(kWordNext);
    emit_.LoadByte(1);
    emit_.Add(1);
    emit_.ShiftLeft(3);
    emit_.AdvanceByAccumulator();
    emit_.Bind(next);
    emit_.Load(kWordNext);
  }
  emit_.PlaceExit();
}

void SteeringWalk::FoldIpv6Address(uint32_t offset) {
  for (uint32_t part = 0; part < 3; part++) {
    emit_.LoadWord(offset + 4 * part);
    emit_.Multiply(kFold[part]);
    emit_.Store(static_cast<SteeringWord>(part == 0 ? kWordFirst : part == 1 ? kWordSecond : kWordNext));
  }
  emit_.LoadWord(offset + 12);
  emit_.Multiply(kFold[3]);
  emit_.SaveOffset();
  for (const SteeringWord part : {kWordFirst, kWordSecond, kWordNext}) {
    emit_.LoadOperand(part);
    emit_.XorOperand();
  }
  emit_.RestoreOffset();
}

void SteeringWalk::StoreAddresses() {
  emit_.Store(kWordSecond);
  emit_.SaveOffset();
  emit_.LoadOperand(kWordFirst);
  emit_.XorOperand();
  emit_.Store(kWordAddressXor);
  emit_.Load(kWordSecond);
  emit_.AddOperand();
  emit_.Store(kWordAddressSum);
  emit_.RestoreOffset();
  emit_.Set(kWordFound, 1);
  emit_.Set(kWordPorts, 0);
  emit_.Set(kWordProtocol, 0);
}

void SteeringWalk::EmitTransport(int level) {
  const Level& here = levels_[static_cast<size_t>(level)];
  const Label ports = emit_.NewLabel();
  const Label udp = emit_.NewLabel();
  emit_.Bind(here.transport);
  emit_.Store(kWordProtocol);
  emit_.JumpIfEqual(kProtocolUdp, udp);
  for (const uint8_t with_ports : {kProtocolTcp, kProtocolSctp, kProtocolDccp, kProtocolUdpLite}) {
    emit_.JumpIfEqual(with_ports, ports);
  }
  if (Looks(level, kEncapAuto)) {
    emit_.JumpIfEqual(kProtocolIpv4, Inner(level, &Level::ipv4));
    emit_.JumpIfEqual(kProtocolIpv6, Inner(level, &Level::ipv6));
    emit_.JumpIfEqual(kProtocolMpls, Inner(level, &Level::mpls));
  }
  if (Looks(level, kEncapErspan)) emit_.JumpIfEqual(kProtocolGre, here.gre);
  emit_.Jump(emit_.done());

  emit_.Bind(ports);
  EmitPorts();
  emit_.PlaceExit();
  emit_.Bind(udp);
  EmitPorts();
  EmitUdpTunnels(level);
  if (Looks(level, kEncapErspan)) {
    emit_.Bind(here.gre);
    EmitGre(level, 0);
  }
}

void SteeringWalk::EmitPorts() {
  emit_.Need(kPortsLength);
  emit_.LoadHalf(0);
  emit_.Store(kWordFirst);
  emit_.LoadHalf(2);
  emit_.Store(kWordSecond);
  emit_.SaveOffset();
  emit_.LoadOperand(kWordFirst);
  emit_.XorOperand();
  emit_.ShiftLeft(16);
  emit_.Store(kWordPorts);
  emit_.Load(kWordSecond);
  emit_.AddOperand();
  emit_.LoadOperand(kWordPorts);
  emit_.AddOperand();
  emit_.Store(kWordPorts);
  emit_.RestoreOffset();
}

}  // namespace fandump
