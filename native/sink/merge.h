// Several receivers' packets as one stream in the order of their time stamps, for sinks that take one stream: one
// savefile, one print-out. Each receiver copies into chunks of its own; one thread merges these and feeds the sinks.
//
// The merge is bounded in memory (a receiver waits when its chunks are full, and its source's loss is then the kernel's
// to count) and in time: a packet waits for packets of the other receivers, which may be older, at most kMaxHoldMs.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "sink/sink.h"

namespace fandump {

// Packets of one receiver, with copies of their bytes and tunnel facts.
class MergeChunk {
 public:
  // most_bytes: what it takes at most, but for a first packet that is longer; memory is touched as it fills.
  explicit MergeChunk(size_t most_bytes);
  void Clear();
  // false: there is no room left for it. An empty chunk has room for any packet.
  bool Append(const PacketView& packet, uint16_t source, uint16_t worker);
  bool empty() const { return packets_.empty(); }
  size_t size() const { return packets_.size(); }
  const PacketView& operator[](size_t index) const { return packets_[index]; }

  int64_t handed_on_ms = 0;  // CLOCK_MONOTONIC

 private:
  size_t most_bytes_;
  std::vector<PacketView> packets_;
  std::vector<TunnelFacts> tunnels_;
  std::unique_ptr<uint8_t[]> bytes_;
  size_t bytes_used_ = 0;
};

class Merger {
 public:
  // Longer than the time-out by which the kernel hands over a ring block.
  static constexpr int64_t kMaxHoldMs = 40;

  // outputs are opened already. on_end is called once, on the merger's thread, after every output has finished.
  // waits_for_order: a packet waits for others as long as it takes; for files, whose packets are all there. Of many
  // files each has less memory.
  Merger(std::vector<std::unique_ptr<Sink>> outputs, std::function<void()> on_end, bool waits_for_order = false);
  ~Merger();
  Merger(const Merger&) = delete;
  Merger& operator=(const Merger&) = delete;

  // The sink of one more receiver; before Start(). The numbers are what its packets will say they come from.
  std::unique_ptr<Sink> AddInput(uint16_t source, uint16_t worker);
  // Throws CaptureError "ETHREAD".
  void Start();
  // Returns when every input has finished and every output, too.
  void Join();

  bool ended() const { return ended_.load(std::memory_order_acquire); }
  // Why an output was lost; read after ended().
  const std::optional<CaptureError>& failure() const { return failure_; }

 private:
  class InputSink;
  struct Input;

  void Run();
  void Merge();
  // Moves what inputs have handed on to the merger's side; waits for more where wait says so. false: all have finished.
  bool Collect(bool wait);
  // Hands on packets as far as their order is known, or due; true when there were any.
  bool Emit();
  // The input with the oldest packet, the one with the next, and since when another has been without any that had room
  // for more.
  struct Heads {
    Input* oldest = nullptr;
    Input* next = nullptr;
    int64_t silent_since_ms;
  };
  Heads FindHeads();
  // Hands on packets of a chunk up to one that is not older than the head of next.
  void EmitRun(Input& input, const Input* next);
  void Flush();
  void Fail(const CaptureError& error);

  std::vector<std::unique_ptr<Sink>> outputs_;
  std::function<void()> on_end_;
  const bool waits_for_order_;
  size_t chunk_bytes_;
  std::vector<std::unique_ptr<Input>> inputs_;
  std::thread thread_;
  PacketBatch batch_;
  std::vector<std::pair<Input*, std::unique_ptr<MergeChunk>>> emptied_;  // views of batch_ point into these

  std::mutex mutex_;
  std::condition_variable handed_on_;
  bool lost_ = false;  // guarded by mutex_: an output has failed, nobody takes packets any more

  std::optional<CaptureError> failure_;
  std::atomic<bool> ended_{false};
};

}  // namespace fandump
