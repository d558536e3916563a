// A steady rate for what several threads send together.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "clock.h"

namespace fandump {

class ForwardPace {
 public:
  // rate: packets per second; 0: nobody ever waits.
  explicit ForwardPace(uint64_t rate) : rate_(rate) {}

  // How many packets may go at once: those of two milliseconds.
  size_t Burst(size_t limit) const {
    constexpr uint64_t kBurstsPerSecond = 500;
    return rate_ == 0 ? limit : std::clamp<size_t>(rate_ / kBurstsPerSecond, 1, limit);
  }

  // Waits until so many packets are due. false: a stop came first.
  bool Wait(size_t packets) {
    if (rate_ == 0) return true;
    const int64_t due = Reserve(packets);
    while (!stopped_.load(std::memory_order_relaxed)) {
      const int64_t now = NowNs();
      if (now >= due) return true;
      const int64_t until = std::min(due, now + kLongestSleep);
      const timespec wake{static_cast<time_t>(until / kSecond), static_cast<long>(until % kSecond)};
      clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &wake, nullptr);
    }
    return false;
  }

  // Nobody waits any longer. Any thread.
  void Stop() { stopped_.store(true, std::memory_order_relaxed); }
  bool stopped() const { return stopped_.load(std::memory_order_relaxed); }

 private:
  static constexpr int64_t kSecond = 1'000'000'000;
  // How late a stop is noticed.
  static constexpr int64_t kLongestSleep = kSecond / 20;
  // A sleep lasts longer than asked for; what is missed by that is made up for, an idle time is not.
  static constexpr int64_t kLongestArrears = kSecond / 500;

  // When the packets are due; the next ones are due after them.
  int64_t Reserve(size_t packets) {
    const int64_t earliest = NowNs() - kLongestArrears;
    const int64_t lasts = static_cast<int64_t>(packets * static_cast<uint64_t>(kSecond) / rate_);
    int64_t next = next_.load(std::memory_order_relaxed);
    while (true) {
      const int64_t due = std::max(next, earliest);
      if (next_.compare_exchange_weak(next, due + lasts, std::memory_order_relaxed)) return due;
    }
  }

  const uint64_t rate_;
  std::atomic<int64_t> next_{0};
  std::atomic<bool> stopped_{false};
};

}  // namespace fandump
