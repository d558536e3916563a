// Where the blocks of compressed frames end: zstd (RFC 8878, section 3.1.1), lz4 (lz4 frame format 1.6.3). A file that
// was torn can be ended there.
#pragma once

#include <array>
#include <memory>

#include "types.h"

namespace fandump {

// What a frame begins with: all before its first block.
struct FrameHeader {
  static constexpr size_t kLongest = 19;

  uint64_t at = 0;  // in the file
  std::array<uint8_t, kLongest> bytes{};
  size_t size = 0;
};

class FrameBlocks {
 public:
  // By the first four bytes of a file; nullptr for what has no blocks that can be told apart.
  static std::unique_ptr<FrameBlocks> Make(const uint8_t* magic);
  virtual ~FrameBlocks() = default;

  // How many of the size bytes that follow belong to the piece that they begin with, or that has begun before them;
  // these are taken. size > 0.
  size_t Take(const uint8_t* bytes, size_t size);
  // A block has just ended, and it was not the frame's last.
  bool is_behind_block() const { return left_ == 0 && piece_ == Piece::kBlock && !is_last_; }
  // Of the frame whose block has just ended.
  const FrameHeader& header() const { return header_; }

 protected:
  enum class Piece { kStart, kHeader, kBlockHeader, kBlock, kTrailer, kUnknown };

  struct NextPiece {
    Piece piece;
    uint64_t length;
  };
  // What follows the piece that has just ended, whose first bytes are in head_.
  virtual NextPiece Next() = 0;

  Piece piece_ = Piece::kStart;
  std::array<uint8_t, FrameHeader::kLongest> head_{};
  bool is_last_ = false;  // zstd says so of a block

 private:
  void NoteHeader();

  FrameHeader header_;
  uint64_t left_ = 0;  // of the piece
  size_t head_size_ = 0;
  uint64_t position_ = 0;
};

}  // namespace fandump
