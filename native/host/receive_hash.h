// How a device spreads packets over its queues, and what else only ioctl(2) SIOCETHTOOL tells on every kernel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fandump {

// Receive side scaling (Documentation/networking/scaling.rst).
struct ReceiveHash {
  std::vector<uint8_t> key;       // of the Toeplitz hash; empty where the device does not show it
  uint32_t queues = 0;            // that the indirection table names; 0 without a table
  bool symmetric_input = false;   // RXH_XFRM_SYM_*: addresses and ports are joined before they are hashed
  std::optional<bool> udp_ports;  // whether ports of UDP over IPv4 are hashed too
};

// What a driver says of itself (ETHTOOL_GDRVINFO); empty where it does not say.
struct DriverFacts {
  std::string driver;
  std::string bus;  // "0000:03:00.0", "virtio2"
};

// Nothing where the device has no such thing. No right is needed.
std::optional<ReceiveHash> ReadReceiveHash(const std::string& interface);
DriverFacts ReadDriver(const std::string& interface);
// Largest payload of a frame in bytes; nothing where there is no such interface.
std::optional<uint32_t> ReadMtu(const std::string& interface);

}  // namespace fandump
