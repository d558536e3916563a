#include "sink/savefile_buffers.h"

#include <algorithm>

namespace fandump {
namespace {

// How often the source is looked at while there is no free buffer.
constexpr std::chrono::milliseconds kLook{1};

}  // namespace

WriteBufferPool::WriteBufferPool(size_t max_count, bool compresses) : compresses_(compresses), queue_(max_count) {
  buffers_.reserve(max_count);
  free_.reserve(max_count);
  for (size_t i = 0; i < std::min(max_count, kWarmCount); i++) {
    buffers_.push_back(std::make_unique<WriteBuffer>());
    buffers_.back()->bytes = std::make_unique<uint8_t[]>(WriteBuffer::kCapacity);
    free_.push_back(buffers_.back().get());
  }
}

WriteBuffer* WriteBufferPool::Make() {
  buffers_.push_back(std::make_unique<WriteBuffer>());
  buffers_.back()->bytes = std::make_unique_for_overwrite<uint8_t[]>(WriteBuffer::kCapacity);
  return buffers_.back().get();
}

WriteBuffer* WriteBufferPool::TakeFree(const std::function<bool()>& may_wait) {
  std::unique_lock<std::mutex> lock(mutex_);
  // What is new has to be found first, and what is many leaves the cache: both cost time just when there is none left.
  // Compressors of any number shall have a buffer each.
  while (!compresses_ && CanGrow() && may_wait && may_wait()) freed_.wait_for(lock, kLook);
  WriteBuffer* buffer;
  if (CanGrow()) {
    buffer = Make();
  } else {
    if (free_.empty()) waits_++;
    freed_.wait(lock, [this] { return stopped_ || !free_.empty(); });
    if (stopped_) return nullptr;
    buffer = free_.back();
    free_.pop_back();
  }
  lock.unlock();
  buffer->size = 0;
  buffer->packets = 0;
  buffer->captured_bytes = 0;
  buffer->starts.reset();
  buffer->is_ready = !compresses_;
  return buffer;
}

void WriteBufferPool::PutFilled(WriteBuffer* buffer) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    queue_[filled_count_++ % queue_.size()] = buffer;
  }
  if (compresses_) {
    to_compress_.notify_one();
  } else {
    filled_.notify_one();
  }
}

void WriteBufferPool::Close() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
  }
  filled_.notify_one();
  to_compress_.notify_all();
}

WriteBuffer* WriteBufferPool::TakeUncompressed() {
  std::unique_lock<std::mutex> lock(mutex_);
  to_compress_.wait(lock, [this] { return closed_ || stopped_ || compressing_ < filled_count_; });
  if (stopped_ || compressing_ == filled_count_) return nullptr;
  return queue_[compressing_++ % queue_.size()];
}

void WriteBufferPool::PutCompressed(WriteBuffer* buffer) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    buffer->is_ready = true;
  }
  filled_.notify_one();
}

WriteBufferPool::Wait WriteBufferPool::TakeFilled(WriteBuffer*& buffer, std::chrono::steady_clock::time_point until) {
  std::unique_lock<std::mutex> lock(mutex_);
  const auto is_next_ready = [this] {
    return written_ < filled_count_ ? queue_[written_ % queue_.size()]->is_ready : closed_;
  };
  if (until == std::chrono::steady_clock::time_point::max()) {
    filled_.wait(lock, is_next_ready);
  } else if (!filled_.wait_until(lock, until, is_next_ready)) {
    return Wait::kTimeout;
  }
  if (written_ == filled_count_) return Wait::kEnd;
  buffer = queue_[written_++ % queue_.size()];
  if (buffer->failure) throw *buffer->failure;
  return Wait::kBuffer;
}

bool WriteBufferPool::HasFilled() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return written_ < filled_count_;
}

void WriteBufferPool::PutFree(WriteBuffer* buffer) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    free_.push_back(buffer);
  }
  freed_.notify_one();
}

void WriteBufferPool::StopWriting() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopped_ = true;
  }
  freed_.notify_one();
  to_compress_.notify_all();
}

uint64_t WriteBufferPool::waits() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return waits_;
}

}  // namespace fandump
