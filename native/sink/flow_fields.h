// The fields of a packet that name its flow, found from the link header on.
#pragma once

#include <cstddef>
#include <cstdint>

#include "types.h"

namespace fandump {

// Points into the packet. What is not there is 0 or nullptr.
struct FlowFields {
  uint16_t ether_type = 0;  // behind tags; below 0x0600 a length (IEEE 802.3); without such a header IP's
  uint8_t family = 0;       // AF_INET or AF_INET6; 0: no IP, or cut short within its header
  uint8_t protocol = 0;     // IP's, behind extension headers
  uint8_t address_length = 0;
  bool has_ports = false;  // not in fragments: the later ones have none, and all of a datagram are one flow
  uint16_t source_port = 0;
  uint16_t destination_port = 0;
  const uint8_t* source = nullptr;  // of IP
  const uint8_t* destination = nullptr;
};

// For the link types Ethernet, raw IP, BSD loopback, PPP and both Linux cooked ones; empty for all others. Reads
// nothing behind size bytes.
FlowFields FindFlow(const uint8_t* data, size_t size, uint16_t link_type);

}  // namespace fandump
