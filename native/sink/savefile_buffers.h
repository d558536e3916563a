// The write buffers that go back and forth between a receiver and a savefile's writer thread.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>

#include "types.h"

namespace fandump {

// Whole records of a savefile, and what they hold.
struct WriteBuffer {
  static constexpr size_t kCapacity = size_t{512} << 10;

  std::unique_ptr<uint8_t[]> bytes;
  size_t size = 0;
  size_t header_length = 0;  // bytes of a file header before the first record
  uint64_t packets = 0;
  uint64_t captured_bytes = 0;
};

// The lock is taken per buffer, never per packet.
class WriteBufferPool {
 public:
  // Touches all memory now, so that no page is faulted in while packets arrive.
  explicit WriteBufferPool(size_t count);

  // Receiver: a free buffer, emptied; waits while all are full. The one given back last comes first: it is still in
  // the cache. Returns nullptr once the writer has stopped.
  WriteBuffer* TakeFree();

  // Receiver: hands a filled buffer to the writer, in order.
  void PutFilled(WriteBuffer* buffer);

  // Receiver: no buffer will follow.
  void Close();

  // Writer: the next filled buffer; waits for one. nullptr: closed, and all are taken.
  WriteBuffer* TakeFilled();

  // Writer: the buffer is written.
  void PutFree(WriteBuffer* buffer);

  // Writer: takes no more.
  void StopWriting();

 private:
  std::vector<WriteBuffer> buffers_;
  std::mutex mutex_;
  std::condition_variable freed_;
  std::condition_variable filled_;
  std::vector<WriteBuffer*> free_;
  std::vector<WriteBuffer*> queue_;  // a ring: the oldest at queue_begin_
  size_t queue_begin_ = 0;
  size_t queue_size_ = 0;
  bool closed_ = false;
  bool stopped_ = false;
};

}  // namespace fandump
