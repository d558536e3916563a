// How many bytes of records the savefiles of a capture may hold together.
#pragma once

#include <atomic>
#include <cstdint>

namespace fandump {

class ByteBudget {
 public:
  explicit ByteBudget(uint64_t most) : most_(most) {}

  // Any thread.
  void Take(uint64_t bytes) { taken_.fetch_add(bytes, std::memory_order_relaxed); }
  bool is_used_up() const { return taken_.load(std::memory_order_relaxed) >= most_; }

 private:
  const uint64_t most_;
  std::atomic<uint64_t> taken_{0};
};

}  // namespace fandump
