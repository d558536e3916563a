// Steering by the inner flow: classic BPF programs that look into tunnels, so that a mirror's feed, whose outer
// addresses and ports are all the same, is shared out by the flows that it carries.
// af_packet: PACKET_FANOUT_CBPF with PACKET_FANOUT_DATA (packet(7)); udp: SO_ATTACH_REUSEPORT_CBPF (socket(7)).
#pragma once

#include <cstdint>
#include <vector>

#include "types.h"

namespace fandump {

// What a program's bytes begin with.
enum class SteeringStart {
  kFrame,     // a frame of an interface; the kernel shows it from the network header on
  kDatagram,  // the payload of a UDP datagram
};

struct SteeringOptions {
  SteeringStart start = SteeringStart::kFrame;
  // kEncapAuto: every tunnel that is known by its protocol number or port (kFrame only). Any other: this one alone on
  // the outside; the tunnels inside it are found as with kEncapAuto.
  Encapsulation encapsulation = kEncapAuto;
  uint32_t skip = 0;  // bytes behind the UDP header; kEncapSkip only
  uint16_t port = 0;  // UDP destination port of the tunnel, kFrame only; 0: the assigned one, for kEncapSkip any
  // LINKTYPE_ of the frame (kFrame), or of the packet inside (kDatagram; -1: what the header names, else Ethernet).
  int link_type = kLinkTypeEthernet;
  // How many members share. 0: the program returns its hash and the kernel takes the remainder (fanout groups only).
  uint32_t group_size = 0;
  // Place of each slot's member in the group, kVacantSlot where it has none; empty: slot and place are one.
  // Otherwise as long as group_size.
  std::vector<int> slots;
};

constexpr int kVacantSlot = -1;
// What a program for datagrams returns where there is no inner IP packet: out of any group's range, whereupon the
// kernel takes its own hash of the outer addresses and ports (reuseport_select_sock in net/core/sock_reuseport.c).
constexpr uint32_t kSteeringByKernel = 0xffffffff;

// The program. Both directions of a flow get the same result: it depends on the addresses, the ports (TCP, UDP,
// UDP-Lite, SCTP, DCCP) and the protocol of the innermost IP packet that lies behind at most kMaxTunnels tunnels.
// Fragments go by their addresses alone. Where no packet can be seen inside, the tunnel's own addresses and ports
// decide; a frame without any IP gets the same result as every other such frame.
// Always within BPF_MAXINSNS.
BpfProgram BuildSteeringProgram(const SteeringOptions& options);

}  // namespace fandump
