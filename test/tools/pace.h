// Sending at a steady rate, batch by batch.
#pragma once

#include <time.h>

#include <algorithm>
#include <cstdint>

namespace fandump {

class Pace {
 public:
  // rate: packets per second, 0 for as fast as possible.
  explicit Pace(uint64_t rate) : rate_(rate) { clock_gettime(CLOCK_MONOTONIC, &start_); }

  // How many packets one system call may take without making bursts of more than two milliseconds.
  size_t Burst(size_t limit) const {
    constexpr uint64_t kBurstsPerSecond = 500;
    return rate_ == 0 ? limit : std::clamp<size_t>(rate_ / kBurstsPerSecond, 1, limit);
  }

  // Sleeps until packet number sent is due.
  void Wait(uint64_t sent) const {
    if (rate_ == 0) return;
    constexpr uint64_t kNanosecondsPerSecond = 1'000'000'000;
    const uint64_t nanoseconds = static_cast<uint64_t>(start_.tv_nsec) + sent % rate_ * kNanosecondsPerSecond / rate_;
    timespec due{};
    due.tv_sec = start_.tv_sec + static_cast<time_t>(sent / rate_ + nanoseconds / kNanosecondsPerSecond);
    due.tv_nsec = static_cast<long>(nanoseconds % kNanosecondsPerSecond);
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, nullptr);
  }

  double Elapsed() const {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec - start_.tv_sec) + static_cast<double>(now.tv_nsec - start_.tv_nsec) / 1e9;
  }

 private:
  uint64_t rate_;
  timespec start_{};
};

}  // namespace fandump
