#include "sink/tcp_log.h"

#include <algorithm>

namespace fandump {

TcpLog::TcpLog(uint64_t most_bytes) : most_blocks_(std::max<size_t>(2, most_bytes / TcpBlock::kCapacity)) {
  blocks_.push_back(std::make_shared<TcpBlock>());
  newest_ = blocks_.back().get();
}

bool TcpLog::IsFull() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return blocks_.size() == most_blocks_;
}

void TcpLog::BeginBlock(uint64_t needed) {
  Publish();
  newest_->is_complete.store(true);
  const std::lock_guard<std::mutex> lock(mutex_);
  blocks_.push_back(TakeSpare());
  newest_ = blocks_.back().get();
  filled_ = 0;
  // Memory that was read is used again while it is still in the cache.
  const auto is_read = [this, needed] { return needed != UINT64_MAX && first() < needed && blocks_.size() > 1; };
  while (blocks_.size() > most_blocks_ || is_read()) {
    pushed_out_ = std::move(blocks_.front());
    blocks_.pop_front();
    first_.fetch_add(1, std::memory_order_release);
  }
}

// A block whose memory is in use already, unless a reader still holds the only one there is. Readers let go of blocks
// with the lock held, so that what they have read comes before what is written now.
std::shared_ptr<TcpBlock> TcpLog::TakeSpare() {
  if (pushed_out_ == nullptr || pushed_out_.use_count() > 1) return std::make_shared<TcpBlock>();
  pushed_out_->size.store(0, std::memory_order_relaxed);
  pushed_out_->is_complete.store(false, std::memory_order_relaxed);
  return std::move(pushed_out_);
}

void TcpLog::LetGo(TcpPosition& position) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  position.block.reset();
}

TcpPosition TcpLog::End() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto& block = blocks_.back();
  const uint64_t number = first() + blocks_.size() - 1;
  return {number, block->size.load(std::memory_order_acquire), block};
}

bool TcpLog::HasMore(TcpPosition& position) const {
  const bool is_complete = position.block->is_complete.load();
  if (position.offset < position.block->size.load()) return true;
  if (!is_complete) return false;
  const std::lock_guard<std::mutex> lock(mutex_);
  const uint64_t next = position.number + 1;
  // Pushed out, as IsLost() will say.
  if (next < first() || next - first() >= blocks_.size()) return false;
  position = {next, 0, blocks_[next - first()]};
  return position.block->size.load(std::memory_order_acquire) > 0;
}

uint64_t TcpLog::Unread(const TcpPosition& position) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  uint64_t number = first(), bytes = 0;
  for (const auto& block : blocks_) {
    if (number >= position.number) bytes += block->size.load();
    if (number == position.number) bytes -= position.offset;
    number++;
  }
  return bytes;
}

}  // namespace fandump
