// Filter programs where the kernel runs them on packets of which some bytes are missing: an IEEE 802.1Q tag, which it
// has taken off, or a cooked header, which is added later. What it knows of such bytes it tells beside the packet
// (linux/filter.h, SKF_AD_OFF).
#pragma once

#include <span>

#include "bpf/bpf_assembler.h"
#include "types.h"

namespace fandump {

// Bytes of the packet that a program was written for.
struct MissingBytes {
  struct Known {
    uint32_t at;
    uint32_t width;  // 1, 2 or 4
    int told;        // SKF_AD_*, of the same width
  };
  uint32_t begin;
  uint32_t end;
  std::span<const Known> known;
};

// The outermost tag of an Ethernet frame.
MissingBytes TagOfFrame();

// LINKTYPE_LINUX_SLL or _SLL2. What the header says of an address is not known.
MissingBytes CookedHeader(uint16_t link_type);

// Whether every load of program can be answered. Not so for loads of what is not known, or of missing bytes together
// with others, and for those whose place is not known beforehand and may lie in or before the missing bytes.
bool IsRelocatable(const BpfProgram& program, const MissingBytes& missing);

// Adds program to assembler in the form that judges what is left of a packet as program judges all of it. It returns
// accept (a snaplen) for what it accepts, and for what it cannot judge: nothing is refused wrongly, and the caller
// evaluates the original program once the packet is whole.
void AddRelocatedProgram(BpfAssembler& assembler, const BpfProgram& program, const MissingBytes& missing,
                         uint32_t accept);

// Adds program to assembler, unchanged but for what it accepts.
void AddProgram(BpfAssembler& assembler, const BpfProgram& program, uint32_t accept);

}  // namespace fandump
