#include "source/savefile_frame_blocks.h"

#include <algorithm>
#include <cstring>

#include "source/savefile_magic.h"

namespace fandump {
namespace {

constexpr size_t kMagic = 4;
constexpr uint32_t kZstdMagic = 0xfd2fb528, kLz4Magic = 0x184d2204;

class ZstdBlocks : public FrameBlocks {
  static constexpr uint8_t kChecksum = 4, kSingleSegment = 0x20;

  NextPiece Next() override {
    switch (piece_) {
      case Piece::kStart:
        return StartFrame();
      case Piece::kHeader:
        return {Piece::kBlockHeader, 3};
      case Piece::kBlockHeader:
        return StartBlock();
      case Piece::kBlock:
        if (!is_last_) return {Piece::kBlockHeader, 3};
        return (descriptor_ & kChecksum) != 0 ? NextPiece{Piece::kTrailer, 4} : NextPiece{Piece::kStart, kMagic + 1};
      case Piece::kTrailer:
        return {Piece::kStart, kMagic + 1};
      default:
        return {Piece::kUnknown, 0};
    }
  }

  // Behind magic number and descriptor.
  NextPiece StartFrame() {
    if (ReadLittle32(head_.data()) != kZstdMagic) return {Piece::kUnknown, 0};
    descriptor_ = head_[kMagic];
    const bool is_single = (descriptor_ & kSingleSegment) != 0;
    constexpr size_t kDictionary[] = {0, 1, 2, 4}, kContentSize[] = {0, 2, 4, 8};
    const unsigned size_flag = descriptor_ >> 6;
    const size_t content_size = size_flag == 0 && is_single ? 1 : kContentSize[size_flag];
    const size_t rest = (is_single ? 0 : 1) + kDictionary[descriptor_ & 3] + content_size;
    return rest > 0 ? NextPiece{Piece::kHeader, rest} : NextPiece{Piece::kBlockHeader, 3};
  }

  NextPiece StartBlock() {
    constexpr uint32_t kRepeated = 1;
    const uint32_t header = head_[0] | uint32_t{head_[1]} << 8 | uint32_t{head_[2]} << 16;
    is_last_ = (header & 1) != 0;
    return {Piece::kBlock, (header >> 1 & 3) == kRepeated ? 1 : header >> 3};
  }

  uint8_t descriptor_ = 0;
};

class Lz4Blocks : public FrameBlocks {
  static constexpr uint8_t kBlockChecksum = 0x10, kContentSize = 8, kContentChecksum = 4, kDictionary = 1;
  static constexpr uint32_t kLengthMask = 0x7fffffff;

  NextPiece Next() override {
    switch (piece_) {
      case Piece::kStart:
        if (ReadLittle32(head_.data()) != kLz4Magic) return {Piece::kUnknown, 0};
        flags_ = head_[kMagic];
        // Block size and the header's checksum.
        return {Piece::kHeader,
                size_t{2} + ((flags_ & kContentSize) != 0 ? 8 : 0) + ((flags_ & kDictionary) != 0 ? 4 : 0)};
      case Piece::kHeader:
      case Piece::kBlock:
        return {Piece::kBlockHeader, 4};
      case Piece::kBlockHeader: {
        const uint32_t length = ReadLittle32(head_.data()) & kLengthMask;
        if (length > 0) return {Piece::kBlock, length + ((flags_ & kBlockChecksum) != 0 ? uint64_t{4} : 0)};
        return (flags_ & kContentChecksum) != 0 ? NextPiece{Piece::kTrailer, 4} : NextPiece{Piece::kStart, kMagic + 1};
      }
      case Piece::kTrailer:
        return {Piece::kStart, kMagic + 1};
      default:
        return {Piece::kUnknown, 0};
    }
  }

  uint8_t flags_ = 0;
};

}  // namespace

std::unique_ptr<FrameBlocks> FrameBlocks::Make(const uint8_t* magic) {
  std::unique_ptr<FrameBlocks> blocks;
  if (ReadLittle32(magic) == kZstdMagic) blocks = std::make_unique<ZstdBlocks>();
  if (ReadLittle32(magic) == kLz4Magic) blocks = std::make_unique<Lz4Blocks>();
  if (blocks) blocks->left_ = kMagic + 1;
  return blocks;
}

size_t FrameBlocks::Take(const uint8_t* bytes, size_t size) {
  while (left_ == 0 && piece_ != Piece::kUnknown) {
    NoteHeader();
    const NextPiece next = Next();
    piece_ = next.piece;
    left_ = next.length;
    head_size_ = 0;
  }
  const size_t taken = piece_ == Piece::kUnknown ? size : static_cast<size_t>(std::min<uint64_t>(left_, size));
  if (const size_t kept = std::min(taken, head_.size() - head_size_); kept > 0) {
    std::memcpy(head_.data() + head_size_, bytes, kept);
    head_size_ += kept;
  }
  if (piece_ != Piece::kUnknown) left_ -= taken;
  position_ += taken;
  return taken;
}

// A piece has ended that may be of the frame's header; only these come before blocks.
void FrameBlocks::NoteHeader() {
  if (piece_ != Piece::kStart && piece_ != Piece::kHeader) return;
  if (piece_ == Piece::kStart) header_ = {position_ - head_size_, {}, 0};
  std::memcpy(header_.bytes.data() + header_.size, head_.data(), head_size_);
  header_.size += head_size_;
}

}  // namespace fandump
