#include "xdp/ebpf_assembler.h"

#include <algorithm>
#include <utility>

namespace fandump {

namespace {

constexpr Register kNone = Register::k0;

}  // namespace

EbpfAssembler::Label EbpfAssembler::NewLabel() {
  labels_.push_back(0);
  return labels_.size() - 1;
}

void EbpfAssembler::Place(Label label) { labels_[label] = program_.size(); }

bool EbpfAssembler::IsTarget(Label label) const {
  return std::any_of(fixups_.begin(), fixups_.end(), [label](const Fixup& fixup) { return fixup.label == label; });
}

void EbpfAssembler::Emit(uint8_t code, Register to, Register from, int16_t offset, int32_t immediate) {
  bpf_insn instruction{};
  instruction.code = code;
  instruction.dst_reg = static_cast<uint8_t>(to) & 0xf;
  instruction.src_reg = static_cast<uint8_t>(from) & 0xf;
  instruction.off = offset;
  instruction.imm = immediate;
  program_.push_back(instruction);
}

void EbpfAssembler::EmitJump(uint8_t code, Register to, Register from, int32_t immediate, Label label) {
  fixups_.push_back({program_.size(), label});
  Emit(code, to, from, 0, immediate);
}

void EbpfAssembler::Move(Register to, Register from) { Emit(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0); }
void EbpfAssembler::Set(Register to, int32_t value) { Emit(BPF_ALU64 | BPF_MOV | BPF_K, to, kNone, 0, value); }
void EbpfAssembler::Add(Register to, Register value) { Emit(BPF_ALU64 | BPF_ADD | BPF_X, to, value, 0, 0); }
void EbpfAssembler::Add(Register to, int32_t value) { Emit(BPF_ALU64 | BPF_ADD | BPF_K, to, kNone, 0, value); }
void EbpfAssembler::Subtract(Register to, Register value) { Emit(BPF_ALU64 | BPF_SUB | BPF_X, to, value, 0, 0); }
void EbpfAssembler::And(Register to, int32_t mask) { Emit(BPF_ALU64 | BPF_AND | BPF_K, to, kNone, 0, mask); }
void EbpfAssembler::Or(Register to, Register value) { Emit(BPF_ALU64 | BPF_OR | BPF_X, to, value, 0, 0); }
void EbpfAssembler::ShiftLeft(Register to, int32_t bits) { Emit(BPF_ALU64 | BPF_LSH | BPF_K, to, kNone, 0, bits); }
void EbpfAssembler::ShiftRight(Register to, int32_t bits) { Emit(BPF_ALU64 | BPF_RSH | BPF_K, to, kNone, 0, bits); }
void EbpfAssembler::Swap(Register value, int32_t bits) { Emit(BPF_ALU | BPF_END | BPF_TO_BE, value, kNone, 0, bits); }

void EbpfAssembler::Load(Width width, Register to, Register base, int16_t offset) {
  Emit(static_cast<uint8_t>(BPF_LDX | BPF_MEM | static_cast<uint8_t>(width)), to, base, offset, 0);
}

void EbpfAssembler::Store(Width width, Register base, int16_t offset, Register from) {
  Emit(static_cast<uint8_t>(BPF_STX | BPF_MEM | static_cast<uint8_t>(width)), base, from, offset, 0);
}

void EbpfAssembler::SetToMapValue(Register to, int map, int32_t offset) {
  // The only instruction of two: the second carries the offset.
  Emit(BPF_LD | BPF_DW | BPF_IMM, to, static_cast<Register>(BPF_PSEUDO_MAP_VALUE), 0, map);
  Emit(0, kNone, kNone, 0, offset);
}

void EbpfAssembler::AtomicAdd(Register base, int16_t offset, Register value) {
  Emit(BPF_STX | BPF_ATOMIC | BPF_DW, base, value, offset, BPF_ADD);
}

void EbpfAssembler::Call(int32_t helper) { Emit(BPF_JMP | BPF_CALL, kNone, kNone, 0, helper); }
void EbpfAssembler::Exit() { Emit(BPF_JMP | BPF_EXIT, kNone, kNone, 0, 0); }
void EbpfAssembler::Jump(Label to) { EmitJump(BPF_JMP | BPF_JA, kNone, kNone, 0, to); }

void EbpfAssembler::JumpIf(uint8_t operation, Register left, int32_t right, Label to) {
  EmitJump(static_cast<uint8_t>(BPF_JMP | BPF_K | operation), left, kNone, right, to);
}

void EbpfAssembler::JumpIf(uint8_t operation, Register left, Register right, Label to) {
  EmitJump(static_cast<uint8_t>(BPF_JMP | BPF_X | operation), left, right, 0, to);
}

std::vector<bpf_insn> EbpfAssembler::Finish() {
  for (const Fixup& fixup : fixups_) {
    const auto distance = static_cast<int64_t>(labels_[fixup.label]) - static_cast<int64_t>(fixup.instruction) - 1;
    program_[fixup.instruction].off = static_cast<int16_t>(distance);
  }
  return std::move(program_);
}

}  // namespace fandump
