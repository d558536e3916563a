// The bytes of a savefile or of a pipe that carries one, read in large pieces into one piece of memory, and
// decompressed where they are compressed.
#pragma once

#include <memory>

#include "owned_fd.h"
#include "source/savefile_decompressor.h"
#include "source/savefile_frame_blocks.h"
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

  // For a file to be cut behind its last whole record: bytes from its start to data(); in a compressed file, to the
  // last end of a block or frame that is the end of a record, too. kEnd was seen, or an error.
  uint64_t whole_offset() const { return decompressor_ ? whole_.compressed : offset_of_memory_ + begin_; }
  // What has to be changed in a file that is cut there.
  const CutFrameEnd& end_of_cut() const { return whole_.end; }
  bool is_compressed() const { return decompressor_ != nullptr; }

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
  uint64_t compressed_offset_ = 0;    // place in the file of compressed_[compressed_begin_]
  bool is_in_frame_ = false;
  bool is_at_end_ = false;
  std::unique_ptr<FrameBlocks> blocks_;  // none: only ends of frames are known
  size_t until_border_ = 0;              // bytes that are left of a piece of a frame
  bool is_border_due_ = false;           // a block has ended, and what it holds has not all come out
  // Ends of blocks and frames in the file, each with where it lies when decompressed; those from next_end_ on are ahead
  // of data().
  struct End {
    uint64_t compressed = 0;
    uint64_t decompressed = 0;
    CutFrameEnd end;
  };
  std::vector<End> ends_;
  size_t next_end_ = 0;
  End whole_;
};

}  // namespace fandump
