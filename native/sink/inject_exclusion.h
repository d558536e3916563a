// The start of a packet socket's program that keeps what an af_packet sink sends from being captured and sent again.
#pragma once

#include "types.h"

namespace fandump {

// Refuses what carries the mark (SO_MARK of socket(7)), and lets everything else come to filter. The mark stays with a
// packet through bridges, VLANs and veth pairs of one network namespace. filter: complete; empty: accepts everything,
// cut to snaplen.
BpfProgram ExcludeMark(uint32_t mark, const BpfProgram& filter, uint32_t snaplen);

}  // namespace fandump
