// What programs have in common that are moved to other bytes of a packet.
#pragma once

#include "bpf/bpf_assembler.h"
#include "bpf/bpf_codes.h"

namespace fandump {

// Bytes that a load takes.
inline uint32_t LoadWidth(uint16_t code) {
  switch (BPF_SIZE(code)) {
    case BPF_W:
      return 4;
    case BPF_H:
      return 2;
    default:
      return 1;
  }
}

// For AddRewritten(): tests stay as they are.
inline auto TestsOf(BpfAssembler& assembler) {
  return [&assembler](const sock_filter& test, BpfAssembler::Label if_true, BpfAssembler::Label if_false) {
    assembler.AddBranch(test.code, test.k, if_true, if_false);
  };
}

// Refuses where instruction does, and returns accept where it accepts.
inline void AddReturn(BpfAssembler& assembler, const sock_filter& instruction, uint32_t accept) {
  assembler.Add(instruction.code, instruction.k == 0 ? 0 : accept);
}

}  // namespace fandump
