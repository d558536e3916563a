// IEEE 802.1Q tags that the kernel has taken off: a filter written for the bytes of the wire, made to hold for the
// bytes that are left and the tag in the packet's metadata (linux/filter.h: SKF_AD_VLAN_TPID, SKF_AD_VLAN_TAG).
#pragma once

#include "bpf/bpf_assembler.h"

namespace fandump {

// Whether every load of program can be answered from the stripped bytes and the metadata. Not so for loads that mix
// bytes of the tag with others, or whose place is not known beforehand and may lie in or before the tag.
bool IsRelocatable(const BpfProgram& program);

// Adds program to assembler, unchanged but for what it accepts: accept bytes (a snaplen).
void AddProgram(BpfAssembler& assembler, const BpfProgram& program, uint32_t accept);

// Adds program, an Ethernet filter, in the form that holds for a packet whose outer tag lies in the metadata.
// Where a load cannot be answered (see above) the packet is accepted: nothing is refused wrongly, and the caller
// evaluates the original program once the tag is back in the bytes.
void AddRelocatedProgram(BpfAssembler& assembler, const BpfProgram& program, uint32_t accept);

}  // namespace fandump
