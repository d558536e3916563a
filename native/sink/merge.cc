#include "sink/merge.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <limits>
#include <utility>

#include "capture_thread.h"
#include "clock.h"
#include "tunnel_layout.h"

namespace fandump {
namespace {

// Eight megabytes and more for each receiver: 32 milliseconds of a million small packets per second.
constexpr size_t kChunksPerInput = 8;
constexpr size_t kChunkPackets = 4096;
constexpr size_t kChunkBytes = size_t{1} << 20;
constexpr size_t kMostBlockOptions = size_t{128} << 10;
// No input is without packets that may still have some.
constexpr int64_t kNobodyIsSilent = -1;
static_assert(kChunkBytes >= kMaxSnaplen + geneve::kLongestOptions + kMostBlockOptions);

bool IsOlder(const PacketView& one, const PacketView& other) {
  if (one.seconds != other.seconds) return one.seconds < other.seconds;
  return one.nanoseconds < other.nanoseconds;
}

}  // namespace

MergeChunk::MergeChunk()
    : packets_(kChunkPackets), tunnels_(kChunkPackets), bytes_(std::make_unique<uint8_t[]>(kChunkBytes)) {}

void MergeChunk::Clear() { size_ = bytes_used_ = 0; }

bool MergeChunk::Append(const PacketView& packet, uint16_t source, uint16_t worker) {
  const size_t options = packet.tunnel != nullptr ? packet.tunnel->options_length : 0;
  // Those of a block, in one that is larger than a chunk leaves room for, are left behind.
  const size_t block_options = packet.block_options_length <= kMostBlockOptions ? packet.block_options_length : 0;
  if (size_ == kChunkPackets || bytes_used_ + packet.caplen + options + block_options > kChunkBytes) return false;
  PacketView& copy = packets_[size_];
  copy = packet;
  copy.source = source;
  copy.worker = worker;
  copy.data = bytes_.get() + bytes_used_;
  std::memcpy(copy.data, packet.data, packet.caplen);
  bytes_used_ += packet.caplen;
  if (packet.tunnel != nullptr) {
    TunnelFacts& tunnel = tunnels_[size_];
    tunnel = *packet.tunnel;
    copy.tunnel = &tunnel;
    if (options > 0) {
      tunnel.options = bytes_.get() + bytes_used_;
      std::memcpy(bytes_.get() + bytes_used_, packet.tunnel->options, options);
      bytes_used_ += options;
    }
  }
  copy.block_options_length = static_cast<uint32_t>(block_options);
  if (block_options > 0) {
    copy.block_options = bytes_.get() + bytes_used_;
    std::memcpy(bytes_.get() + bytes_used_, packet.block_options, block_options);
    bytes_used_ += block_options;
  }
  size_++;
  return true;
}

struct Merger::Input {
  uint16_t source = 0;
  uint16_t worker = 0;

  // Guarded by the merger's mutex.
  std::vector<std::unique_ptr<MergeChunk>> free;
  std::deque<std::unique_ptr<MergeChunk>> handed_on;
  bool finished = false;

  // The merger's.
  std::deque<std::unique_ptr<MergeChunk>> collected;
  size_t next = 0;            // in the first of collected
  int64_t free_since_ms = 0;  // when the receiver got its last chunk back, of NowMs()
  bool ended = false;

  // The receiver's.
  std::unique_ptr<MergeChunk> filling;

  const PacketView* head() const { return collected.empty() ? nullptr : &(*collected.front())[next]; }
};

class Merger::InputSink : public Sink {
 public:
  InputSink(Merger& merger, Input& input) : merger_(merger), input_(input) {}

  void Consume(const PacketView* packets, size_t size) override {
    for (size_t i = 0; i < size; i++) {
      if (input_.filling == nullptr) TakeChunk();
      if (input_.filling->Append(packets[i], input_.source, input_.worker)) continue;
      HandOn();
      TakeChunk();
      input_.filling->Append(packets[i], input_.source, input_.worker);
    }
    // What is handed on while the merger has work would only come in smaller pieces.
    if (MergerIsWaiting()) HandOn();
  }

  // A worker without packets hears of a lost output here.
  void Idle() override {
    HandOn();
    const std::lock_guard<std::mutex> lock(merger_.mutex_);
    ThrowIfLost();
  }

  void Finish() override {
    HandOn();
    {
      const std::lock_guard<std::mutex> lock(merger_.mutex_);
      input_.finished = true;
    }
    merger_.handed_on_.notify_one();
  }

 private:
  bool MergerIsWaiting() {
    const std::lock_guard<std::mutex> lock(merger_.mutex_);
    return input_.handed_on.empty();
  }

  // With the mutex held.
  void ThrowIfLost() const {
    if (merger_.lost_) throw *merger_.failure_;
  }

  void TakeChunk() {
    std::unique_lock<std::mutex> lock(merger_.mutex_);
    merger_.freed_.wait(lock, [this] { return merger_.lost_ || !input_.free.empty(); });
    ThrowIfLost();
    input_.filling = std::move(input_.free.back());
    input_.free.pop_back();
  }

  void HandOn() {
    if (input_.filling == nullptr || input_.filling->empty()) return;
    input_.filling->handed_on_ms = NowMs();
    {
      const std::lock_guard<std::mutex> lock(merger_.mutex_);
      ThrowIfLost();
      input_.handed_on.push_back(std::move(input_.filling));
    }
    merger_.handed_on_.notify_one();
  }

  Merger& merger_;
  Input& input_;
};

Merger::Merger(std::vector<std::unique_ptr<Sink>> outputs, std::function<void()> on_end, bool waits_for_order)
    : outputs_(std::move(outputs)), on_end_(std::move(on_end)), waits_for_order_(waits_for_order) {}

Merger::~Merger() { Join(); }

std::unique_ptr<Sink> Merger::AddInput(uint16_t source, uint16_t worker) {
  auto input = std::make_unique<Input>();
  input->source = source;
  input->worker = worker;
  for (size_t i = 0; i < kChunksPerInput; i++) input->free.push_back(std::make_unique<MergeChunk>());
  inputs_.push_back(std::move(input));
  return std::make_unique<InputSink>(*this, *inputs_.back());
}

void Merger::Start() {
  thread_ = StartThread("puts the packets of all workers in order", [this] { Run(); });
}

void Merger::Join() {
  if (thread_.joinable()) thread_.join();
}

void Merger::Run() {
  pthread_setname_np(pthread_self(), "fandump-merge");
  const auto fail = [this](const CaptureError& error) { Fail(error); };
  RunGuarded(
      "merging the packets of all workers", [this] { Merge(); }, fail);
  for (const auto& output : outputs_) {
    RunGuarded(
        "finishing a sink", [&output] { output->Finish(); }, fail);
  }
  ended_.store(true, std::memory_order_release);
  on_end_();
}

void Merger::Fail(const CaptureError& error) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!failure_) failure_ = error;
    lost_ = true;
  }
  freed_.notify_all();
}

void Merger::Merge() {
  bool wait = true;
  while (Collect(wait)) {
    const bool emitted = Emit();
    Flush();
    // Outputs that are told of every pause would write a buffer for each packet; a wait without news is a pause.
    wait = !emitted;
  }
}

bool Merger::Collect(bool wait) {
  std::unique_lock<std::mutex> lock(mutex_);
  const int64_t now = emptied_.empty() ? 0 : NowMs();
  for (auto& [input, chunk] : emptied_) {
    input->free_since_ms = now;
    chunk->Clear();
    input->free.push_back(std::move(chunk));
  }
  if (!emptied_.empty()) freed_.notify_all();
  emptied_.clear();
  const auto is_news = [this] {
    return std::any_of(inputs_.begin(), inputs_.end(),
                       [](const auto& input) { return !input->handed_on.empty() || input->finished != input->ended; });
  };
  if (wait && !is_news()) {
    const bool holds =
        std::any_of(inputs_.begin(), inputs_.end(), [](const auto& input) { return input->head() != nullptr; });
    constexpr std::chrono::milliseconds kPause{5};
    if (!handed_on_.wait_for(lock, kPause, is_news) && !holds) {
      // Again and again: outputs have things to do by the clock.
      constexpr std::chrono::milliseconds kIdlePause{100};
      do {
        lock.unlock();
        for (const auto& output : outputs_) output->Idle();
        lock.lock();
      } while (!handed_on_.wait_for(lock, kIdlePause, is_news));
    }
  }
  bool more = false;
  for (const auto& input : inputs_) {
    while (!input->handed_on.empty()) {
      input->collected.push_back(std::move(input->handed_on.front()));
      input->handed_on.pop_front();
    }
    input->ended = input->finished;
    more = more || !input->ended || input->head() != nullptr;
  }
  return more;
}

Merger::Input* Merger::Oldest(int64_t& silent_since_ms) {
  Input* oldest = nullptr;
  silent_since_ms = kNobodyIsSilent;
  for (const auto& input : inputs_) {
    const PacketView* head = input->head();
    if (head == nullptr) {
      if (!input->ended) silent_since_ms = std::max(silent_since_ms, input->free_since_ms);
    } else if (oldest == nullptr || IsOlder(*head, *oldest->head())) {
      oldest = input.get();
    }
  }
  return oldest;
}

bool Merger::Emit() {
  bool emitted = false;
  const int64_t due = NowMs() - kMaxHoldMs;
  int64_t silent_since_ms = kNobodyIsSilent;
  while (Input* input = Oldest(silent_since_ms)) {
    MergeChunk& chunk = *input->collected.front();
    // A receiver that had to wait for a slow output has had no chance yet to hand its packets on.
    const bool is_early = std::max(chunk.handed_on_ms, silent_since_ms) > due;
    if (silent_since_ms != kNobodyIsSilent && (waits_for_order_ || is_early)) break;
    if (batch_.size == PacketBatch::kCapacity) Flush();
    batch_.packets[batch_.size++] = chunk[input->next++];
    emitted = true;
    if (input->next < chunk.size()) continue;
    emptied_.emplace_back(input, std::move(input->collected.front()));
    // Not before it gets this one back.
    input->free_since_ms = std::numeric_limits<int64_t>::max();
    input->collected.pop_front();
    input->next = 0;
  }
  return emitted;
}

void Merger::Flush() {
  if (batch_.size == 0) return;
  for (const auto& output : outputs_) output->Consume(batch_.packets.data(), batch_.size);
  batch_.size = 0;
}

}  // namespace fandump
