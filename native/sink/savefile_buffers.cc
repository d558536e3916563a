#include "sink/savefile_buffers.h"

namespace fandump {

WriteBufferPool::WriteBufferPool(size_t count) : buffers_(count), queue_(count) {
  for (WriteBuffer& buffer : buffers_) {
    buffer.bytes = std::make_unique<uint8_t[]>(WriteBuffer::kCapacity);
    free_.push_back(&buffer);
  }
}

WriteBuffer* WriteBufferPool::TakeFree() {
  std::unique_lock<std::mutex> lock(mutex_);
  freed_.wait(lock, [this] { return stopped_ || !free_.empty(); });
  if (stopped_) return nullptr;
  WriteBuffer* buffer = free_.back();
  free_.pop_back();
  lock.unlock();
  buffer->size = 0;
  buffer->header_length = 0;
  buffer->packets = 0;
  buffer->captured_bytes = 0;
  return buffer;
}

void WriteBufferPool::PutFilled(WriteBuffer* buffer) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    queue_[(queue_begin_ + queue_size_) % queue_.size()] = buffer;
    queue_size_++;
  }
  filled_.notify_one();
}

void WriteBufferPool::Close() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
  }
  filled_.notify_one();
}

WriteBuffer* WriteBufferPool::TakeFilled() {
  std::unique_lock<std::mutex> lock(mutex_);
  filled_.wait(lock, [this] { return closed_ || queue_size_ > 0; });
  if (queue_size_ == 0) return nullptr;
  WriteBuffer* buffer = queue_[queue_begin_];
  queue_begin_ = (queue_begin_ + 1) % queue_.size();
  queue_size_--;
  return buffer;
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
}

}  // namespace fandump
