// PCAP over IP: a savefile's bytes that come by a TCP connection.
#pragma once

#include <memory>

#include "source/savefile.h"
#include "tcp_socket.h"

namespace fandump {

// Connects, or listens and waits for one connection, after which nobody else is taken; the source is still to be
// opened, which waits for the savefile's header. Where the connection ends the source ends; it is not made again. A
// savefile cut by the end is an error, as in a file. Throws CaptureError: those of ListenTcp and ConnectTcp, and
// ETCP_ACCEPT.
std::unique_ptr<SavefileSource> OpenPcapOverIp(const TcpOptions& options);

}  // namespace fandump
