// The records that the readers of a tcp sink have still to get: a bounded queue of blocks that all of them share. One
// thread writes; another one reads, for every connection.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

#include "sink/savefile_record.h"

namespace fandump {

// Whole records, one after the other. Bytes below size never change again.
struct TcpBlock {
  static constexpr size_t kCapacity = size_t{512} << 10;
  static_assert(kCapacity >= kMaxPcapRecord);

  std::unique_ptr<uint8_t[]> bytes = std::make_unique_for_overwrite<uint8_t[]>(kCapacity);
  std::atomic<size_t> size{0};
  std::atomic<bool> is_complete{false};  // nothing will be added
};

// Where a reader is; at first between two records.
struct TcpPosition {
  uint64_t number = 0;  // of the block, counted from 0
  size_t offset = 0;
  std::shared_ptr<TcpBlock> block;  // stays readable even when the log has let go of it
};

class TcpLog {
 public:
  // most_bytes: how far a reader may stay behind; two blocks at least are kept.
  explicit TcpLog(uint64_t most_bytes);

  // Writer: whether the newest block has room for so many bytes, a whole block at most.
  bool HasRoom(size_t length) const { return filled_ + length <= TcpBlock::kCapacity; }
  // Writer: whether another block would push the oldest one out.
  bool IsFull() const;
  // Writer: completes the newest block and begins another; lets go of those before needed, the number of the oldest
  // block that a reader is known to need (UINT64_MAX: nothing is known).
  void BeginBlock(uint64_t needed);
  uint8_t* room() { return newest_->bytes.get() + filled_; }
  void Commit(size_t length) { filled_ += length; }
  // Writer: what was committed may be read. Sequentially consistent, as HasMore: who looks at a flag after one of them,
  // and sets it before the other, cannot miss both.
  void Publish() { newest_->size.store(filled_); }

  // Reader: behind the last record that was published.
  TcpPosition End() const;
  // Reader: whether there is something at the position, which moves on to the next block where one is read to its end.
  bool HasMore(TcpPosition& position) const;
  // Reader: needs nothing any more. Positions must not be destroyed before.
  void LetGo(TcpPosition& position) const;
  // Reader: how many bytes lie behind the position, as far as they are kept.
  uint64_t Unread(const TcpPosition& position) const;
  // Reader: whether the position's block was pushed out.
  bool IsLost(const TcpPosition& position) const { return position.number < first(); }
  // Number of the oldest block that is kept. Any thread.
  uint64_t first() const { return first_.load(std::memory_order_acquire); }

 private:
  std::shared_ptr<TcpBlock> TakeSpare();

  const size_t most_blocks_;
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<TcpBlock>> blocks_;  // guarded by mutex_
  std::atomic<uint64_t> first_{0};
  // The writer's own:
  std::shared_ptr<TcpBlock> pushed_out_;
  TcpBlock* newest_ = nullptr;
  size_t filled_ = 0;  // bytes in it, published or not
};

}  // namespace fandump
