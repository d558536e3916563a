// CPU time of the calling thread, in nanoseconds.
#pragma once

#include <time.h>

#include <cstdint>

namespace fandump {

inline uint64_t ThreadNanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(now.tv_nsec);
}

}  // namespace fandump
