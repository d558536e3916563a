// The write buffers that go back and forth between a receiver, the threads that compress, and a savefile's writer.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "types.h"

namespace fandump {

// A file that begins with a buffer; the one before it is complete.
struct FileStart {
  std::string name;
  bool replaces_own = false;  // a ring of files has come round to it
};

// Whole records of a savefile, and what they hold.
struct WriteBuffer {
  static constexpr size_t kCapacity = size_t{512} << 10;

  std::unique_ptr<uint8_t[]> bytes;
  size_t size = 0;
  uint64_t packets = 0;
  uint64_t captured_bytes = 0;
  std::optional<FileStart> starts;
  std::vector<uint8_t> compressed;      // what is written in place of bytes, where files are compressed
  std::optional<CaptureError> failure;  // why it could not be compressed
  bool is_ready = false;                // the pool's: compressed, or not to be
};

// The lock is taken per buffer, never per packet.
class WriteBufferPool {
 public:
  // Buffers kept warm: all of their memory is touched before packets arrive. Beyond them the queue grows while the disk
  // is slow.
  static constexpr size_t kWarmCount = 16;

  // max_count: 2 or more. compresses: buffers go through TakeUncompressed before they are written.
  WriteBufferPool(size_t max_count, bool compresses);

  // Receiver: a free buffer, emptied; waits while all are full. The one given back last comes first: it is still in
  // the cache. may_wait: whether waiting is better than more buffers; may be empty.
  // Returns nullptr once the writer has stopped.
  WriteBuffer* TakeFree(const std::function<bool()>& may_wait);

  // Receiver: hands a filled buffer on, in order.
  void PutFilled(WriteBuffer* buffer);

  // Receiver: no buffer will follow.
  void Close();

  // Compressor: the next buffer; waits for one. nullptr: none will follow.
  WriteBuffer* TakeUncompressed();
  void PutCompressed(WriteBuffer* buffer);

  enum class Wait { kBuffer, kTimeout, kEnd };
  // Writer: the next filled buffer into buffer; waits for one until then. Throws the failure of one that could not be
  // compressed: those before it were taken.
  Wait TakeFilled(WriteBuffer*& buffer, std::chrono::steady_clock::time_point until);

  // Writer: whether another one is filled already.
  bool HasFilled() const;

  // Writer: the buffer is written.
  void PutFree(WriteBuffer* buffer);

  // Writer: takes no more.
  void StopWriting();

  // How often the receiver had to wait for the writer. From any thread.
  uint64_t waits() const;

 private:
  WriteBuffer* Make();
  bool CanGrow() const { return free_.empty() && buffers_.size() < queue_.size() && !stopped_; }

  const bool compresses_;
  mutable std::mutex mutex_;
  std::condition_variable freed_;
  std::condition_variable filled_;
  std::condition_variable to_compress_;
  std::vector<std::unique_ptr<WriteBuffer>> buffers_;
  std::vector<WriteBuffer*> free_;
  // A ring, by counts that only grow: written_ <= compressing_ <= filled_count_.
  std::vector<WriteBuffer*> queue_;
  size_t written_ = 0;
  size_t compressing_ = 0;
  size_t filled_count_ = 0;
  uint64_t waits_ = 0;
  bool closed_ = false;
  bool stopped_ = false;
};

}  // namespace fandump
