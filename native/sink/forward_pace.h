// A steady rate for what several threads send together.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>

#include "clock.h"
#include "sink/stoppable_wait.h"

namespace fandump {

class ForwardPace {
 public:
  // rate: packets per second; 0: nobody ever waits.
  explicit ForwardPace(uint64_t rate) : rate_(rate) {}

  // Calls send(packets, size) with those of two milliseconds at a time, limit at most, when they are due. Returns how
  // many packets were left out because a stop came first.
  template <typename Packet, typename Send>
  size_t SendInBursts(const Packet* packets, size_t size, size_t limit, Send send) {
    while (size > 0) {
      const size_t burst = std::min(size, Burst(limit));
      if (!Wait(burst)) return size;
      send(packets, burst);
      packets += burst;
      size -= burst;
    }
    return 0;
  }

  // Nobody waits any longer. Any thread.
  void Stop() { stopped_.store(true, std::memory_order_relaxed); }
  bool stopped() const { return stopped_.load(std::memory_order_relaxed); }

 private:
  static constexpr int64_t kSecond = 1'000'000'000;
  // A sleep lasts longer than asked for; what is missed by that is made up for, an idle time is not.
  static constexpr int64_t kLongestArrears = kSecond / 500;

  size_t Burst(size_t limit) const {
    constexpr uint64_t kBurstsPerSecond = 500;
    return rate_ == 0 ? limit : std::clamp<size_t>(rate_ / kBurstsPerSecond, 1, limit);
  }

  // Waits until so many packets are due. false: a stop came first.
  bool Wait(size_t packets) {
    if (rate_ == 0) return true;
    return WaitUntil(Reserve(packets), stopped_);
  }

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
