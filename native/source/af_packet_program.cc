#include "source/af_packet_program.h"

#include <linux/if_arp.h>
#include <linux/if_packet.h>

#include "bpf/bpf_codes.h"

namespace fandump {

BpfProgram KernelProgram(const BpfProgram& filter, uint32_t snaplen, OutgoingRefusal refusal) {
  BpfProgram program;
  switch (refusal) {
    case OutgoingRefusal::kNone:
      break;
    case OutgoingRefusal::kOnLoopback:
      program = {
          BPF_STMT(bpf::kLoadWord, bpf::kPacketTypeAt),
          BPF_JUMP(bpf::kBranchIfEqual, PACKET_OUTGOING, 0, 3),
          BPF_STMT(bpf::kLoadWord, bpf::kHardwareTypeAt),
          BPF_JUMP(bpf::kBranchIfEqual, ARPHRD_LOOPBACK, 0, 1),
          BPF_STMT(bpf::kReturn, 0),
      };
      break;
    case OutgoingRefusal::kAll:
      program = {
          BPF_STMT(bpf::kLoadWord, bpf::kPacketTypeAt),
          BPF_JUMP(bpf::kBranchIfEqual, PACKET_OUTGOING, 0, 1),
          BPF_STMT(bpf::kReturn, 0),
      };
      break;
  }
  // Jumps of classic BPF are relative, so what follows needs no change.
  program.insert(program.end(), filter.begin(), filter.end());
  if (filter.empty() && (!program.empty() || snaplen < kMaxSnaplen)) {
    program.push_back(BPF_STMT(bpf::kReturn, snaplen));
  }
  return program;
}

}  // namespace fandump
