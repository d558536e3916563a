#include "filter/missing_bytes.h"

#include <algorithm>

#include "bpf/bpf_rewriter.h"
#include "header_layout.h"

namespace fandump {
namespace {

using Known = MissingBytes::Known;

constexpr uint32_t kTagAt = ethernet::kAddressesLength;

constexpr Known kTag[] = {
    {kTagAt, 2, SKF_AD_VLAN_TPID},
    {kTagAt + 2, 2, SKF_AD_VLAN_TAG},
};

constexpr Known kSll[] = {
    {sll::kPacketTypeAt, 2, SKF_AD_PKTTYPE},
    {sll::kHardwareTypeAt, 2, SKF_AD_HATYPE},
    {sll::kTypeAt, 2, SKF_AD_PROTOCOL},
};

constexpr Known kSll2[] = {
    {sll2::kTypeAt, 2, SKF_AD_PROTOCOL},
    {sll2::kInterfaceAt, 4, SKF_AD_IFINDEX},
    {sll2::kHardwareTypeAt, 2, SKF_AD_HATYPE},
    {sll2::kPacketTypeAt, 1, SKF_AD_PKTTYPE},
};

enum class Relocation {
  kUnchanged,
  kMovedDown,  // reads behind the missing bytes
  kTold,       // reads what the kernel tells
  kLonger,     // reads the packet's length
  kReturn,
  kImpossible,
};

uint32_t LoadWidth(const sock_filter& load) {
  switch (BPF_SIZE(load.code)) {
    case BPF_W:
      return 4;
    case BPF_H:
      return 2;
    default:
      return 1;
  }
}

// What holds all that the load takes; nullptr: nothing.
const Known* KnownOf(const sock_filter& load, const MissingBytes& missing) {
  const auto holds = [&load](const Known& known) {
    return load.k >= known.at && load.k + LoadWidth(load) <= known.at + known.width;
  };
  const auto found = std::find_if(missing.known.begin(), missing.known.end(), holds);
  return found == missing.known.end() ? nullptr : &*found;
}

Relocation RelocateAbsoluteLoad(const sock_filter& load, const MissingBytes& missing) {
  if (load.k >= static_cast<uint32_t>(SKF_LL_OFF)) return Relocation::kUnchanged;  // the kernel's own, not a byte
  if (load.k >= missing.end) return Relocation::kMovedDown;
  if (load.k + LoadWidth(load) <= missing.begin) return Relocation::kUnchanged;
  return KnownOf(load, missing) != nullptr ? Relocation::kTold : Relocation::kImpossible;
}

Relocation RelocateLoad(const sock_filter& load, const MissingBytes& missing) {
  const bool to_x = BPF_CLASS(load.code) == BPF_LDX;
  switch (BPF_MODE(load.code)) {
    case BPF_ABS:
      return RelocateAbsoluteLoad(load, missing);
    case BPF_IND:
      // X is never negative: with k behind the missing bytes, the place is behind them too.
      return load.k >= missing.end ? Relocation::kMovedDown : Relocation::kImpossible;
    case BPF_MSH:
      if (load.k >= missing.end) return Relocation::kMovedDown;
      return load.k < missing.begin ? Relocation::kUnchanged : Relocation::kImpossible;
    case BPF_LEN:
      // There is no addition to X that would leave the accumulator alone.
      return to_x ? Relocation::kImpossible : Relocation::kLonger;
    default:
      return Relocation::kUnchanged;  // constants and scratch memory
  }
}

Relocation RelocationOf(const sock_filter& instruction, const MissingBytes& missing) {
  switch (BPF_CLASS(instruction.code)) {
    case BPF_LD:
    case BPF_LDX:
      return RelocateLoad(instruction, missing);
    case BPF_RET:
      return Relocation::kReturn;
    default:
      return Relocation::kUnchanged;
  }
}

// The part that the load takes of what the kernel tells.
void AddToldLoad(BpfAssembler& assembler, const sock_filter& load, const Known& known) {
  constexpr uint32_t kBitsPerByte = 8;
  const uint32_t width = LoadWidth(load);
  assembler.Add(bpf::kLoadWord, static_cast<uint32_t>(SKF_AD_OFF + known.told));
  const uint32_t bytes_behind = known.at + known.width - (load.k + width);
  if (bytes_behind > 0) assembler.Add(bpf::kShiftRight, bytes_behind * kBitsPerByte);
  if (width < known.width) assembler.Add(bpf::kAnd, (uint32_t{1} << width * kBitsPerByte) - 1);
}

// Tests stay as they are.
auto TestsOf(BpfAssembler& assembler) {
  return [&assembler](const sock_filter& test, BpfAssembler::Label if_true, BpfAssembler::Label if_false) {
    assembler.AddBranch(test.code, test.k, if_true, if_false);
  };
}

void AddReturn(BpfAssembler& assembler, const sock_filter& instruction, uint32_t accept) {
  assembler.Add(instruction.code, instruction.k == 0 ? 0 : accept);
}

}  // namespace

MissingBytes TagOfFrame() { return {kTagAt, kTagAt + vlan::kLength, kTag}; }

MissingBytes CookedHeader(uint16_t link_type) {
  if (link_type == kLinkTypeLinuxSll) return {0, sll::kLength, kSll};
  return {0, sll2::kLength, kSll2};
}

bool IsRelocatable(const BpfProgram& program, const MissingBytes& missing) {
  return std::none_of(program.begin(), program.end(), [&missing](const sock_filter& instruction) {
    return RelocationOf(instruction, missing) == Relocation::kImpossible;
  });
}

void AddRelocatedProgram(BpfAssembler& assembler, const BpfProgram& program, const MissingBytes& missing,
                         uint32_t accept) {
  const uint32_t length = missing.end - missing.begin;
  AddRewritten(assembler, program, TestsOf(assembler), [&](const sock_filter& instruction, size_t) {
    switch (RelocationOf(instruction, missing)) {
      case Relocation::kUnchanged:
        assembler.Add(instruction.code, instruction.k);
        break;
      case Relocation::kMovedDown:
        assembler.Add(instruction.code, instruction.k - length);
        break;
      case Relocation::kTold:
        AddToldLoad(assembler, instruction, *KnownOf(instruction, missing));
        break;
      case Relocation::kLonger:
        assembler.Add(instruction.code, instruction.k);
        assembler.Add(bpf::kAdd, length);
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

void AddProgram(BpfAssembler& assembler, const BpfProgram& program, uint32_t accept) {
  AddRewritten(assembler, program, TestsOf(assembler), [&](const sock_filter& instruction, size_t) {
    if (BPF_CLASS(instruction.code) == BPF_RET) {
      AddReturn(assembler, instruction, accept);
    } else {
      assembler.Add(instruction.code, instruction.k);
    }
  });
}

}  // namespace fandump
