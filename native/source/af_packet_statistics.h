// PACKET_STATISTICS of packet(7), summed up: the kernel's counters are 32 bits wide and start again at every read.
#pragma once

#include <cstdint>
#include <mutex>

namespace fandump {

struct KernelTotals {
  uint64_t packets = 0;  // accepted by the filter; with TPACKET_V3 the dropped ones are included
  uint64_t drops = 0;    // for want of a free block
  uint64_t freezes = 0;  // how often the ring ran full

  // What went into the ring.
  uint64_t stored() const { return packets - drops; }
};

// Any thread may read.
class KernelStatistics {
 public:
  // Totals since the socket was opened, or since the last Restart.
  KernelTotals Read(int fd);
  // Reads in time, before the kernel's counters come round: at 100 million packets per second that is 43 seconds.
  // coarse_ms: of CLOCK_MONOTONIC_COARSE.
  void KeepUp(int fd, int64_t coarse_ms) {
    if (coarse_ms < due_ms_) [[likely]]
      return;
    due_ms_ = coarse_ms + kIntervalMs;
    Read(fd);
  }
  // As Read, and counts from zero again.
  KernelTotals Restart(int fd);

 private:
  void Accumulate(int fd);

  static constexpr int64_t kIntervalMs = 10'000;

  int64_t due_ms_ = 0;  // of the thread that keeps up
  std::mutex mutex_;
  KernelTotals totals_;
};

}  // namespace fandump
