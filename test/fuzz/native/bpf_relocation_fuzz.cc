// Filters made to hold for frames whose outer tag lies in the metadata, run beside the original on the bytes of the
// wire. Input: a program, the tag (32 bits), packet type, the frame without the tag.
#include "bpf/bpf_assembler.h"
#include "filter/missing_bytes.h"
#include "filter_bpf_machine.h"
#include "program_input.h"

using namespace fandump;
using namespace fandump::test;
using fandump::fuzz::Input;
using fandump::fuzz::Require;
using fandump::fuzz::TakeProgram;

namespace {

constexpr uint32_t kAccept = 96;
constexpr size_t kEthernetHeaderLength = 14;
constexpr std::ptrdiff_t kTagOffset = 12;

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
  AddRelocatedProgram(moved, program, TagOfFrame(), kAccept);
  const BpfProgram relocated = moved.Assemble();
  Require(IsLoadable(relocated), "a relocated program that the kernel takes");
  const uint32_t actual = RunKernelProgram(relocated, kernel);
  Require(actual == expected || (actual == kAccept && !IsRelocatable(program, TagOfFrame())),
          "a relocated program that does the same");
  return 0;
}
