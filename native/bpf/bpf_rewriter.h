// A finished program of classic BPF put into an assembler once more, with instructions exchanged for others.
#pragma once

#include "bpf/bpf_assembler.h"
#include "bpf/bpf_codes.h"

namespace fandump {

// Adds each instruction of program under a label of its own, so that a jump still leads where it did, however many
// instructions stand for one. program has no jump backwards. Tests go through
//   add_test(const sock_filter& test, Label if_true, Label if_false),
// all else but unconditional jumps through
//   add_plain(const sock_filter& instruction, size_t index in program).
template <typename AddTest, typename AddPlain>
void AddRewritten(BpfAssembler& assembler, const BpfProgram& program, AddTest add_test, AddPlain add_plain) {
  std::vector<BpfAssembler::Label> labels;
  for (size_t i = 0; i < program.size(); i++) labels.push_back(assembler.NewLabel());
  for (size_t i = 0; i < program.size(); i++) {
    const sock_filter& instruction = program[i];
    assembler.Bind(labels[i]);
    if (instruction.code == bpf::kJump) {
      assembler.AddJump(labels[i + 1 + instruction.k]);
    } else if (BPF_CLASS(instruction.code) == BPF_JMP) {
      add_test(instruction, labels[i + 1 + instruction.jt], labels[i + 1 + instruction.jf]);
    } else {
      add_plain(instruction, i);
    }
  }
}

}  // namespace fandump
