// Classic BPF (linux/filter.h) put together from pieces: jumps go to labels, and what lies too far for the eight bits
// of a conditional jump is reached by an unconditional one.
#pragma once

#include "types.h"

namespace fandump {

class BpfAssembler {
 public:
  using Label = size_t;

  // A place that jumps may name before Bind() has said where it is.
  Label NewLabel();

  // The label stands for the next instruction that is added. Jumps go forward only, as the kernel demands.
  void Bind(Label label);

  // Any instruction that is no jump.
  void Add(uint16_t code, uint32_t k);

  // code: BPF_JMP with one of the tests, and BPF_K or BPF_X.
  void AddBranch(uint16_t code, uint32_t k, Label if_true, Label if_false);

  // An unconditional jump.
  void AddJump(Label target);

  // The program, without instructions that no path reaches. May be longer than the kernel takes (BPF_MAXINSNS).
  BpfProgram Assemble() const;

 private:
  struct Instruction {
    uint16_t code;
    uint32_t k;
    Label if_true;
    Label if_false;
  };

  std::vector<bool> Reachable() const;

  std::vector<Instruction> instructions_;
  std::vector<size_t> labels_;
};

}  // namespace fandump
