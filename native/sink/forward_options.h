// What a udp sink is asked for.
#pragma once

#include <cstdint>
#include <string>

#include "types.h"

namespace fandump {

struct ForwardOptions {
  std::string address;  // IPv4 or IPv6 text
  uint16_t port = 0;
  Encapsulation encapsulation = kEncapVxlan;  // kEncapVxlan, kEncapGeneve or kEncapSkip
  uint32_t skip = 0;                          // zero bytes before each packet; kEncapSkip
  uint32_t vni = 0;                           // 24 bits
  uint32_t source_ports = 1;                  // sockets that flows are spread over, 1..1024
  uint64_t rate = 0;                          // packets per second; 0: as they come
  bool segment = true;                        // UDP_SEGMENT where the kernel has it
};

}  // namespace fandump
