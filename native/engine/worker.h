// The receiver thread: takes batches from a source through decapsulation and filter to the sinks, and counts.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "counter.h"
#include "encap/encap.h"
#include "filter/packet_filter.h"
#include "privacy/packet_privacy.h"
#include "sink/rejected.h"
#include "sink/sink.h"
#include "source/source.h"

namespace fandump {

struct WorkerOptions {
  std::unique_ptr<Source> source;
  std::unique_ptr<Decapsulator> decapsulator;  // none: packets are not tunnelled
  std::unique_ptr<PacketFilter> filter;        // none: there is none, or the kernel applies it
  uint32_t cut_to = kMaxSnaplen;               // snaplen where the source does not honour it itself
  std::unique_ptr<PacketPrivacy> privacy;      // none: sinks get packets as they are
  // Packets that all workers together may still take; none: any number. At 0 the worker ends.
  std::shared_ptr<std::atomic<uint64_t>> budget;
  std::vector<std::unique_ptr<Sink>> sinks;
  int number = 0;
  int cpu = -1;                            // the one that it runs on; -1: any
  std::shared_ptr<RejectedSink> rejected;  // takes what decapsulation refuses; none: it is only counted
  std::vector<uint64_t> udp_sockets;       // their inodes, where the source is one of UDP
  // Called once, after every sink has finished: on the worker's thread, or by Start where there is none.
  std::function<void()> on_end;
};

class Worker {
 public:
  explicit Worker(WorkerOptions options) : options_(std::move(options)) { rejected_.reserve(PacketBatch::kCapacity); }
  ~Worker();

  // Where no thread can be started the worker has ended, with the failure "ETHREAD".
  void Start();
  // Asks to hand over what the kernel has taken in, then end. Any thread.
  void Stop() { stop_.store(true, std::memory_order_relaxed); }
  void Join();

  bool ended() const { return ended_.load(std::memory_order_acquire); }
  // Why the worker ended early; read after ended().
  const std::optional<CaptureError>& failure() const { return failure_; }

  uint64_t captured() const { return captured_.value(); }
  uint64_t filtered() const { return filtered_.value(); }
  SourceCounters counters();
  const std::vector<uint64_t>& udp_sockets() const { return options_.udp_sockets; }

 private:
  void Run();
  void Loop();
  // Finishes the sinks and says that the worker has ended.
  void End();
  void Pin();
  // How many of size packets the budget still covers, which are then taken from it.
  size_t TakeFromBudget(size_t size);
  // Returns false once the budget is used up.
  bool Process(PacketBatch& batch);
  void Decapsulate(PacketBatch& batch);
  void Fail(const CaptureError& error);

  WorkerOptions options_;
  std::thread thread_;
  PacketBatch batch_;
  std::optional<CaptureError> failure_;
  std::atomic<bool> stop_{false};
  std::atomic<bool> ended_{false};
  // Written by the worker only; on a cache line of their own, so that readers do not slow it down.
  alignas(64) Counter captured_;
  Counter filtered_;
  std::array<Counter, kInvalidCauseCount> invalid_{};
  std::vector<RejectedPacket> rejected_;  // of the batch
  std::mutex last_rejected_mutex_;
  std::array<RejectedSender, kInvalidCauseCount> last_rejected_{};  // guarded by it
};

}  // namespace fandump
