// How long a ring's reader may sleep in flowing traffic before it asks for packets again. poll() would wake it up for
// every block, and a wake-up costs more than the packets of a block: a nap collects several blocks.
#pragma once

#include <chrono>
#include <cstdint>

namespace fandump {

class RingNap {
 public:
  RingNap() = default;  // never sleeps
  // buffer_size: bytes of the whole ring.
  RingNap(uint64_t buffer_size, uint32_t block_timeout_ms);

  // What to sleep now, 0: nothing. packets and captured_bytes are totals since start. It stays below half of the block
  // time-out, by which packets may be late anyway, and so short that the ring is at most half full then: at the speed
  // of the fastest link, or where that leaves too little, at kHeadroom times the speed since the last call.
  std::chrono::microseconds Length(uint64_t packets, uint64_t captured_bytes);

 private:
  using Clock = std::chrono::steady_clock;

  uint64_t half_ring_ = 0;
  std::chrono::microseconds longest_{0};
  std::chrono::microseconds at_any_speed_{0};
  Clock::time_point last_{};
  uint64_t last_used_ = 0;
};

}  // namespace fandump
