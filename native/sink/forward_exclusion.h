// The start of a packet socket's program that keeps a sink's own datagrams from being captured and sent again.
#pragma once

#include <sys/socket.h>

#include "types.h"

namespace fandump {

// Refuses, and lets everything else come to filter: UDP datagrams to the destination's address and port, fragments of
// UDP datagrams to that address (they have no ports), and ICMP errors that quote such a datagram, since each of those
// would be sent on and bring the next. filter: complete; empty: accepts everything, cut to snaplen.
// The link header may be of any kind; frame_header: its bytes (0 where there is none).
BpfProgram ExcludeDestination(const sockaddr_storage& destination, uint32_t frame_header, const BpfProgram& filter,
                              uint32_t snaplen);

}  // namespace fandump
