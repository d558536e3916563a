// Classic BPF as the kernel runs it on an AF_PACKET socket: bytes without the outer tag, the tag and the packet type
// as ancillary data (net/core/filter.c). Written for tests: it also checks what the kernel's own checker would refuse.
#pragma once

#include "types.h"

namespace fandump::test {

struct KernelPacket {
  std::vector<uint8_t> bytes;      // as the socket sees them
  std::vector<uint8_t> ip_header;  // before them, at SKF_NET_OFF
  bool has_tag = false;
  uint16_t tpid = 0;
  uint16_t tci = 0;
  uint8_t packet_type = 0;  // PACKET_HOST ... PACKET_OUTGOING
  uint32_t interface_index = 0;
  uint16_t protocol = 0;       // skb->protocol
  uint16_t hardware_type = 0;  // ARPHRD_* of the interface
};

// Whether the kernel's checker would take the program: known codes, jumps inside, a return at the end.
bool IsLoadable(const BpfProgram& program);

// What the program returns for the packet.
uint32_t RunKernelProgram(const BpfProgram& program, const KernelPacket& packet);

// The same instructions on plain bytes, without any ancillary data: libpcap's interpreter in a few lines.
uint32_t RunOnBytes(const BpfProgram& program, const std::vector<uint8_t>& bytes);

}  // namespace fandump::test
