#include "source/af_packet_nap.h"

#include <algorithm>

namespace fandump {
namespace {

// The worker's wait in flowing traffic is longer.
constexpr std::chrono::microseconds kLongestNap{4000};
constexpr std::chrono::microseconds kShortestNap{100};
constexpr uint64_t kFastestLinkBytesPerMicrosecond = 12500;  // 100 Gbit/s
constexpr uint64_t kHeadroom = 8;
// What a packet takes in the ring besides its bytes: tpacket3_hdr, sockaddr_ll and their alignment.
constexpr uint64_t kRingOverhead = 128;

}  // namespace

RingNap::RingNap(uint64_t buffer_size, uint32_t block_timeout_ms)
    : half_ring_(buffer_size / 2),
      longest_(std::min(kLongestNap, std::chrono::microseconds(uint64_t{block_timeout_ms} * 1000 * 2 / 5))),
      at_any_speed_(std::min(longest_, std::chrono::microseconds(half_ring_ / kFastestLinkBytesPerMicrosecond))) {}

std::chrono::microseconds RingNap::Length(uint64_t packets, uint64_t captured_bytes) {
  if (longest_.count() == 0) return {};
  const Clock::time_point now = Clock::now();
  const uint64_t used = captured_bytes + packets * kRingOverhead;
  const auto passed = std::chrono::duration_cast<std::chrono::microseconds>(now - last_).count();
  const uint64_t came = used - last_used_;
  const bool is_first = last_ == Clock::time_point{};
  last_ = now;
  last_used_ = used;
  std::chrono::microseconds nap = at_any_speed_;
  if (!is_first && came > 0) {
    const std::chrono::microseconds at_this_speed(half_ring_ * static_cast<uint64_t>(passed) / (came * kHeadroom));
    nap = std::clamp(at_this_speed, at_any_speed_, longest_);
  }
  return nap < kShortestNap ? std::chrono::microseconds{0} : nap;
}

}  // namespace fandump
