// Receive time stamps made by the NIC: SIOCSHWTSTAMP and PACKET_TIMESTAMP (kernel documentation, timestamping.rst).
#pragma once

#include <string>

namespace fandump {

// Asks the NIC to stamp every received frame and the socket to hand that stamp on. The NIC keeps the setting after the
// socket is closed. Throws CaptureError EHWTIMESTAMP.
void EnableHardwareTimestamps(int fd, const std::string& interface);

}  // namespace fandump
