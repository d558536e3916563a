// What an af_packet sink is asked for.
#pragma once

#include <cstdint>
#include <string>

namespace fandump {

struct InjectOptions {
  std::string interface;
  uint64_t rate = 0;    // packets per second; 0: as they come
  bool bypass = false;  // past the queueing discipline (PACKET_QDISC_BYPASS)
  // A queue that is full is waited for, instead of leaving packets out: they come from a file.
  bool patient = false;
};

}  // namespace fandump
