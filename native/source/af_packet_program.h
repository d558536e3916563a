// The classic BPF program that a packet socket runs on every packet before it enters the ring.
#pragma once

#include "types.h"

namespace fandump {

// Sent packets that do not come in.
enum class OutgoingRefusal {
  kNone,
  kOnLoopback,  // for a socket of all interfaces: there every packet would come twice
  kAll,
};

// filter: complete, its return value is the number of bytes to keep; empty accepts everything.
// snaplen: what an empty filter returns. refusal: they are refused before filter sees them, by packet type and hence on
// any kernel. Returns an empty program when nothing is to be refused or cut.
BpfProgram KernelProgram(const BpfProgram& filter, uint32_t snaplen, OutgoingRefusal refusal);

}  // namespace fandump
