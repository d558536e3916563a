// The clocks of clock_gettime(2).
#pragma once

#include <time.h>

#include <cstdint>

namespace fandump {

inline timespec Now(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return now;
}

inline int64_t NowMs(clockid_t clock = CLOCK_MONOTONIC) {
  const timespec now = Now(clock);
  return int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

inline int64_t NowNs(clockid_t clock = CLOCK_MONOTONIC) {
  const timespec now = Now(clock);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

}  // namespace fandump
