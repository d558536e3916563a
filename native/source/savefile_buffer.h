// The bytes of a savefile or of a pipe that carries one, read in large pieces into one piece of memory, and
// decompressed where they are compressed.
#pragma once

#include <memory>

#include "owned_fd.h"
#include "source/savefile_decoded_tail.h"
#include "source/savefile_decompressor.h"
#include "source/savefile_frame_blocks.h"
#include "types.h"

namespace fandump {

// Where a compressed file can be cut: behind a frame, or behind a block, where the frame then has to be ended.
struct FrameBorder {
  uint64_t compressed = 0;    // place in the file
  uint64_t decompressed = 0;  // and in what it holds
  bool is_in_frame = false;
  FrameHeader frame;                // that it is in
  uint64_t frame_decompressed = 0;  // where that begins in what the file holds
};

class SavefileBuffer {
 public:
  enum class FillStatus {
    kMore,  // perhaps not yet enough
    kTimeout,
    kEnd,
  };

  // path "-": standard input.
  explicit SavefileBuffer(std::string path);
  // A descriptor that is open already; name is for messages.
  SavefileBuffer(OwnedFd fd, std::string name);
  ~SavefileBuffer();
  SavefileBuffer(const SavefileBuffer&) = delete;
  SavefileBuffer& operator=(const SavefileBuffer&) = delete;

  // Throws CaptureError "ESAVEFILE_OPEN" where the path names nothing, a directory or what may not be read.
  void Open();

  // Throws CaptureError "ESAVEFILE_AGAIN" where what is open is no file but a pipe or a terminal.
  void RequireReadableAgain() const;
  // Forgets what is buffered and goes on at the start of the file.
  void Rewind();

  // What is buffered and not yet taken. Writable; valid until Fill.
  uint8_t* data() const { return memory_.get() + begin_; }
  size_t size() const { return end_ - begin_; }
  void Take(size_t count) {
    begin_ += count;
    if (next_end_ < ends_.size()) NoteTakenEnds();
  }

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
  // "ESAVEFILE_TRUNCATED": the record at data() is torn, and all before it is whole.
  CaptureError TornError(const std::string& what) const;

  // Of what was taken: bytes from the start of the file, or of what a compressed one holds.
  uint64_t taken_offset() const { return offset_of_memory_ + begin_; }
  bool is_compressed() const { return decompressor_ != nullptr; }

  // Of a compressed file: how much of it was taken by the decompressor; the last border that lies at taken_offset() or
  // before it, the file's start where there is none; and what was decompressed from there up to taken_offset(), none
  // where that is too much to be kept. KeepDecoded comes before the first Fill.
  uint64_t compressed_offset() const { return compressed_offset_; }
  const FrameBorder& border() const { return border_; }
  std::optional<std::span<const uint8_t>> behind_border() const {
    return tail_ ? tail_->Between(border_.decompressed, taken_offset()) : std::nullopt;
  }
  void KeepDecoded() { tail_.emplace(); }

 private:
  std::string Name() const;
  void MakeRoom(size_t wanted);
  FillStatus Read(uint8_t* to, size_t room, int timeout_ms, size_t& count);
  // A system call has failed: whether it is worth another one.
  FillStatus Interrupted() const;
  FillStatus FillDecompressed(int timeout_ms);
  void NoteEnd(bool is_of_frame);
  void NoteTakenEnds();

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
  uint64_t compressed_offset_ = 0;  // place in the file of compressed_[compressed_begin_]
  bool is_in_frame_ = false;
  bool is_at_end_ = false;
  std::unique_ptr<FrameBlocks> blocks_;  // none: only ends of frames are known
  size_t until_border_ = 0;              // bytes that are left of a piece of a frame
  bool is_border_due_ = false;           // a block has ended, and what it holds has not all come out
  uint64_t frame_decompressed_ = 0;      // where the frame begins in what the file holds
  // Ends of blocks and frames; those from next_end_ on are ahead of data().
  std::vector<FrameBorder> ends_;
  size_t next_end_ = 0;
  FrameBorder border_;
  std::optional<DecodedTail> tail_;
};

}  // namespace fandump
