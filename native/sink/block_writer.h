// A thread that writes blocks of whole savefile records to a descriptor, so that whoever fills them never waits for a
// disk until every block of the pool is on its way.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "types.h"

namespace fandump {

// Whole records of one file, of which the first header_bytes (in the first block only) are the file header.
struct WriteBlock {
  uint8_t* data = nullptr;
  uint32_t used = 0;
  uint32_t header_bytes = 0;
};

class BlockWriter {
 public:
  // Holds the file's header and the largest record (kMaxSnaplen and its header) with room to batch smaller ones.
  static constexpr size_t kBlockBytes = 512 * 1024;
  static constexpr size_t kBlockCount = 16;

  // Takes over fd unless it is standard output. name is for messages.
  BlockWriter(int fd, std::string name);
  ~BlockWriter();
  BlockWriter(const BlockWriter&) = delete;
  BlockWriter& operator=(const BlockWriter&) = delete;

  // An empty block; waits while all are on their way. Throws CaptureError once writing has failed.
  WriteBlock* Acquire();
  // Hands a block to the thread.
  void Submit(WriteBlock* block);
  // Waits until everything is written and closes the file. Throws CaptureError if something was not.
  void Finish();

  // Packets and their captured bytes that have reached the file. Any thread.
  uint64_t written() const { return written_.load(std::memory_order_relaxed); }
  uint64_t written_bytes() const { return written_bytes_.load(std::memory_order_relaxed); }

 private:
  void Run();
  void Write(const WriteBlock& block);
  // After a failed write that left `reached` bytes of the block in the file: cuts the file after its last whole record.
  void CutTornRecord(const WriteBlock& block, size_t reached);
  // Counts the whole records in the first `reached` bytes and returns where they end.
  size_t CountRecords(const WriteBlock& block, size_t reached);
  void Fail(int system_errno);
  void Join();

  const int fd_;
  const std::string name_;
  uint8_t* memory_;
  std::vector<WriteBlock> blocks_;
  uint64_t file_bytes_ = 0;  // whole records in the file; the thread's own
  std::atomic<uint64_t> written_{0};
  std::atomic<uint64_t> written_bytes_{0};

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<WriteBlock*> free_;
  std::deque<WriteBlock*> submitted_;
  bool finishing_ = false;
  std::optional<CaptureError> failure_;
  std::thread thread_;
};

}  // namespace fandump
