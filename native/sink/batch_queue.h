// A fixed ring of memory slots between receiver threads and one reader (JavaScript). A slot is free, being filled by
// one producer, filled, or taken by the reader; only its index travels. Slots are allocated once and never move.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace fandump {

class BatchQueue {
 public:
  // wake is called, from a producer's thread and never under the lock, after a slot was published.
  BatchQueue(size_t slot_count, size_t slot_bytes, std::function<void()> wake);
  ~BatchQueue();
  BatchQueue(const BatchQueue&) = delete;
  BatchQueue& operator=(const BatchQueue&) = delete;

  size_t slot_count() const { return used_.size(); }
  size_t slot_bytes() const { return slot_bytes_; }
  uint8_t* slot(size_t index) { return memory_ + index * slot_bytes_; }

  // Producer: a free slot, or -1. With wait, blocks until one is free; -1 then means that the reader has gone.
  int Acquire(bool wait);
  // Producer: hands a slot with used bytes to the reader.
  void Publish(int slot, uint32_t used);
  // Producer: true when every published slot has been taken, that is, the reader will look at the next one at once.
  bool ReaderIsWaiting();

  // Reader: the oldest filled slot, or -1.
  int Take();
  uint32_t used(int slot) const { return used_[static_cast<size_t>(slot)]; }
  void Release(int slot);

  // The reader has gone: producers no longer wait for it.
  void Close();

 private:
  size_t slot_bytes_;
  size_t mapped_bytes_;
  uint8_t* memory_;
  std::vector<uint32_t> used_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<int> free_;
  std::deque<int> filled_;
  bool closed_ = false;
};

}  // namespace fandump
