// Filters made to hold for the packet inside a tunnel, beside the original on that packet alone. Input: a program, how
// many bytes lie before the packet (8 bits), these and the packet.
#include "bpf/bpf_codes.h"
#include "filter/tunnel_relocation.h"
#include "filter_bpf_machine.h"
#include "program_input.h"

using namespace fandump;
using namespace fandump::test;
using fandump::fuzz::Input;
using fandump::fuzz::Require;
using fandump::fuzz::TakeProgram;

namespace {

bool Accepts(const BpfProgram& program, const KernelPacket& packet) {
  Require(IsLoadable(program), "a moved program that the kernel takes");
  return RunKernelProgram(program, packet) != 0;
}

BpfProgram BehindStoredStart(const BpfProgram& program, uint32_t start, const ScratchWords& words) {
  BpfAssembler assembler;
  assembler.Add(bpf::kLoadConstant, start);
  assembler.Add(BPF_ST, words.start);
  AddBehindStoredStart(assembler, program, words);
  return assembler.Assemble();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input input(data, size);
  const BpfProgram program = TakeProgram(input);
  const size_t wanted = input.U8();
  KernelPacket packet;
  packet.bytes = input.Rest();
  const size_t start = std::min(wanted, packet.bytes.size());
  if (!IsLoadable(program) || !WhyNotMovable(program).empty()) return 0;

  const std::vector<uint8_t> inside(packet.bytes.begin() + static_cast<std::ptrdiff_t>(start), packet.bytes.end());
  const bool expected = RunOnBytes(program, inside) != 0;
  BpfAssembler assembler;
  AddBehind(assembler, program, static_cast<uint32_t>(start));
  Require(Accepts(assembler.Assemble(), packet) == expected, "a program moved by a number that does the same");
  ScratchWords words;
  if (!FindScratchWords({&program}, words)) return 0;
  Require(Accepts(BehindStoredStart(program, static_cast<uint32_t>(start), words), packet) == expected,
          "a program moved by a word of memory that does the same");
  return 0;
}
