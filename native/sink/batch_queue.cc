#include "sink/batch_queue.h"

#include <sys/mman.h>

#include <cerrno>
#include <utility>

#include "types.h"

namespace fandump {

BatchQueue::BatchQueue(size_t slot_count, size_t slot_bytes, std::function<void()> wake)
    : slot_bytes_(slot_bytes), mapped_bytes_(slot_count * slot_bytes), used_(slot_count, 0), wake_(std::move(wake)) {
  // Mapped rather than allocated: pages of slots that are never used cost nothing.
  void* memory = mmap(nullptr, mapped_bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    throw CaptureError("ENOMEM_BATCH", "no memory for the batches to be printed", errno);
  }
  memory_ = static_cast<uint8_t*>(memory);
  // Handed out from the back: the lowest slots are used again and again and stay in the cache.
  for (size_t index = slot_count; index-- > 0;) free_.push_back(static_cast<int>(index));
}

BatchQueue::~BatchQueue() { munmap(memory_, mapped_bytes_); }

int BatchQueue::Acquire(bool wait) {
  std::unique_lock<std::mutex> lock(mutex_);
  if (wait) freed_.wait(lock, [this] { return closed_ || !free_.empty(); });
  if (closed_ || free_.empty()) return -1;
  const int slot = free_.back();
  free_.pop_back();
  return slot;
}

void BatchQueue::Publish(int slot, uint32_t used) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    used_[static_cast<size_t>(slot)] = used;
    filled_.push_back(slot);
  }
  wake_();
}

bool BatchQueue::ReaderIsWaiting() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return filled_.empty();
}

int BatchQueue::Take() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (filled_.empty()) return -1;
  const int slot = filled_.front();
  filled_.pop_front();
  return slot;
}

void BatchQueue::Release(int slot) {
  bool enough;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    free_.push_back(slot);
    enough = free_.size() * 2 >= slot_count();
  }
  // A producer that fills slots faster than they are read would else be woken for each of them, and a wake-up costs as
  // much as printing a hundred packets. The reader gives back every slot, so half of them are free at last.
  if (enough) freed_.notify_all();
}

void BatchQueue::Close() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
  }
  freed_.notify_all();
}

}  // namespace fandump
