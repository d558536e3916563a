#include "filter/vlan_relocation.h"

#include "bpf/bpf_rewriter.h"
#include "filter/relocation.h"

namespace fandump {
namespace {

// On the wire: two addresses, then the tag (TPID and TCI), then the rest.
constexpr uint32_t kTagOffset = 12;
constexpr uint32_t kTciOffset = 14;
constexpr uint32_t kTagEnd = 16;
constexpr uint32_t kTagLength = kTagEnd - kTagOffset;

constexpr uint32_t kLoadTpid = SKF_AD_OFF + SKF_AD_VLAN_TPID;
constexpr uint32_t kLoadTci = SKF_AD_OFF + SKF_AD_VLAN_TAG;

enum class Relocation {
  kUnchanged,
  kMovedDown,  // reads behind the tag
  kFromTag,    // reads the TPID, the TCI, or one byte of them
  kLonger,     // reads the packet's length
  kReturn,
  kImpossible,
};

Relocation RelocateAbsoluteLoad(const sock_filter& load) {
  if (load.k >= static_cast<uint32_t>(SKF_LL_OFF)) return Relocation::kUnchanged;  // the kernel's own, not a byte
  const uint32_t width = LoadWidth(load.code);
  if (load.k >= kTagEnd) return Relocation::kMovedDown;
  if (load.k + width <= kTagOffset) return Relocation::kUnchanged;
  if (width == 1) return Relocation::kFromTag;
  if (width == 2 && (load.k == kTagOffset || load.k == kTciOffset)) return Relocation::kFromTag;
  return Relocation::kImpossible;
}

Relocation RelocateLoad(const sock_filter& load) {
  const bool to_x = BPF_CLASS(load.code) == BPF_LDX;
  switch (BPF_MODE(load.code)) {
    case BPF_ABS:
      return RelocateAbsoluteLoad(load);
    case BPF_IND:
      // X is never negative: with k behind the tag, the place is behind it too.
      return load.k >= kTagEnd ? Relocation::kMovedDown : Relocation::kImpossible;
    case BPF_MSH:
      if (load.k >= kTagEnd) return Relocation::kMovedDown;
      return load.k < kTagOffset ? Relocation::kUnchanged : Relocation::kImpossible;
    case BPF_LEN:
      // There is no addition to X that would leave the accumulator alone.
      return to_x ? Relocation::kImpossible : Relocation::kLonger;
    default:
      return Relocation::kUnchanged;  // constants and scratch memory
  }
}

Relocation RelocationOf(const sock_filter& instruction) {
  switch (BPF_CLASS(instruction.code)) {
    case BPF_LD:
    case BPF_LDX:
      return RelocateLoad(instruction);
    case BPF_RET:
      return Relocation::kReturn;
    default:
      return Relocation::kUnchanged;
  }
}

// BPF_B loads of the tag take the wanted half of the 16 bits that the kernel gives.
void AddTagLoad(BpfAssembler& assembler, const sock_filter& load) {
  assembler.Add(bpf::kLoadWord, load.k < kTciOffset ? kLoadTpid : kLoadTci);
  if (LoadWidth(load.code) == 2) return;
  const bool high_byte = load.k == kTagOffset || load.k == kTciOffset;
  if (high_byte) {
    assembler.Add(bpf::kShiftRight, 8);
  } else {
    assembler.Add(bpf::kAnd, 0xff);
  }
}

}  // namespace

bool IsRelocatable(const BpfProgram& program) {
  for (const sock_filter& instruction : program) {
    if (RelocationOf(instruction) == Relocation::kImpossible) return false;
  }
  return true;
}

void AddProgram(BpfAssembler& assembler, const BpfProgram& program, uint32_t accept) {
  AddRewritten(assembler, program, TestsOf(assembler), [&](const sock_filter& instruction, size_t) {
    if (BPF_CLASS(instruction.code) == BPF_RET) {
      AddReturn(assembler, instruction, accept);
    } else {
      assembler.Add(instruction.code, instruction.k);
    }
  });
}

void AddRelocatedProgram(BpfAssembler& assembler, const BpfProgram& program, uint32_t accept) {
  AddRewritten(assembler, program, TestsOf(assembler), [&](const sock_filter& instruction, size_t) {
    switch (RelocationOf(instruction)) {
      case Relocation::kUnchanged:
        assembler.Add(instruction.code, instruction.k);
        break;
      case Relocation::kMovedDown:
        assembler.Add(instruction.code, instruction.k - kTagLength);
        break;
      case Relocation::kFromTag:
        AddTagLoad(assembler, instruction);
        break;
      case Relocation::kLonger:
        assembler.Add(instruction.code, instruction.k);
        assembler.Add(bpf::kAdd, kTagLength);
        break;
      case Relocation::kReturn:
        AddReturn(assembler, instruction, accept);
        break;
      case Relocation::kImpossible:
        assembler.Add(bpf::kReturn, accept);
        break;
    }
  });
}

}  // namespace fandump
