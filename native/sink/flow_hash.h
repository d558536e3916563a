// A number for a packet's flow that is the same in both directions.
#pragma once

#include <cstddef>
#include <cstdint>

#include "types.h"

namespace fandump {

// Of addresses, ports and protocol; of fragments (all of a datagram have to go one way) of addresses and protocol only;
// of Ethernet frames without IP of the stations. Packets of link types other than Ethernet and raw IP all have one.
// Reads nothing behind size bytes.
uint32_t SymmetricFlowHash(const uint8_t* data, size_t size, uint16_t link_type);

}  // namespace fandump
