// The bytes of a savefile or of a pipe that carries one, read in large pieces into one piece of memory.
#pragma once

#include <memory>

#include "types.h"

namespace fandump {

class SavefileBuffer {
 public:
  enum class FillStatus {
    kFilled,
    kTimeout,
    kEnd,
  };

  // path "-": standard input.
  explicit SavefileBuffer(std::string path);
  ~SavefileBuffer();
  SavefileBuffer(const SavefileBuffer&) = delete;
  SavefileBuffer& operator=(const SavefileBuffer&) = delete;

  // Throws CaptureError "ESAVEFILE_OPEN" where the path names nothing, a directory or what may not be read.
  void Open();

  // What is buffered and not yet taken. Writable; valid until Fill.
  uint8_t* data() const { return memory_.get() + begin_; }
  size_t size() const { return end_ - begin_; }
  void Take(size_t count) { begin_ += count; }

  // Reads until at least wanted bytes are buffered, or none has come for timeout_ms (-1: waits for ever). Moves what is
  // buffered. wanted is at most kMaxFill. Throws CaptureError "ESAVEFILE_READ".
  FillStatus Fill(size_t wanted, int timeout_ms);

  // An error about what lies at data(), with the name of the file and the place in it.
  CaptureError Error(const std::string& code, const std::string& what, const std::string& hint = "") const;

  static constexpr size_t kMaxFill = size_t{32} << 20;

 private:
  std::string Name() const;
  void MakeRoom(size_t wanted);

  const std::string path_;
  int fd_ = -1;
  bool may_block_ = false;
  std::unique_ptr<uint8_t[]> memory_;
  size_t capacity_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;
  uint64_t offset_of_memory_ = 0;  // place in the file of memory_[0]
};

}  // namespace fandump
