#include "engine/worker.h"

#include <pthread.h>
#include <sched.h>

#include <algorithm>
#include <cstring>

#include "capture_thread.h"

namespace fandump {

namespace {

// How long Receive may wait. Short after traffic, so that what the sinks hold back reaches its reader at once, or less
// so where nobody reads along; long when idle, so that waiting costs nothing. The longest bounds how late a stop is
// noticed.
constexpr int kBusyWaitMs = 5;
constexpr int kPatientWaitMs = 25;
constexpr int kIdleWaitMs = 100;

void NoteSender(const PacketView& packet, RejectedSender& sender) {
  const TunnelFacts* const tunnel = packet.tunnel;
  if (tunnel == nullptr || tunnel->family == 0) return;
  sender.family = tunnel->family;
  sender.port = tunnel->source_port;
  std::memcpy(sender.address, tunnel->source, sizeof sender.address);
  sender.seconds = packet.seconds;
  sender.nanoseconds = packet.nanoseconds;
}

}  // namespace

Worker::~Worker() {
  Stop();
  Join();
}

void Worker::Start() {
  try {
    thread_ = StartThread("captures as worker " + std::to_string(options_.number), [this] { Run(); });
  } catch (const CaptureError& error) {
    // A merger waits for each of its inputs, and the other workers are to hear of it: it ends like any that fails.
    Fail(error);
    End();
  }
}

void Worker::Join() {
  if (thread_.joinable()) thread_.join();
}

SourceCounters Worker::counters() {
  SourceCounters counters;
  options_.source->ReadCounters(counters);
  for (size_t cause = 0; cause < kInvalidCauseCount; cause++) {
    counters.invalid[cause] += invalid_[cause].value();
  }
  const std::lock_guard lock(last_rejected_mutex_);
  counters.last_rejected = last_rejected_;
  return counters;
}

void Worker::Fail(const CaptureError& error) {
  // The first failure is the cause; what follows from it is noise.
  if (!failure_) failure_ = error;
}

void Worker::Pin() {
  if (options_.cpu < 0) return;
  cpu_set_t cpus;
  CPU_ZERO(&cpus);
  CPU_SET(static_cast<size_t>(options_.cpu), &cpus);
  const int error = pthread_setaffinity_np(pthread_self(), sizeof cpus, &cpus);
  if (error == 0) return;
  throw CaptureError("ECPU",
                     "pinning worker " + std::to_string(options_.number) + " to CPU " + std::to_string(options_.cpu) +
                         ": " + std::strerror(error),
                     error, "taskset -pc $$");
}

void Worker::Run() {
  pthread_setname_np(pthread_self(), ("fandump-" + std::to_string(options_.number)).c_str());
  const auto work = [this] {
    Pin();
    Loop();
  };
  const auto fail = [this](const CaptureError& error) { Fail(error); };
  RunGuarded("capture ended", work, fail);
  // Before sinks have finished, which may take its time.
  RunGuarded(
      "closing a source", [this] { options_.source->End(); }, fail);
  End();
}

void Worker::End() {
  const auto fail = [this](const CaptureError& error) { Fail(error); };
  for (const auto& sink : options_.sinks) {
    RunGuarded(
        "finishing a sink", [&sink] { sink->Finish(); }, fail);
  }
  if (options_.rejected) {
    RunGuarded(
        "finishing the file of refused datagrams", [this] { options_.rejected->Finish(); }, fail);
  }
  ended_.store(true, std::memory_order_release);
  options_.on_end();
}

void Worker::Loop() {
  Source& source = *options_.source;
  const bool is_patient = std::all_of(options_.sinks.begin(), options_.sinks.end(),
                                      [](const std::unique_ptr<Sink>& sink) { return sink->IsPatient(); });
  if (is_patient) {
    for (const auto& sink : options_.sinks) sink->MayWaitWhile([&source] { return source.HasRoom(); });
  }
  const int busy_wait_ms = is_patient ? kPatientWaitMs : kBusyWaitMs;
  int wait_ms = kIdleWaitMs;
  bool draining = false;
  while (true) {
    if (!draining && stop_.load(std::memory_order_relaxed)) {
      source.Drain();
      draining = true;
    }
    switch (source.Receive(batch_, wait_ms)) {
      case ReceiveStatus::kEnd:
        return;
      case ReceiveStatus::kIdle:
        for (const auto& sink : options_.sinks) sink->Idle();
        if (options_.rejected) options_.rejected->Idle();
        wait_ms = kIdleWaitMs;
        break;
      case ReceiveStatus::kPackets:
        if (!Process(batch_)) return;
        wait_ms = busy_wait_ms;
        break;
    }
  }
}

bool Worker::Process(PacketBatch& batch) {
  if (options_.decapsulator) Decapsulate(batch);
  const size_t offered = batch.size;
  if (options_.filter) batch.size = options_.filter->Apply(batch.packets.data(), batch.size);
  if (batch.size != offered) filtered_.Add(offered - batch.size);
  if (options_.cut_to < kMaxSnaplen) {
    for (size_t i = 0; i < batch.size; i++) {
      batch.packets[i].caplen = std::min(batch.packets[i].caplen, options_.cut_to);
    }
  }
  if (options_.budget) batch.size = TakeFromBudget(batch.size);
  if (options_.privacy) options_.privacy->Apply(batch.packets.data(), batch.size);
  for (const auto& sink : options_.sinks) sink->Consume(batch.packets.data(), batch.size);
  captured_.Add(batch.size);
  return !options_.budget || options_.budget->load(std::memory_order_relaxed) > 0;
}

void Worker::Decapsulate(PacketBatch& batch) {
  InvalidCounts invalid{};
  rejected_.clear();
  options_.decapsulator->Decapsulate(batch, invalid, &rejected_);
  if (rejected_.empty()) return;
  for (size_t cause = 0; cause < kInvalidCauseCount; cause++) {
    if (invalid[cause] > 0) invalid_[cause].Add(invalid[cause]);
  }
  {
    const std::lock_guard lock(last_rejected_mutex_);
    for (const RejectedPacket& rejected : rejected_) NoteSender(rejected.packet, last_rejected_[rejected.cause]);
  }
  if (options_.rejected) options_.rejected->Consume(rejected_);
}

size_t Worker::TakeFromBudget(size_t size) {
  uint64_t left = options_.budget->load(std::memory_order_relaxed);
  while (true) {
    const uint64_t taken = std::min<uint64_t>(left, size);
    if (options_.budget->compare_exchange_weak(left, left - taken, std::memory_order_relaxed)) return taken;
  }
}

}  // namespace fandump
