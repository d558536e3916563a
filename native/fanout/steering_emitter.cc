#include "fanout/steering_emitter.h"

namespace fandump {

void SteeringEmitter::Branch(uint16_t test, uint32_t value, Label target, bool when) {
  const Label next = NewLabel();
  assembler_.AddBranch(static_cast<uint16_t>(BPF_JMP | BPF_K | test), value, when ? target : next,
                       when ? next : target);
  Bind(next);
}

void SteeringEmitter::Set(SteeringWord word, uint32_t value) {
  Emit(BPF_LD | BPF_IMM, value);
  Store(word);
}

void SteeringEmitter::PlaceExit() {
  Bind(exit_);
  Jump(done_);
  exit_ = NewLabel();
}

void SteeringEmitter::BindDone() {
  Bind(exit_);
  Bind(done_);
}

void SteeringEmitter::Need(uint32_t bytes) {
  Emit(BPF_LD | BPF_W | BPF_LEN);
  Emit(BPF_ALU | BPF_SUB | BPF_X);
  JumpIfLess(bytes, exit_);
}

void SteeringEmitter::Advance(uint32_t bytes) {
  Emit(BPF_MISC | BPF_TXA);
  Add(bytes);
  Emit(BPF_MISC | BPF_TAX);
}

void SteeringEmitter::AdvanceByAccumulator() {
  AddOperand();
  Emit(BPF_MISC | BPF_TAX);
  Emit(BPF_LD | BPF_W | BPF_LEN);
  const Label next = NewLabel();
  assembler_.AddBranch(BPF_JMP | BPF_JGE | BPF_X, 0, next, exit_);
  Bind(next);
}

}  // namespace fandump
