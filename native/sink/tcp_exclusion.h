// The start of a packet socket's program that keeps a sink's own TCP connections from being captured and sent again.
#pragma once

#include "tcp_socket.h"
#include "types.h"

namespace fandump {

// Refuses TCP segments that come from or go to the endpoint, and lets everything else come to filter. An endpoint with
// the wildcard address is a port of any address, of IPv4 and with [::] of IPv6, too. filter: complete; empty: accepts
// everything, cut to snaplen. frame_header: bytes of the link header (0 where there is none).
BpfProgram ExcludeTcpEndpoint(const TcpEndpoint& endpoint, uint32_t frame_header, const BpfProgram& filter,
                              uint32_t snaplen);

}  // namespace fandump
