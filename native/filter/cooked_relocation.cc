#include "filter/cooked_relocation.h"

#include <algorithm>
#include <span>

#include "bpf/bpf_rewriter.h"
#include "filter/relocation.h"
#include "header_layout.h"

namespace fandump {
namespace {

// A field of the header, and where the kernel tells its value.
struct Field {
  uint32_t at;
  uint32_t width;
  int ancillary;  // behind SKF_AD_OFF
};

constexpr Field kSllFields[] = {
    {sll::kPacketTypeAt, 2, SKF_AD_PKTTYPE},
    {sll::kHardwareTypeAt, 2, SKF_AD_HATYPE},
    {sll::kTypeAt, 2, SKF_AD_PROTOCOL},
};

constexpr Field kSll2Fields[] = {
    {sll2::kTypeAt, 2, SKF_AD_PROTOCOL},
    {sll2::kInterfaceAt, 4, SKF_AD_IFINDEX},
    {sll2::kHardwareTypeAt, 2, SKF_AD_HATYPE},
    {sll2::kPacketTypeAt, 1, SKF_AD_PKTTYPE},
};

struct Header {
  std::span<const Field> fields;
  uint32_t length;

  // The field that a load takes, all of it or a part; nullptr: none.
  const Field* FieldOf(const sock_filter& load) const {
    const auto holds = [&load](const Field& field) {
      return load.k >= field.at && load.k + LoadWidth(load.code) <= field.at + field.width;
    };
    const auto found = std::find_if(fields.begin(), fields.end(), holds);
    return found == fields.end() ? nullptr : &*found;
  }
};

Header HeaderOf(uint16_t link_type) {
  return link_type == kLinkTypeLinuxSll ? Header{kSllFields, sll::kLength} : Header{kSll2Fields, sll2::kLength};
}

enum class Relocation {
  kUnchanged,
  kMovedDown,   // reads behind the header
  kFromKernel,  // reads a field of the header
  kLonger,      // reads the packet's length
  kReturn,
  kImpossible,
};

Relocation RelocateLoad(const sock_filter& load, const Header& header) {
  const bool to_x = BPF_CLASS(load.code) == BPF_LDX;
  switch (BPF_MODE(load.code)) {
    case BPF_ABS:
      if (load.k >= static_cast<uint32_t>(SKF_LL_OFF)) return Relocation::kUnchanged;  // the kernel's own, not a byte
      if (load.k >= header.length) return Relocation::kMovedDown;
      return header.FieldOf(load) != nullptr ? Relocation::kFromKernel : Relocation::kImpossible;
    case BPF_IND:
    case BPF_MSH:
      // X is never negative: with k behind the header, the place is behind it too.
      return load.k >= header.length ? Relocation::kMovedDown : Relocation::kImpossible;
    case BPF_LEN:
      // There is no addition to X that would leave the accumulator alone.
      return to_x ? Relocation::kImpossible : Relocation::kLonger;
    default:
      return Relocation::kUnchanged;  // constants and scratch memory
  }
}

Relocation RelocationOf(const sock_filter& instruction, const Header& header) {
  switch (BPF_CLASS(instruction.code)) {
    case BPF_LD:
    case BPF_LDX:
      return RelocateLoad(instruction, header);
    case BPF_RET:
      return Relocation::kReturn;
    default:
      return Relocation::kUnchanged;
  }
}

// The part of the field that the load takes.
void AddFieldLoad(BpfAssembler& assembler, const sock_filter& load, const Field& field) {
  constexpr uint32_t kBitsPerByte = 8;
  const uint32_t width = LoadWidth(load.code);
  assembler.Add(bpf::kLoadWord, static_cast<uint32_t>(SKF_AD_OFF + field.ancillary));
  const uint32_t bytes_behind = field.at + field.width - (load.k + width);
  if (bytes_behind > 0) assembler.Add(bpf::kShiftRight, bytes_behind * kBitsPerByte);
  if (width < field.width) assembler.Add(bpf::kAnd, (uint32_t{1} << width * kBitsPerByte) - 1);
}

}  // namespace

bool IsCookedRelocatable(const BpfProgram& program, uint16_t link_type) {
  const Header header = HeaderOf(link_type);
  return std::none_of(program.begin(), program.end(), [&header](const sock_filter& instruction) {
    return RelocationOf(instruction, header) == Relocation::kImpossible;
  });
}

void AddCookedProgram(BpfAssembler& assembler, const BpfProgram& program, uint16_t link_type, uint32_t accept) {
  const Header header = HeaderOf(link_type);
  AddRewritten(assembler, program, TestsOf(assembler), [&](const sock_filter& instruction, size_t) {
    switch (RelocationOf(instruction, header)) {
      case Relocation::kUnchanged:
        assembler.Add(instruction.code, instruction.k);
        break;
      case Relocation::kMovedDown:
        assembler.Add(instruction.code, instruction.k - header.length);
        break;
      case Relocation::kFromKernel:
        AddFieldLoad(assembler, instruction, *header.FieldOf(instruction));
        break;
      case Relocation::kLonger:
        assembler.Add(instruction.code, instruction.k);
        assembler.Add(bpf::kAdd, header.length);
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
