// Sends frames on an interface, and brings an interface up: for tests that the command makes in a namespace of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace fandump {

// Sets IFF_UP. 0, or the errno; needs CAP_NET_ADMIN.
int BringUp(const std::string& interface);

// Sends one frame, Ethernet header first, by a packet socket, bound or not. 0, or the errno.
int SendFrame(int packet_socket, int interface_index, const uint8_t* frame, size_t length);

}  // namespace fandump
