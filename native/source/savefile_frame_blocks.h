// Where the blocks of compressed frames end: zstd (RFC 8878, section 3.1.1), lz4 (lz4 frame format 1.6.3). A file that
// was torn can be ended there.
#pragma once

#include <array>
#include <memory>

#include "types.h"

namespace fandump {

// What makes a whole file of one that is cut behind a block.
struct CutFrameEnd {
  std::string mark;              // goes behind it; empty: nothing has to
  uint64_t descriptor_at = 0;    // this byte of the file becomes descriptor; 0: none does
  uint8_t descriptor = 0;
};

class FrameBlocks {
 public:
  // By the first four bytes of a file; nullptr for what has no blocks that can be told apart.
  static std::unique_ptr<FrameBlocks> Make(const uint8_t* magic);
  virtual ~FrameBlocks() = default;

  // How many of the size bytes that follow belong to the piece that they begin with, or that has begun before them;
  // these are taken. size > 0.
  size_t Take(const uint8_t* bytes, size_t size);
  // A block has just ended, and not the frame, and it could end here.
  bool is_behind_block() const { return left_ == 0 && piece_ == Piece::kBlock && can_end_; }
  virtual CutFrameEnd EndOfCut() const = 0;

 protected:
  enum class Piece { kStart, kHeader, kBlockHeader, kBlock, kTrailer, kUnknown };
  static constexpr size_t kLongestHeader = 19;

  struct NextPiece {
    Piece piece;
    uint64_t length;
  };
  // What follows the piece that has just ended, whose first bytes are in head_.
  virtual NextPiece Next() = 0;

  Piece piece_ = Piece::kStart;
  std::array<uint8_t, kLongestHeader> head_{};
  uint64_t frame_began_ = 0;  // in the file
  bool can_end_ = false;

 private:
  uint64_t left_ = 0;  // of the piece
  size_t head_size_ = 0;
  uint64_t position_ = 0;
};

}  // namespace fandump
