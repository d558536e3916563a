#include "sink/replay.h"

#include <algorithm>

#include "clock.h"

namespace fandump {

namespace {

constexpr int64_t kSecond = 1'000'000'000;
// A packet may carry any time stamp; nobody waits for one that lies farther ahead than a human life.
constexpr double kFarthestSeconds = 100.0 * 365 * 86'400;

}  // namespace

ReplaySink::ReplaySink(std::unique_ptr<Sink> next, double speed, std::shared_ptr<ReplayControl> control)
    : next_(std::move(next)), speed_(speed), control_(std::move(control)) {}

int64_t ReplaySink::DueTime(const PacketView& packet) const {
  const double seconds = static_cast<double>(packet.seconds) - static_cast<double>(first_seconds_);
  const double fraction = static_cast<double>(packet.nanoseconds) - static_cast<double>(first_nanoseconds_);
  const double later = (seconds + fraction / static_cast<double>(kSecond)) / speed_;
  return begun_at_ + static_cast<int64_t>(std::clamp(later, 0.0, kFarthestSeconds) * static_cast<double>(kSecond));
}

void ReplaySink::Consume(const PacketView* packets, size_t size) {
  if (size > 0 && !has_begun_) {
    has_begun_ = true;
    begun_at_ = NowNs();
    first_seconds_ = packets[0].seconds;
    first_nanoseconds_ = packets[0].nanoseconds;
  }
  while (size > 0) {
    if (!control_->WaitUntil(DueTime(packets[0]))) {
      control_->AddLeftOut(size);
      return;
    }
    const int64_t now = NowNs();
    size_t due = 1;
    while (due < size && DueTime(packets[due]) <= now) due++;
    next_->Consume(packets, due);
    packets += due;
    size -= due;
  }
}

}  // namespace fandump
