// The classic BPF program that a packet socket runs on every packet before it enters the ring.
#pragma once

#include "types.h"

namespace fandump {

// filter: complete, its return value is the number of bytes to keep; empty accepts everything.
// snaplen: what an empty filter returns. refuse_outgoing: sent packets are refused before filter sees them, by packet
// type and hence on any kernel. Returns an empty program when nothing is to be refused or cut.
BpfProgram KernelProgram(const BpfProgram& filter, uint32_t snaplen, bool refuse_outgoing);

}  // namespace fandump
