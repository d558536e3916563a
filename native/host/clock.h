// What the kernel knows of its own clock.
#pragma once

#include <cstdint>

namespace fandump {

struct ClockState {
  bool synchronised = false;  // something (chronyd, ntpd, timesyncd) keeps it right
  int64_t max_error_us = 0;   // the kernel's bound on its error in microseconds
};

// adjtimex(2) in its reading form; needs no right. Where it is refused, the clock counts as not synchronised.
ClockState ReadClockState();

}  // namespace fandump
