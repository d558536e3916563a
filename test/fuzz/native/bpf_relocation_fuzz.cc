// Filters made to hold for frames whose outer tag lies in the metadata, run beside the original on the bytes of the
// wire. Input: number of instructions, these (six bytes each), the tag (32 bits), packet type, the frame without the tag.
#include "bpf/bpf_assembler.h"
#include "filter/vlan_relocation.h"
#include "filter_bpf_machine.h"
#include "input.h"

using namespace fandump;
using namespace fandump::test;
using fandump::fuzz::Input;
using fandump::fuzz::Require;

namespace {

constexpr uint32_t kAccept = 96;
constexpr size_t kMaxInstructions = 64;
constexpr size_t kEthernetHeaderLength = 14;
constexpr std::ptrdiff_t kTagOffset = 12;

constexpr uint16_t kLoads[] = {
    BPF_LD | BPF_B | BPF_ABS, BPF_LD | BPF_H | BPF_ABS, BPF_LD | BPF_W | BPF_ABS, BPF_LD | BPF_B | BPF_IND,
    BPF_LD | BPF_H | BPF_IND, BPF_LD | BPF_W | BPF_IND, BPF_LD | BPF_IMM,         BPF_LD | BPF_MEM,
    BPF_LD | BPF_W | BPF_LEN, BPF_LDX | BPF_IMM,        BPF_LDX | BPF_MEM,        BPF_LDX | BPF_W | BPF_LEN,
    BPF_LDX | BPF_B | BPF_MSH, BPF_ST,                  BPF_STX};
constexpr uint16_t kOperations[] = {BPF_ADD, BPF_SUB, BPF_MUL, BPF_DIV, BPF_OR,  BPF_AND,
                                    BPF_LSH, BPF_RSH, BPF_NEG, BPF_MOD, BPF_XOR};
constexpr uint16_t kTests[] = {BPF_JEQ, BPF_JGT, BPF_JGE, BPF_JSET};

// behind: instructions that follow this one, one at least.
sock_filter TakeInstruction(Input& input, size_t behind) {
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

BpfProgram TakeProgram(Input& input) {
  const size_t length = 1 + input.U8() % kMaxInstructions;
  BpfProgram program;
  while (program.size() + 1 < length) program.push_back(TakeInstruction(input, length - 1 - program.size()));
  program.push_back({BPF_RET | BPF_K, 0, 0, 1u});
  return program;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input input(data, size);
  const BpfProgram program = TakeProgram(input);
  KernelPacket kernel;
  kernel.has_tag = true;
  kernel.tpid = input.U16();
  kernel.tci = input.U16();
  kernel.packet_type = input.U8() % 5;
  kernel.bytes = input.Rest();
  if (kernel.bytes.size() < kEthernetHeaderLength) kernel.bytes.resize(kEthernetHeaderLength);
  KernelPacket wire = kernel;
  const uint8_t tag[] = {static_cast<uint8_t>(kernel.tpid >> 8), static_cast<uint8_t>(kernel.tpid),
                         static_cast<uint8_t>(kernel.tci >> 8), static_cast<uint8_t>(kernel.tci)};
  wire.bytes.insert(wire.bytes.begin() + kTagOffset, std::begin(tag), std::end(tag));

  const uint32_t expected = RunKernelProgram(program, wire) == 0 ? 0 : kAccept;
  BpfAssembler same;
  AddProgram(same, program, kAccept);
  const BpfProgram copied = same.Assemble();
  Require(IsLoadable(copied), "a copied program that the kernel takes");
  Require(RunKernelProgram(copied, wire) == expected, "a copied program that does the same");

  BpfAssembler moved;
  AddRelocatedProgram(moved, program, kAccept);
  const BpfProgram relocated = moved.Assemble();
  Require(IsLoadable(relocated), "a relocated program that the kernel takes");
  const uint32_t actual = RunKernelProgram(relocated, kernel);
  Require(actual == expected || (actual == kAccept && !IsRelocatable(program)), "a relocated program that does the same");
  return 0;
}
