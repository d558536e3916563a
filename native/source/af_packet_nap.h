// How long a ring's reader may sleep in flowing traffic before it asks for packets again. poll() would wake it up for
// every block, and a wake-up costs more than the packets of a block: a nap collects several blocks.
#pragma once

#include <chrono>
#include <cstdint>

namespace fandump {

struct RingNapOptions {
  uint64_t buffer_size = 0;  // bytes of the whole ring
  uint32_t block_timeout_ms = 0;
  uint32_t link_megabits = 0;  // per second; 0: unknown, as fast as any
};

class RingNap {
 public:
  RingNap() = default;  // never sleeps
  explicit RingNap(const RingNapOptions& options);

  // What to sleep now, 0: nothing. packets and captured_bytes are totals since start; longest: how long the reader
  // would wait for packets. A nap takes at most four fifths of that, and in proportion less where the block time-out is
  // shorter than usual. The ring is at most half full then: at the speed of the fastest link, or where that leaves too
  // little, at kHeadroom times the speed since the last call, and not full at full speed of the link.
  std::chrono::microseconds Length(uint64_t packets, uint64_t captured_bytes, std::chrono::microseconds longest);

 private:
  using Clock = std::chrono::steady_clock;

  uint64_t half_ring_ = 0;
  uint32_t block_timeout_ms_ = 0;  // the usual one at most
  std::chrono::microseconds at_any_speed_{0};
  std::chrono::microseconds longest_{0};
  Clock::time_point last_{};
  uint64_t last_used_ = 0;
};

}  // namespace fandump
