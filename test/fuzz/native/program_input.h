// Random programs of classic BPF that jump forward only and end with a return. In the input: number of instructions,
// these, six bytes each.
#pragma once

#include <linux/filter.h>

#include <iterator>

#include "input.h"
#include "types.h"

namespace fandump::fuzz {

constexpr size_t kMaxInstructions = 64;

inline constexpr uint16_t kLoads[] = {BPF_LD | BPF_B | BPF_ABS,
                                      BPF_LD | BPF_H | BPF_ABS,
                                      BPF_LD | BPF_W | BPF_ABS,
                                      BPF_LD | BPF_B | BPF_IND,
                                      BPF_LD | BPF_H | BPF_IND,
                                      BPF_LD | BPF_W | BPF_IND,
                                      BPF_LD | BPF_IMM,
                                      BPF_LD | BPF_MEM,
                                      BPF_LD | BPF_W | BPF_LEN,
                                      BPF_LDX | BPF_IMM,
                                      BPF_LDX | BPF_MEM,
                                      BPF_LDX | BPF_W | BPF_LEN,
                                      BPF_LDX | BPF_B | BPF_MSH,
                                      BPF_ST,
                                      BPF_STX};
inline constexpr uint16_t kOperations[] = {BPF_ADD, BPF_SUB, BPF_MUL, BPF_DIV, BPF_OR, BPF_AND,
                                           BPF_LSH, BPF_RSH, BPF_NEG, BPF_MOD, BPF_XOR};
inline constexpr uint16_t kTests[] = {BPF_JEQ, BPF_JGT, BPF_JGE, BPF_JSET};

// behind: instructions that follow this one, one at least.
inline sock_filter TakeInstruction(Input& input, size_t behind) {
  const uint8_t kind = input.U8();
  const uint8_t which = input.U8();
  uint32_t k = input.U32();
  const auto target = [behind](uint32_t wanted) { return static_cast<uint8_t>(wanted % behind); };
  const uint16_t operand = (which & 0x80) == 0 ? BPF_K : BPF_X;
  switch (kind % 6) {
    case 0:
      return {static_cast<uint16_t>(BPF_ALU | kOperations[(which & 0x7f) % std::size(kOperations)] | operand), 0, 0, k};
    case 1:
      return {static_cast<uint16_t>(BPF_JMP | kTests[(which & 0x7f) % std::size(kTests)] | operand), target(k >> 24),
              target(k >> 16 & 0xff), k & 0xffff};
    case 2:
      return {BPF_JMP | BPF_JA, 0, 0, target(k)};
    case 3:
      return {static_cast<uint16_t>(BPF_MISC | ((which & 1) == 0 ? BPF_TAX : BPF_TXA)), 0, 0, 0};
    case 4:
      return {BPF_RET | BPF_K, 0, 0, k & 1};
    default:
      break;
  }
  const uint16_t code = kLoads[which % std::size(kLoads)];
  const uint16_t mode = BPF_MODE(code);
  const bool is_memory = BPF_CLASS(code) == BPF_ST || BPF_CLASS(code) == BPF_STX || mode == BPF_MEM;
  if (is_memory) k %= BPF_MEMWORDS;
  return {code, 0, 0, k};
}

inline BpfProgram TakeProgram(Input& input) {
  const size_t length = 1 + input.U8() % kMaxInstructions;
  BpfProgram program;
  while (program.size() + 1 < length) program.push_back(TakeInstruction(input, length - 1 - program.size()));
  program.push_back({BPF_RET | BPF_K, 0, 0, 1u});
  return program;
}

}  // namespace fandump::fuzz
