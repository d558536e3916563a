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
// Of files, which lose nothing while they wait, all have so much together; each still has one chunk to fill while the
// other is merged.
constexpr size_t kFileChunks = 64;
constexpr size_t kFewestChunks = 2;
constexpr size_t kFileBytes = size_t{64} << 20;
constexpr size_t kFewestBytes = size_t{64} << 10;
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

MergeChunk::MergeChunk(size_t most_bytes)
    : most_bytes_(most_bytes), bytes_(std::make_unique_for_overwrite<uint8_t[]>(kChunkBytes)) {
  // Views point into tunnels_, which may not move.
  packets_.reserve(kChunkPackets);
  tunnels_.reserve(kChunkPackets);
}

void MergeChunk::Clear() {
  packets_.clear();
  tunnels_.clear();
  bytes_used_ = 0;
}

bool MergeChunk::Append(const PacketView& packet, uint16_t source, uint16_t worker) {
  const size_t options = packet.tunnel != nullptr ? packet.tunnel->options_length : 0;
  // Those of a block, in one that is larger than a chunk leaves room for, are left behind.
  const size_t block_options = packet.block_options_length <= kMostBlockOptions ? packet.block_options_length : 0;
  const size_t most = empty() ? kChunkBytes : most_bytes_;
  if (size() == kChunkPackets || bytes_used_ + packet.caplen + options + block_options > most) return false;
  PacketView& copy = packets_.emplace_back(packet);
  copy.source = source;
  copy.worker = worker;
  copy.data = bytes_.get() + bytes_used_;
  std::memcpy(copy.data, packet.data, packet.caplen);
  bytes_used_ += packet.caplen;
  if (packet.tunnel != nullptr) {
    TunnelFacts& tunnel = tunnels_.emplace_back(*packet.tunnel);
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
  return true;
}

struct Merger::Input {
  uint16_t source = 0;
  uint16_t worker = 0;
  size_t place = 0;  // among the inputs: of packets of one time, the first input's goes first

  // Guarded by the merger's mutex.
  size_t unmade = 0;  // chunks that it may have and has not needed yet
  std::vector<std::unique_ptr<MergeChunk>> free;
  std::deque<std::unique_ptr<MergeChunk>> handed_on;
  bool finished = false;
  std::condition_variable freed;

  // The merger's.
  std::deque<std::unique_ptr<MergeChunk>> collected;
  size_t next = 0;            // in the first of collected
  int64_t free_since_ms = 0;  // when the receiver got its last chunk back, of NowMs()
  bool ended = false;

  // The receiver's.
  std::unique_ptr<MergeChunk> filling;

  const PacketView* head() const { return collected.empty() ? nullptr : &(*collected.front())[next]; }

  // Both have heads.
  bool Precedes(const Input& other) const {
    if (IsOlder(*head(), *other.head())) return true;
    return place < other.place && !IsOlder(*other.head(), *head());
  }
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
    input_.freed.wait(lock, [this] { return merger_.lost_ || !input_.free.empty() || input_.unmade > 0; });
    ThrowIfLost();
    if (!input_.free.empty()) {
      input_.filling = std::move(input_.free.back());
      input_.free.pop_back();
      return;
    }
    input_.unmade--;
    lock.unlock();
    input_.filling = std::make_unique<MergeChunk>(merger_.chunk_bytes_);
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
    : outputs_(std::move(outputs)),
      on_end_(std::move(on_end)),
      waits_for_order_(waits_for_order),
      chunk_bytes_(kChunkBytes) {}

Merger::~Merger() { Join(); }

std::unique_ptr<Sink> Merger::AddInput(uint16_t source, uint16_t worker) {
  auto input = std::make_unique<Input>();
  input->source = source;
  input->worker = worker;
  input->place = inputs_.size();
  input->unmade = waits_for_order_ ? kFewestChunks : kChunksPerInput;
  inputs_.push_back(std::move(input));
  return std::make_unique<InputSink>(*this, *inputs_.back());
}

void Merger::Start() {
  if (waits_for_order_ && !inputs_.empty()) {
    const size_t chunks = std::clamp(kFileChunks / inputs_.size(), kFewestChunks, kChunksPerInput);
    chunk_bytes_ = std::clamp(kFileBytes / inputs_.size() / chunks, kFewestBytes, kChunkBytes);
    for (const auto& input : inputs_) input->unmade += chunks - kFewestChunks;
  }
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
  for (const auto& input : inputs_) input->freed.notify_one();
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
    input->freed.notify_one();
  }
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

Merger::Heads Merger::FindHeads() {
  Heads heads{nullptr, nullptr, kNobodyIsSilent};
  for (const auto& input : inputs_) {
    if (input->head() == nullptr) {
      if (!input->ended) heads.silent_since_ms = std::max(heads.silent_since_ms, input->free_since_ms);
    } else if (heads.oldest == nullptr || input->Precedes(*heads.oldest)) {
      heads.next = std::exchange(heads.oldest, input.get());
    } else if (heads.next == nullptr || input->Precedes(*heads.next)) {
      heads.next = input.get();
    }
  }
  return heads;
}

bool Merger::Emit() {
  bool emitted = false;
  const int64_t due = NowMs() - kMaxHoldMs;
  for (Heads heads = FindHeads(); heads.oldest != nullptr; heads = FindHeads()) {
    // A receiver that had to wait for a slow output has had no chance yet to hand its packets on.
    const bool is_early = std::max(heads.oldest->collected.front()->handed_on_ms, heads.silent_since_ms) > due;
    if (heads.silent_since_ms != kNobodyIsSilent && (waits_for_order_ || is_early)) break;
    EmitRun(*heads.oldest, heads.next);
    emitted = true;
  }
  return emitted;
}

void Merger::EmitRun(Input& input, const Input* next) {
  const MergeChunk& chunk = *input.collected.front();
  do {
    if (batch_.size == PacketBatch::kCapacity) Flush();
    batch_.packets[batch_.size++] = chunk[input.next++];
    if (input.next == chunk.size()) {
      emptied_.emplace_back(&input, std::move(input.collected.front()));
      // Not before it gets this one back.
      input.free_since_ms = std::numeric_limits<int64_t>::max();
      input.collected.pop_front();
      input.next = 0;
      return;
    }
  } while (next == nullptr || input.Precedes(*next));
}

void Merger::Flush() {
  if (batch_.size == 0) return;
  for (const auto& output : outputs_) output->Consume(batch_.packets.data(), batch_.size);
  batch_.size = 0;
}

}  // namespace fandump
