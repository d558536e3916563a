// The bytes of a savefile or of a pipe that carries one, read in large pieces into one piece of memory, and decompressed
// where they are compressed.
#pragma once

#include <memory>

#include "source/savefile_decompressor.h"
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
  // timeout_ms (-1: for ever). Throws CaptureError "ESAVEFILE_READ", or "ESAVEFILE_DAMAGED" where it cannot be
  // decompressed.
  FillStatus Fill(size_t wanted, int timeout_ms);

  // What is buffered, and all that follows, is compressed, if its first four bytes say so: decompresses from here on.
  // Throws as Fill.
  void DecompressIfCompressed();

  // Waits until wanted bytes are buffered; false where the file ends before.
  bool FillWhole(size_t wanted);

  // An error about what lies at data(), with the name of the file and the place in it.
  CaptureError Error(const std::string& code, const std::string& what, const std::string& hint = "") const;

  // For a file to be cut behind its last whole record: bytes from its start to data(), or to the end of the last frame
  // whose bytes are all taken. kEnd was seen, or an error.
  uint64_t whole_offset();
  bool is_compressed() const { return decompressor_ != nullptr; }

 private:
  std::string Name() const;
  void MakeRoom(size_t wanted);
  FillStatus Read(uint8_t* to, size_t room, int timeout_ms, size_t& count);
  FillStatus FillDecompressed(int timeout_ms);
  void NoteTakenFrames();

  const std::string path_;
  int fd_ = -1;
  bool may_block_ = false;
  std::unique_ptr<uint8_t[]> memory_;
  size_t capacity_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;
  uint64_t offset_of_memory_ = 0;  // place in the file, when decompressed, of memory_[0]

  // What is read and not yet decompressed.
  std::unique_ptr<SavefileDecompressor> decompressor_;
  std::vector<uint8_t> compressed_;
  size_t compressed_begin_ = 0;
  size_t compressed_end_ = 0;
  uint64_t compressed_offset_ = 0;    // place in the file of compressed_[compressed_begin_]
  bool is_in_frame_ = false;
  bool is_at_end_ = false;
  // Ends of frames in the file, each with where it lies when decompressed; only those that lie ahead of data().
  struct FrameEnd {
    uint64_t compressed;
    uint64_t decompressed;
  };
  std::vector<FrameEnd> frame_ends_;
  uint64_t whole_frames_end_ = 0;
};

}  // namespace fandump
