// The bytes of a savefile or of a pipe that carries one, read in large pieces into one piece of memory.
#pragma once

#include <memory>

#include "types.h"

namespace fandump {

class SavefileBuffer {
 public:
  enum class FillStatus {
    kMore,  // perhaps not yet enough
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

  // Makes room for wanted bytes in all, moving what is buffered, and reads what is there, waiting for it at most
  // timeout_ms (-1: for ever). Throws CaptureError "ESAVEFILE_READ".
  FillStatus Fill(size_t wanted, int timeout_ms);

  // Waits until wanted bytes are buffered; false where the file ends before.
  bool FillWhole(size_t wanted);

  // An error about what lies at data(), with the name of the file and the place in it.
  CaptureError Error(const std::string& code, const std::string& what, const std::string& hint = "") const;

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
