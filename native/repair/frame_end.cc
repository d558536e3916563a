#include "repair/frame_end.h"

#include <lz4frame.h>

#include <algorithm>
#include <memory>

#include "repair/recompressor.h"

namespace fandump {
namespace {

using Bytes = std::vector<uint8_t>;

// The frame's content up to its new end.
uint64_t ContentSize(const FrameBorder& border, ByteSequence rest) {
  return border.decompressed - border.frame_decompressed + rest.size();
}

// The header of a zstd frame, changed in its place: section 3.1.1.1.
class ZstdHeader {
 public:
  explicit ZstdHeader(const FrameHeader& header) : bytes_(header.bytes.begin(), header.bytes.begin() + header.size) {}

  // What the checksum would be of is no longer all there.
  void TellOfNoChecksum() { bytes_[kDescriptorAt] &= static_cast<uint8_t>(~kChecksum); }

  // false: its field has no room for that.
  bool TellContentSize(uint64_t size) {
    const size_t length = content_size_length();
    if (length == 0) return true;
    const uint64_t offset = length == 2 ? kOffsetOfTwoBytes : 0;
    if (size < offset || (length < sizeof size && (size - offset) >> 8 * length != 0)) return false;
    for (size_t i = 0; i < length; i++) {
      bytes_[bytes_.size() - length + i] = static_cast<uint8_t>((size - offset) >> 8 * i);
    }
    return true;
  }

  // Bytes that a block may hold.
  uint64_t MostInBlock(uint64_t content_size) const {
    constexpr uint64_t kMost = uint64_t{128} << 10;
    if (is_single()) return std::min(kMost, content_size);
    const uint8_t window = bytes_[kDescriptorAt + 1];
    const uint64_t base = uint64_t{1} << (10 + (window >> 3));
    return std::min(kMost, base + base / 8 * (window & 7));
  }

  const Bytes& bytes() const { return bytes_; }

 private:
  static constexpr size_t kDescriptorAt = 4;
  static constexpr uint8_t kChecksum = 4, kSingleSegment = 0x20;
  static constexpr uint64_t kOffsetOfTwoBytes = 256;

  bool is_single() const { return (bytes_[kDescriptorAt] & kSingleSegment) != 0; }
  // It is the header's last field.
  size_t content_size_length() const {
    switch (bytes_[kDescriptorAt] >> 6) {
      case 0:
        return is_single() ? 1 : 0;
      case 1:
        return 2;
      case 2:
        return 4;
      default:
        return 8;
    }
  }

  Bytes bytes_;
};

// The rest in blocks that are not compressed, which takes nothing from the frame's blocks before; section 3.1.1.2.
std::optional<FrameEnd> EndZstdFrame(const FrameBorder& border, ByteSequence rest) {
  constexpr uint32_t kLastBlock = 1;
  const uint64_t content_size = ContentSize(border, rest);
  ZstdHeader header(border.frame);
  header.TellOfNoChecksum();
  if (!header.TellContentSize(content_size)) return std::nullopt;
  FrameEnd end{header.bytes(), {}};
  const uint64_t most = header.MostInBlock(content_size);
  do {
    const ByteSequence block = rest.first(std::min<uint64_t>(rest.size(), most));
    rest = rest.subspan(block.size());
    const uint32_t block_header = static_cast<uint32_t>(block.size()) << 3 | (rest.empty() ? kLastBlock : 0);
    for (unsigned shift = 0; shift < 24; shift += 8) end.tail.push_back(static_cast<uint8_t>(block_header >> shift));
    end.tail.insert(end.tail.end(), block.begin(), block.end());
  } while (!rest.empty());
  return end;
}

size_t CheckLz4(size_t result) {
  if (LZ4F_isError(result) != 0) {
    throw CaptureError("ECOMPRESS", std::string("repairing a savefile: lz4: ") + LZ4F_getErrorName(result));
  }
  return result;
}

// The library makes header and blocks by what the header said, and the header's checksum.
std::optional<FrameEnd> EndLz4Frame(const FrameBorder& border, ByteSequence rest) {
  LZ4F_preferences_t preferences{};
  {
    LZ4F_dctx* context = nullptr;
    CheckLz4(LZ4F_createDecompressionContext(&context, LZ4F_VERSION));
    const std::unique_ptr<LZ4F_dctx, decltype(&LZ4F_freeDecompressionContext)> owner(context,
                                                                                     LZ4F_freeDecompressionContext);
    size_t size = border.frame.size;
    CheckLz4(LZ4F_getFrameInfo(context, &preferences.frameInfo, border.frame.bytes.data(), &size));
  }
  preferences.frameInfo.contentChecksumFlag = LZ4F_noContentChecksum;
  preferences.autoFlush = 1;
  LZ4F_cctx* context = nullptr;
  CheckLz4(LZ4F_createCompressionContext(&context, LZ4F_VERSION));
  const std::unique_ptr<LZ4F_cctx, decltype(&LZ4F_freeCompressionContext)> owner(context, LZ4F_freeCompressionContext);

  FrameEnd end;
  end.header.resize(LZ4F_HEADER_SIZE_MAX);
  if (preferences.frameInfo.contentSize > 0) preferences.frameInfo.contentSize = ContentSize(border, rest);
  end.header.resize(CheckLz4(LZ4F_compressBegin(context, end.header.data(), end.header.size(), &preferences)));
  if (end.header.size() != border.frame.size) return std::nullopt;

  // A second frame, of the rest alone; what is wanted of it lies behind its header.
  preferences.frameInfo.contentSize = 0;
  uint8_t unwanted[LZ4F_HEADER_SIZE_MAX];
  CheckLz4(LZ4F_compressBegin(context, unwanted, sizeof unwanted, &preferences));
  end.tail.resize(LZ4F_compressBound(rest.size(), &preferences));
  const size_t blocks =
      CheckLz4(LZ4F_compressUpdate(context, end.tail.data(), end.tail.size(), rest.data(), rest.size(), nullptr));
  end.tail.resize(blocks +
                  CheckLz4(LZ4F_compressEnd(context, end.tail.data() + blocks, end.tail.size() - blocks, nullptr)));
  return end;
}

}  // namespace

std::optional<FrameEnd> EndFrame(Compression method, const FrameBorder& border, ByteSequence rest) {
  if (border.is_in_frame) return method == Compression::kZstd ? EndZstdFrame(border, rest) : EndLz4Frame(border, rest);
  FrameEnd end;
  if (rest.empty()) return end;
  Recompressor compressor(method,
                          [&end](ByteSequence bytes) { end.tail.insert(end.tail.end(), bytes.begin(), bytes.end()); });
  compressor.Add(rest);
  compressor.End();
  return end;
}

}  // namespace fandump
