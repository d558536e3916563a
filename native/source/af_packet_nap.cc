#include "source/af_packet_nap.h"

#include <algorithm>

namespace fandump {
namespace {

constexpr std::chrono::microseconds kShortestNap{100};
// Longer ones only where even the link's full speed does not fill the ring meanwhile.
constexpr std::chrono::microseconds kLongNap{4000};
constexpr uint32_t kUsualBlockTimeoutMs = 10;
constexpr uint64_t kFastestLinkMegabits = 100'000;
constexpr uint64_t kHeadroom = 8;
// What a packet takes in the ring besides its bytes: tpacket3_hdr, sockaddr_ll and their alignment.
constexpr uint64_t kRingOverhead = 128;

std::chrono::microseconds FillTime(uint64_t bytes, uint64_t megabits_per_second) {
  constexpr uint64_t kBitsPerByte = 8;
  return std::chrono::microseconds(bytes * kBitsPerByte / megabits_per_second);
}

}  // namespace

RingNap::RingNap(const RingNapOptions& options)
    : half_ring_(options.buffer_size / 2),
      block_timeout_ms_(std::min(options.block_timeout_ms, kUsualBlockTimeoutMs)),
      // Virtual devices are faster than the speed that they tell.
      at_any_speed_(FillTime(half_ring_, kFastestLinkMegabits)) {
  const uint64_t megabits = options.link_megabits > 0 ? options.link_megabits : kFastestLinkMegabits;
  longest_ = std::max(kLongNap, FillTime(options.buffer_size, megabits));
}

std::chrono::microseconds RingNap::Length(uint64_t packets, uint64_t captured_bytes,
                                          std::chrono::microseconds longest) {
  if (block_timeout_ms_ == 0) return {};
  longest = std::min(longest_, longest * 4 / 5 * block_timeout_ms_ / kUsualBlockTimeoutMs);
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
    nap = std::max(nap, at_this_speed);
  }
  nap = std::min(nap, longest);
  return nap < kShortestNap ? std::chrono::microseconds{0} : nap;
}

}  // namespace fandump
