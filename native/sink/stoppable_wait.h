// Waiting for a moment, unless a capture is stopped before.
#pragma once

#include <algorithm>
#include <atomic>

#include "clock.h"

namespace fandump {

// due: CLOCK_MONOTONIC in nanoseconds. false: a stop came first, which is noticed within a twentieth of a second.
inline bool WaitUntil(int64_t due, const std::atomic<bool>& stopped) {
  constexpr int64_t kSecond = 1'000'000'000;
  constexpr int64_t kLongestSleep = kSecond / 20;
  while (!stopped.load(std::memory_order_relaxed)) {
    const int64_t now = NowNs();
    if (now >= due) return true;
    const int64_t until = std::min(due, now + kLongestSleep);
    const timespec wake{static_cast<time_t>(until / kSecond), static_cast<long>(until % kSecond)};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &wake, nullptr);
  }
  return false;
}

}  // namespace fandump
