#include "sink/savefile_held_back.h"

#include <zstd.h>

#include <algorithm>

namespace fandump {
namespace {

constexpr size_t kBlockHeader = 3;

// Of a block that begins there, with its header.
size_t BlockLength(const uint8_t* at) {
  constexpr uint32_t kRepeated = 1;
  const uint32_t header = at[0] | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16;
  return kBlockHeader + ((header >> 1 & 3) == kRepeated ? 1 : header >> 3);
}

// Counts what a frame holds.
class Decoder {
 public:
  Decoder() : context_(ZSTD_createDCtx(), ZSTD_freeDCtx), output_(ZSTD_DStreamOutSize()) {}

  // false: it is no frame. Takes whole blocks.
  bool Take(ByteSequence bytes) {
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer output{output_.data(), output_.size(), 0};
      const size_t result = ZSTD_decompressStream(context_.get(), &output, &input);
      if (ZSTD_isError(result) != 0) return false;
      made_ += output.pos;
      if (result == 0 || (input.pos == input.size && output.pos < output.size)) return true;
    }
  }

  size_t made() const { return made_; }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_;
  std::vector<uint8_t> output_;
  size_t made_ = 0;
};

}  // namespace

void ZstdHeldBack::Begin() {
  if (is_end_) {
    header_.clear();
  } else if (header_.empty() && bytes_.size() >= kHeader) {
    header_.assign(bytes_.begin(), bytes_.begin() + kHeader);
  }
  bytes_.clear();
  buffers_.clear();
  is_flushed_ = is_end_ = false;
}

// The threads compress each buffer without what comes before it, so that what came since a flush can be read alone.
std::vector<CompressedStream::BufferEnd> ZstdHeldBack::EndsWithin(size_t size) const {
  std::vector<CompressedStream::BufferEnd> ends;
  const ByteSequence bytes = ByteSequence(bytes_).first(std::min(size, bytes_.size()));
  size_t at = header_.empty() ? kHeader : 0;
  if (bytes.size() < at) return ends;
  std::vector<uint8_t> header =
      header_.empty() ? std::vector<uint8_t>(bytes.begin(), bytes.begin() + kHeader) : header_;
  // It has a checksum, which is of the whole frame.
  header[kDescriptorAt] = 0;
  Decoder decoder;
  if (!decoder.Take(header)) return ends;
  size_t buffer = 0, buffer_end = 0;
  while (bytes.size() - at >= kBlockHeader) {
    const size_t length = BlockLength(bytes.data() + at);
    if (length > bytes.size() - at || !decoder.Take(bytes.subspan(at, length))) break;
    at += length;
    while (buffer < buffers_.size() && buffer_end < decoder.made()) buffer_end += buffers_[buffer++];
    const bool is_known = !ends.empty() && ends.back().buffers == buffer;
    if (buffer > 0 && buffer_end == decoder.made() && !is_known) ends.push_back({buffer, at});
  }
  return ends;
}

}  // namespace fandump
