#include "source/af_packet_program.h"

#include <linux/if_packet.h>

namespace fandump {

BpfProgram KernelProgram(const BpfProgram& filter, uint32_t snaplen, bool refuse_outgoing) {
  BpfProgram program;
  if (refuse_outgoing) {
    program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_PKTTYPE)));
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PACKET_OUTGOING, 0, 1));
    program.push_back(BPF_STMT(BPF_RET | BPF_K, 0));
  }
  // Jumps of classic BPF are relative, so what follows needs no change.
  program.insert(program.end(), filter.begin(), filter.end());
  if (filter.empty() && (refuse_outgoing || snaplen < kMaxSnaplen)) {
    program.push_back(BPF_STMT(BPF_RET | BPF_K, snaplen));
  }
  return program;
}

}  // namespace fandump
