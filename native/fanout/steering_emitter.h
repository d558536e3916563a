// The small steps that steering programs are made of. X holds the offset of the header being read and never lies
// behind the end of the packet: the kernel ends a program at a load from there, and the packet would go to member 0
// whatever it carries. So lengths are tested before every load.
#pragma once

#include "bpf/bpf_assembler.h"

namespace fandump {

// Scratch words (16 in classic BPF).
enum SteeringWord : uint32_t {
  kWordAddressXor,  // source ^ destination, IPv6 addresses folded to 32 bits
  kWordAddressSum,  // source + destination
  kWordPorts,       // both ports, 0 without
  kWordProtocol,    // 0 for fragments
  kWordFound,       // 1 once an IP packet was seen
  kWordOffset,      // X, while X is a second operand
  kWordFirst,
  kWordSecond,
  kWordThird,
  kWordNext,  // EtherType or next header to come
  kSteeringWords,
};

class SteeringEmitter {
 public:
  using Label = BpfAssembler::Label;

  SteeringEmitter() : done_(assembler_.NewLabel()), exit_(assembler_.NewLabel()) {}

  Label NewLabel() { return assembler_.NewLabel(); }
  void Bind(Label label) { assembler_.Bind(label); }
  // Where the walk ends with what it has found. Not to be kept beyond the next PlaceExit().
  Label done() const { return exit_; }
  // A jump to the end, near enough for the branches before it: a conditional jump reaches 255 instructions, and one
  // too short costs an instruction of its own. Called where no path arrives from above.
  void PlaceExit();
  // Here is the end.
  void BindDone();

  void Emit(uint16_t code, uint32_t k = 0) { assembler_.Add(code, k); }
  void Jump(Label target) { assembler_.AddJump(target); }
  // Tests of the accumulator; the program goes on behind them otherwise.
  void JumpIfEqual(uint32_t value, Label target) { Branch(BPF_JEQ, value, target, true); }
  void JumpUnlessEqual(uint32_t value, Label target) { Branch(BPF_JEQ, value, target, false); }
  void JumpIfLess(uint32_t value, Label target) { Branch(BPF_JGE, value, target, false); }
  void JumpIfAny(uint32_t bits, Label target) { Branch(BPF_JSET, bits, target, true); }
  void JumpUnlessAny(uint32_t bits, Label target) { Branch(BPF_JSET, bits, target, false); }

  // Loads from X + offset, after Need().
  void LoadByte(uint32_t offset) { Emit(BPF_LD | BPF_B | BPF_IND, offset); }
  void LoadHalf(uint32_t offset) { Emit(BPF_LD | BPF_H | BPF_IND, offset); }
  void LoadWord(uint32_t offset) { Emit(BPF_LD | BPF_W | BPF_IND, offset); }

  void Set(SteeringWord word, uint32_t value);
  void Store(SteeringWord word) { Emit(BPF_ST, word); }
  void Load(SteeringWord word) { Emit(BPF_LD | BPF_MEM, word); }
  void LoadOperand(SteeringWord word) { Emit(BPF_LDX | BPF_MEM, word); }
  // X may be used as an operand in between.
  void SaveOffset() { Emit(BPF_STX, kWordOffset); }
  void RestoreOffset() { LoadOperand(kWordOffset); }

  void And(uint32_t value) { Emit(BPF_ALU | BPF_AND | BPF_K, value); }
  void Add(uint32_t value) { Emit(BPF_ALU | BPF_ADD | BPF_K, value); }
  void Multiply(uint32_t value) { Emit(BPF_ALU | BPF_MUL | BPF_K, value); }
  void ShiftLeft(uint32_t bits) { Emit(BPF_ALU | BPF_LSH | BPF_K, bits); }
  void ShiftRight(uint32_t bits) { Emit(BPF_ALU | BPF_RSH | BPF_K, bits); }
  void AddOperand() { Emit(BPF_ALU | BPF_ADD | BPF_X); }
  void XorOperand() { Emit(BPF_ALU | BPF_XOR | BPF_X); }

  // Ends the walk unless so many bytes lie behind X. Uses the accumulator.
  void Need(uint32_t bytes);
  // Moves X so many bytes on, which Need() has asked for. Uses the accumulator.
  void Advance(uint32_t bytes);
  // Moves X by the accumulator, or ends the walk if the packet is shorter.
  void AdvanceByAccumulator();

  BpfProgram Assemble() const { return assembler_.Assemble(); }

 private:
  void Branch(uint16_t test, uint32_t value, Label target, bool when);

  BpfAssembler assembler_;
  Label done_;
  Label exit_;  // the next PlaceExit()
};

}  // namespace fandump
