// Programs of the kernel's eBPF machine as instructions, with labels for jumps (Documentation/bpf/standardization).
#pragma once

#include <linux/bpf.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fandump {

// r0 holds what a call returns, r1 to r5 its arguments, r6 to r9 outlive it, r10 is the end of the stack.
enum class Register : uint8_t { k0, k1, k2, k3, k4, k5, k6, k7, k8, k9, k10 };

enum class Width : uint8_t { kByte = BPF_B, kHalf = BPF_H, kWord = BPF_W, kDouble = BPF_DW };

class EbpfAssembler {
 public:
  using Label = size_t;

  Label NewLabel();
  void Place(Label label);
  // Whether a jump goes there. The kernel refuses a program with instructions that nothing leads to.
  bool IsTarget(Label label) const;

  void Move(Register to, Register from);
  void Set(Register to, int32_t value);
  void Add(Register to, Register value);
  void Add(Register to, int32_t value);
  void Subtract(Register to, Register value);
  void And(Register to, int32_t mask);
  void Or(Register to, Register value);
  void ShiftLeft(Register to, int32_t bits);
  void ShiftRight(Register to, int32_t bits);
  // The low 16 or 32 bits between the order of the network and that of the host.
  void Swap(Register value, int32_t bits);
  void Load(Width width, Register to, Register base, int16_t offset);
  void Store(Width width, Register base, int16_t offset, Register from);
  // The address of a byte of a map's only value.
  void SetToMapValue(Register to, int map, int32_t offset);
  void AtomicAdd(Register base, int16_t offset, Register value);
  void Call(int32_t helper);
  void Exit();

  void Jump(Label to);
  // operation: BPF_JEQ, BPF_JNE, BPF_JGT, BPF_JLT, BPF_JSET...
  void JumpIf(uint8_t operation, Register left, int32_t right, Label to);
  void JumpIf(uint8_t operation, Register left, Register right, Label to);

  // With every jump resolved; every label that is jumped to has to be placed.
  std::vector<bpf_insn> Finish();

 private:
  struct Fixup {
    size_t instruction;
    Label label;
  };

  void Emit(uint8_t code, Register to, Register from, int16_t offset, int32_t immediate);
  void EmitJump(uint8_t code, Register to, Register from, int32_t immediate, Label label);

  std::vector<bpf_insn> program_;
  std::vector<size_t> labels_;
  std::vector<Fixup> fixups_;
};

}  // namespace fandump
