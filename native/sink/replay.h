// Packets handed on with the gaps that their time stamps have: in a capture's own time, or faster, or slower.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "sink/sink.h"
#include "sink/stoppable_wait.h"

namespace fandump {

// Ends the waiting of a sink from any thread, and says what it left out.
class ReplayControl {
 public:
  void Stop() { stopped_.store(true, std::memory_order_relaxed); }
  // As fandump::WaitUntil.
  bool WaitUntil(int64_t due) const { return fandump::WaitUntil(due, stopped_); }
  // Packets that were not due yet when the capture was stopped.
  uint64_t left_out() const { return left_out_.load(std::memory_order_relaxed); }
  void AddLeftOut(uint64_t packets) { left_out_.fetch_add(packets, std::memory_order_relaxed); }

 private:
  std::atomic<bool> stopped_{false};
  std::atomic<uint64_t> left_out_{0};
};

// The first packet goes at once, and each other one no earlier than its time stamp says; what is late by then goes
// together. A time stamp before that of the first packet means: at once.
class ReplaySink : public Sink {
 public:
  // speed: how many seconds of time stamps pass in one second, above 0.
  ReplaySink(std::unique_ptr<Sink> next, double speed, std::shared_ptr<ReplayControl> control);

  void Consume(const PacketView* packets, size_t size) override;
  void Idle() override { next_->Idle(); }
  void Finish() override { next_->Finish(); }

 private:
  // CLOCK_MONOTONIC in nanoseconds.
  int64_t DueTime(const PacketView& packet) const;

  const std::unique_ptr<Sink> next_;
  const double speed_;
  const std::shared_ptr<ReplayControl> control_;
  bool has_begun_ = false;
  int64_t begun_at_ = 0;  // CLOCK_MONOTONIC in nanoseconds
  int64_t first_seconds_ = 0;
  uint32_t first_nanoseconds_ = 0;
};

}  // namespace fandump
