// Filter programs for packets that begin with a cooked header, where the kernel runs them: on the bytes behind that
// header, which does not exist yet.
#pragma once

#include "bpf/bpf_assembler.h"
#include "types.h"

namespace fandump {

// Whether each instruction has a counterpart. What the header says of an address has none: the kernel does not tell a
// program. link_type: LINKTYPE_LINUX_SLL or _SLL2.
bool IsCookedRelocatable(const BpfProgram& program, uint16_t link_type);

// Adds the program so that it judges the packet behind the header as it would judge both. It returns accept for what it
// accepts, and for what it cannot judge.
void AddCookedProgram(BpfAssembler& assembler, const BpfProgram& program, uint16_t link_type, uint32_t accept);

}  // namespace fandump
