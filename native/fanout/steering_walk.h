// The way of a steering program through the headers of a packet, one tunnel level after the other. Classic BPF has no
// loops and jumps forward only, so each level has its own copy of every header's instructions.
#pragma once

#include <array>
#include <span>

#include "fanout/steering.h"
#include "fanout/steering_emitter.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {

class SteeringWalk {
 public:
  explicit SteeringWalk(const SteeringOptions& options);

  // The program up to done(): the flow's words are set.
  void Walk();

  SteeringEmitter& emitter() { return emit_; }

 private:
  using Label = BpfAssembler::Label;
  static constexpr int kLevels = kMaxTunnels + 1;
  // What LoadIpVersion() leaves of the first byte of an IP header.
  static constexpr uint32_t kVersionMask = 0xf0;
  static constexpr uint32_t kVersion4 = ipv4::kVersion << kIpVersionShift;
  static constexpr uint32_t kVersion6 = ipv6::kVersion << kIpVersionShift;

  // Entries of a level. X is at the header named; at ether_type the accumulator holds the type, at transport the
  // protocol.
  struct Level {
    Label ethernet, ether_type, mpls, ip, ipv4, ipv6, transport, gre;
  };

  // Where the walk begins (steering_start.cc).
  void Start();
  void StartFrame();
  void StartDatagram();
  void StartInner(int link_type);

  // Link headers (steering_link.cc), IP and ports (steering_ip.cc).
  void WalkLevel(int level);
  void EmitEthernet(const Level& here);
  void EmitEtherType(const Level& here);
  void EmitPppoe(const Level& here);
  void EmitMpls(int level);
  void LoadIpVersion();
  void EmitIp(const Level& here);
  void EmitIpv4(const Level& here);
  void EmitIpv6(const Level& here);
  void EmitTransport(int level);
  void EmitPorts();
  void FoldIpv6Address(uint32_t offset);
  // From two addresses: source in kWordFirst, destination in the accumulator.
  void StoreAddresses();

  // Tunnel headers (steering_tunnels.cc).
  // level is the one whose headers lead to the tunnel, -1 for a datagram's payload; before: bytes to the tunnel header.
  void EmitUdpTunnels(int level);
  void EmitVxlan(int level, uint32_t before);
  void EmitVxlanGpe(int level, uint32_t before);
  void EmitGeneve(int level, uint32_t before);
  void EmitGue(int level, uint32_t before);
  void EmitErm(int level, uint32_t before);
  void EmitTzsp(int level, uint32_t before);
  void EmitSkip(int level, uint32_t before);
  void EmitGre(int level, uint32_t before);
  // The protocol is in kWordFirst then, the flags are in kWordSecond.
  void EmitGreHeader(uint32_t before);
  // takes_all: else ERSPAN alone.
  void EmitGreInside(int level, bool takes_all);
  // The packet inside, of the tunnel's usual link type or the one that was given.
  void EnterInner(int level);
  // That of a datagram's payload, where the user has given its link type. false: the header says it.
  bool EnterGiven(int level);
  // Where the tunnels found at this level lead: the next level, or the end.
  Label Inner(int level, Label Level::*entry) const;
  // Whether packets of level are looked at for this encapsulation.
  bool Looks(int level, Encapsulation encapsulation) const;
  std::span<const uint16_t> PortsOf(int level, Encapsulation encapsulation) const;

  SteeringOptions options_;
  SteeringEmitter emit_;
  std::array<Level, kLevels> levels_;
};

}  // namespace fandump
