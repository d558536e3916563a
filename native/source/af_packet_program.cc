#include "source/af_packet_program.h"

#include <linux/if_arp.h>
#include <linux/if_packet.h>

namespace fandump {

namespace {

constexpr auto kPacketType = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_PKTTYPE);
constexpr auto kHardwareType = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_HATYPE);

}  // namespace

BpfProgram KernelProgram(const BpfProgram& filter, uint32_t snaplen, OutgoingRefusal refusal) {
  BpfProgram program;
  switch (refusal) {
    case OutgoingRefusal::kNone:
      break;
    case OutgoingRefusal::kOnLoopback:
      program = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kPacketType),
                 BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PACKET_OUTGOING, 0, 3),
                 BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kHardwareType),
                 BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARPHRD_LOOPBACK, 0, 1), BPF_STMT(BPF_RET | BPF_K, 0)};
      break;
    case OutgoingRefusal::kAll:
      program = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kPacketType),
                 BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PACKET_OUTGOING, 0, 1), BPF_STMT(BPF_RET | BPF_K, 0)};
      break;
  }
  // Jumps of classic BPF are relative, so what follows needs no change.
  program.insert(program.end(), filter.begin(), filter.end());
  if (filter.empty() && (!program.empty() || snaplen < kMaxSnaplen)) {
    program.push_back(BPF_STMT(BPF_RET | BPF_K, snaplen));
  }
  return program;
}

}  // namespace fandump
