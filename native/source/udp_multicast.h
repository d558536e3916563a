// Multicast groups of a UDP socket: the protocol-independent calls of RFC 3678.
#pragma once

#include <string>

#include "source/udp_address.h"
#include "source/udp_options.h"

namespace fandump {

// Whether a socket bound there gets datagrams to the group once it has joined.
bool CanHear(const UdpAddress& bound, const MulticastGroup& group);

// Joins; the membership ends with the socket, which from here on hears none that other sockets of this host have
// joined. family: the socket's. uri: of the source, for messages. Throws CaptureError "EMULTICAST_GROUP".
void JoinMulticastGroup(int fd, int family, const MulticastGroup& group, const std::string& uri);

}  // namespace fandump
