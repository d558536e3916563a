// Filters made to hold for cooked packets whose header does not exist yet, run beside the original on header and
// packet. Input: a program, which version of the header, what the kernel knows, the packet.
#include "cooked_packets.h"
#include "filter/missing_bytes.h"
#include "program_input.h"

using namespace fandump;
using namespace fandump::test;
using fandump::fuzz::Input;
using fandump::fuzz::Require;
using fandump::fuzz::TakeProgram;

namespace {

constexpr uint32_t kAccept = 96;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input input(data, size);
  const BpfProgram program = TakeProgram(input);
  const uint16_t link_type = input.U8() % 2 == 0 ? kLinkTypeLinuxSll : kLinkTypeLinuxSll2;
  KernelPacket kernel;
  kernel.packet_type = input.U8() % 5;
  kernel.protocol = input.U16();
  kernel.hardware_type = input.U16();
  kernel.interface_index = uint32_t{input.U16()} << 16 | input.U16();
  kernel.bytes = input.Rest();
  KernelPacket wire = kernel;
  wire.bytes = CookedHeaderOf(kernel, link_type);
  wire.bytes.insert(wire.bytes.end(), kernel.bytes.begin(), kernel.bytes.end());

  const uint32_t expected = RunKernelProgram(program, wire) == 0 ? 0 : kAccept;
  BpfAssembler moved;
  AddRelocatedProgram(moved, program, CookedHeader(link_type), kAccept);
  const BpfProgram relocated = moved.Assemble();
  Require(IsLoadable(relocated), "a relocated program that the kernel takes");
  const uint32_t actual = RunKernelProgram(relocated, kernel);
  Require(actual == expected || (actual == kAccept && !IsRelocatable(program, CookedHeader(link_type))),
          "a relocated program that does the same");
  return 0;
}
