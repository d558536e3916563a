#include "filter/tunnel_relocation.h"

#include <algorithm>
#include <bitset>

#include "bpf/bpf_rewriter.h"
#include "filter/compile.h"

namespace fandump {
namespace {

// No UDP payload is longer (RFC 768), so a load from further on refuses the packet. Kept below, sums of offsets neither
// wrap nor come into the range that means something else to the kernel (linux/filter.h, SKF_LL_OFF).
constexpr uint32_t kFarthestByte = 0xffff;

// 4 * (byte & 0xf), as BPF_MSH has it.
constexpr uint32_t kHeaderLengthMask = 0xf;
constexpr uint32_t kHeaderLengthShift = 2;

bool IsLoad(uint16_t code) { return BPF_CLASS(code) == BPF_LD || BPF_CLASS(code) == BPF_LDX; }

bool IsPacketLoad(uint16_t code) {
  return IsLoad(code) && (BPF_MODE(code) == BPF_ABS || BPF_MODE(code) == BPF_IND || BPF_MODE(code) == BPF_MSH);
}

bool IsShiftByX(uint16_t code) { return code == (BPF_ALU | BPF_LSH | BPF_X) || code == (BPF_ALU | BPF_RSH | BPF_X); }

bool UsesX(uint16_t code) {
  switch (BPF_CLASS(code)) {
    case BPF_ALU:
    case BPF_JMP:
      return BPF_SRC(code) == BPF_X;
    default:
      return false;
  }
}

// For each instruction, whether X is small before it on every path: then X and an offset make no sum that wraps. What
// BPF_MSH loads is 60 at most. Jumps go forward only, so one pass in order sees all paths to an instruction before it.
std::vector<bool> WhereXIsSmall(const BpfProgram& program) {
  std::vector<bool> small(program.size() + 1, true);
  for (size_t i = 0; i < program.size(); i++) {
    const sock_filter& instruction = program[i];
    bool after = small[i];
    if (BPF_CLASS(instruction.code) == BPF_LDX) {
      after = BPF_MODE(instruction.code) == BPF_MSH ||
              (BPF_MODE(instruction.code) == BPF_IMM && instruction.k <= kFarthestByte);
    } else if (instruction.code == bpf::kTax) {
      after = false;
    }
    const auto reach = [&small, after](size_t target) { small[target] = small[target] && after; };
    if (BPF_CLASS(instruction.code) == BPF_RET) continue;
    if (BPF_CLASS(instruction.code) != BPF_JMP) {
      reach(i + 1);
    } else if (BPF_OP(instruction.code) == BPF_JA) {
      reach(i + 1 + instruction.k);
    } else {
      reach(i + 1 + instruction.jt);
      reach(i + 1 + instruction.jf);
    }
  }
  return small;
}

void RefuseIfFar(BpfAssembler& assembler) {
  const BpfAssembler::Label far = assembler.NewLabel();
  const BpfAssembler::Label near = assembler.NewLabel();
  assembler.AddBranch(bpf::kBranchIfGreater, kFarthestByte, far, near);
  assembler.Bind(far);
  assembler.Add(bpf::kReturn, 0);
  assembler.Bind(near);
}

// A packet that begins at a byte known beforehand.
class FixedStart {
 public:
  FixedStart(BpfAssembler& assembler, const BpfProgram& program, uint32_t start)
      : assembler_(assembler), start_(start), small_x_(WhereXIsSmall(program)) {}

  void AddPlain(const sock_filter& instruction, size_t index) {
    const uint16_t code = instruction.code;
    if (IsPacketLoad(code)) {
      // X is needed after the load, A is not: the load is what fills it.
      if (BPF_MODE(code) == BPF_IND && !small_x_[index]) {
        assembler_.Add(bpf::kTxa, 0);
        RefuseIfFar(assembler_);
      }
      assembler_.Add(code, instruction.k + start_);
      return;
    }
    assembler_.Add(code, instruction.k);
    if (code == bpf::kLoadLength) assembler_.Add(bpf::kSubtract, start_);
  }

  void AddTest(const sock_filter& test, BpfAssembler::Label if_true, BpfAssembler::Label if_false) {
    assembler_.AddBranch(test.code, test.k, if_true, if_false);
  }

 private:
  BpfAssembler& assembler_;
  const uint32_t start_;
  const std::vector<bool> small_x_;
};

// A packet that begins at a byte whose number lies in memory.
class StoredStart {
 public:
  StoredStart(BpfAssembler& assembler, const ScratchWords& words) : assembler_(assembler), words_(words) {
    assembler_.Add(bpf::kLoadConstant, 0);
    assembler_.Add(BPF_ST, words_.index);
  }

  void AddPlain(const sock_filter& instruction, size_t) {
    const uint16_t code = instruction.code;
    switch (BPF_CLASS(code)) {
      case BPF_LD:
        AddLoad(instruction);
        return;
      case BPF_LDX:
        AddLoadToX(instruction);
        return;
      case BPF_STX:
        LoadX(words_.index);
        break;
      case BPF_MISC:
        // Both registers are equal afterwards, so one of them is copied to or from memory.
        assembler_.Add(code == bpf::kTax ? BPF_ST : bpf::kLoadMemory, words_.index);
        return;
      default:
        if (UsesX(code)) LoadX(words_.index);
        break;
    }
    assembler_.Add(code, instruction.k);
  }

  void AddTest(const sock_filter& test, BpfAssembler::Label if_true, BpfAssembler::Label if_false) {
    if (UsesX(test.code)) LoadX(words_.index);
    assembler_.AddBranch(test.code, test.k, if_true, if_false);
  }

 private:
  void LoadX(uint32_t word) { assembler_.Add(bpf::kLoadMemoryToX, word); }

  void AddLoad(const sock_filter& load) {
    switch (BPF_MODE(load.code)) {
      case BPF_ABS:
        LoadX(words_.start);
        assembler_.Add(static_cast<uint16_t>(BPF_LD | BPF_SIZE(load.code) | BPF_IND), load.k);
        break;
      case BPF_IND:
        assembler_.Add(bpf::kLoadMemory, words_.index);
        RefuseIfFar(assembler_);
        LoadX(words_.start);
        assembler_.Add(bpf::kAddX, 0);
        assembler_.Add(bpf::kTax, 0);
        assembler_.Add(load.code, load.k);
        break;
      case BPF_LEN:
        assembler_.Add(load.code, load.k);
        LoadX(words_.start);
        assembler_.Add(bpf::kSubtractX, 0);
        break;
      default:
        assembler_.Add(load.code, load.k);
        break;
    }
  }

  void AddLoadToX(const sock_filter& load) {
    if (BPF_MODE(load.code) != BPF_MSH) {
      assembler_.Add(load.code, load.k);
      assembler_.Add(BPF_STX, words_.index);
      return;
    }
    assembler_.Add(BPF_ST, words_.accumulator);
    LoadX(words_.start);
    assembler_.Add(bpf::kLoadByteAtX, load.k);
    assembler_.Add(bpf::kAnd, kHeaderLengthMask);
    assembler_.Add(bpf::kShiftLeft, kHeaderLengthShift);
    assembler_.Add(BPF_ST, words_.index);
    assembler_.Add(bpf::kLoadMemory, words_.accumulator);
  }

  BpfAssembler& assembler_;
  const ScratchWords words_;
};

template <typename Mover>
void AddMoved(BpfAssembler& assembler, const BpfProgram& program, Mover& mover) {
  AddRewritten(
      assembler, program,
      [&mover](const sock_filter& test, BpfAssembler::Label if_true, BpfAssembler::Label if_false) {
        mover.AddTest(test, if_true, if_false);
      },
      [&](const sock_filter& instruction, size_t index) {
        if (BPF_CLASS(instruction.code) == BPF_RET) {
          assembler.Add(bpf::kReturn, instruction.k == 0 ? 0 : kAcceptAll);
        } else if ((instruction.code & kOfDatagram) != 0) {
          assembler.Add(instruction.code & ~kOfDatagram, instruction.k);
        } else if (IsPacketLoad(instruction.code) && instruction.k > kFarthestByte) {
          assembler.Add(bpf::kReturn, 0);
        } else {
          mover.AddPlain(instruction, index);
        }
      });
}

}  // namespace

std::string WhyNotMovable(const BpfProgram& program) {
  if (HasLoop(program)) return "it has a loop";
  for (const sock_filter& instruction : program) {
    if (ReadsAncillaryData(instruction)) return "it asks for what only an interface's packets have";
    if (IsShiftByX(instruction.code)) return "it shifts by a number of the packet's own";
    if (instruction.code == (BPF_LDX | BPF_W | BPF_LEN)) return "it takes the packet's length for an index";
    if (BPF_CLASS(instruction.code) == BPF_RET && BPF_RVAL(instruction.code) != BPF_K) {
      return "it returns a number of the packet's own";
    }
  }
  return {};
}

void AddBehind(BpfAssembler& assembler, const BpfProgram& program, uint32_t start) {
  FixedStart mover(assembler, program, start);
  AddMoved(assembler, program, mover);
}

bool FindScratchWords(const std::vector<const BpfProgram*>& programs, ScratchWords& words) {
  std::bitset<BPF_MEMWORDS> used;
  for (const BpfProgram* program : programs) {
    for (const sock_filter& instruction : *program) {
      const uint16_t kind = BPF_CLASS(instruction.code);
      const bool loads = IsLoad(instruction.code) && BPF_MODE(instruction.code) == BPF_MEM;
      if (loads || kind == BPF_ST || kind == BPF_STX) used.set(instruction.k);
    }
  }
  std::vector<uint32_t> free;
  for (uint32_t word = 0; word < BPF_MEMWORDS; word++) {
    if (!used.test(word)) free.push_back(word);
  }
  if (free.size() < 3) return false;
  words = {free[free.size() - 1], free[free.size() - 2], free[free.size() - 3]};
  return true;
}

void AddBehindStoredStart(BpfAssembler& assembler, const BpfProgram& program, const ScratchWords& words) {
  StoredStart mover(assembler, words);
  AddMoved(assembler, program, mover);
}

}  // namespace fandump
