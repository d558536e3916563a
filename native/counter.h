// A total that one thread adds to and that any thread may read.
#pragma once

#include <atomic>
#include <cstdint>

namespace fandump {

class Counter {
 public:
  // By the one thread that counts: without a second one, no locked instruction is needed.
  void Add(uint64_t value) { total_.store(total_.load(std::memory_order_relaxed) + value, std::memory_order_relaxed); }

  uint64_t value() const { return total_.load(std::memory_order_relaxed); }

 private:
  std::atomic<uint64_t> total_{0};
};

}  // namespace fandump
