#include "source/savefile_decompressor.h"

#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <stdexcept>

#include "source/savefile_magic.h"

namespace fandump {
namespace {

// windowBits of inflateInit2: the largest window, and 16 more for gzip's header in place of zlib's.
constexpr int kGzipWindowBits = 15 + 16;

class GzipDecompressor : public SavefileDecompressor {
 public:
  GzipDecompressor() {
    if (inflateInit2(&stream_, kGzipWindowBits) != Z_OK) throw std::runtime_error("zlib: out of memory");
  }
  ~GzipDecompressor() override { inflateEnd(&stream_); }
  GzipDecompressor(const GzipDecompressor&) = delete;
  GzipDecompressor& operator=(const GzipDecompressor&) = delete;

  Progress Decompress(const uint8_t* input, size_t input_size, uint8_t* output, size_t output_size) override {
    stream_.next_in = const_cast<uint8_t*>(input);
    stream_.avail_in = static_cast<uInt>(input_size);
    stream_.next_out = output;
    stream_.avail_out = static_cast<uInt>(output_size);
    if (is_between_members_) {
      // gzip(1) says nothing of zeros behind the last member either: tapes and block devices fill up with them.
      while (stream_.avail_in > 0 && *stream_.next_in == 0) {
        stream_.next_in++;
        stream_.avail_in--;
      }
      if (stream_.avail_in == 0) return {input_size, 0, true};
      is_between_members_ = false;
    }
    const int result = inflate(&stream_, Z_NO_FLUSH);
    // What was made before the damage comes out first; the next call meets the damage again.
    const bool is_damaged = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
    if (is_damaged && stream_.avail_out == output_size) {
      throw std::runtime_error(std::string("gzip: ") + (stream_.msg != nullptr ? stream_.msg : zError(result)));
    }
    if (result == Z_STREAM_END) {
      inflateReset(&stream_);
      is_between_members_ = true;
    }
    return {input_size - stream_.avail_in, output_size - stream_.avail_out, result == Z_STREAM_END};
  }

 private:
  z_stream stream_{};
  bool is_between_members_ = false;
};

class ZstdDecompressor : public SavefileDecompressor {
 public:
  ZstdDecompressor() : context_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (!context_) throw std::runtime_error("zstd: out of memory");
  }

  Progress Decompress(const uint8_t* input, size_t input_size, uint8_t* output, size_t output_size) override {
    ZSTD_inBuffer in{input, input_size, 0};
    ZSTD_outBuffer out{output, output_size, 0};
    const size_t result = ZSTD_decompressStream(context_.get(), &out, &in);
    if (ZSTD_isError(result) != 0) throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(result));
    return {in.pos, out.pos, result == 0};
  }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_;
};

class Lz4Decompressor : public SavefileDecompressor {
 public:
  Lz4Decompressor() {
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context_, LZ4F_VERSION)) != 0) {
      throw std::runtime_error("lz4: out of memory");
    }
  }
  ~Lz4Decompressor() override { LZ4F_freeDecompressionContext(context_); }
  Lz4Decompressor(const Lz4Decompressor&) = delete;
  Lz4Decompressor& operator=(const Lz4Decompressor&) = delete;

  Progress Decompress(const uint8_t* input, size_t input_size, uint8_t* output, size_t output_size) override {
    Progress progress{input_size, output_size, false};
    const size_t result = LZ4F_decompress(context_, output, &progress.made, input, &progress.taken, nullptr);
    if (LZ4F_isError(result) != 0) throw std::runtime_error(std::string("lz4: ") + LZ4F_getErrorName(result));
    progress.frame_ended = result == 0;
    return progress;
  }

 private:
  LZ4F_dctx* context_ = nullptr;
};

// What begins with skippable frames, which zstd and lz4 have in common (RFC 8878, section 3.1.2): the first other frame
// says which of the two it is.
class BehindSkippableFrames : public SavefileDecompressor {
 public:
  Progress Decompress(const uint8_t* input, size_t input_size, uint8_t* output, size_t output_size) override {
    if (inner_) return inner_->Decompress(input, input_size, output, output_size);
    Progress progress{static_cast<size_t>(std::min<uint64_t>(skipped_left_, input_size)), 0, false};
    skipped_left_ -= progress.taken;
    while (skipped_left_ == 0 && progress.taken < input_size && header_size_ < header_.size()) {
      header_[header_size_++] = input[progress.taken++];
      if (header_size_ == kSavefileMagicLength && !IsSkippableFrame(header_.data())) {
        return Begin(progress, output, output_size);
      }
    }
    if (header_size_ == header_.size()) {
      skipped_left_ = ReadLittle32(&header_[kSavefileMagicLength]);
      header_size_ = 0;
    }
    progress.frame_ended = skipped_left_ == 0 && header_size_ == 0;
    return progress;
  }

 private:
  Progress Begin(Progress progress, uint8_t* output, size_t output_size) {
    inner_ = MakeDecompressor(header_.data());
    if (!inner_) throw std::runtime_error("what follows a skippable frame is not compressed");
    // A magic number makes no output, and all of it is taken.
    inner_->Decompress(header_.data(), kSavefileMagicLength, output, output_size);
    return progress;
  }

  std::array<uint8_t, kSkippableHeaderLength> header_{};
  size_t header_size_ = 0;
  uint64_t skipped_left_ = 0;
  std::unique_ptr<SavefileDecompressor> inner_;
};

struct Format {
  SavefileMagic magic;
  std::unique_ptr<SavefileDecompressor> (*make)();
};

template <typename Decompressor>
std::unique_ptr<SavefileDecompressor> Make() {
  return std::make_unique<Decompressor>();
}

constexpr Format kFormats[] = {
    {{{0x1f, 0x8b}, 2}, Make<GzipDecompressor>},
    {{{0x28, 0xb5, 0x2f, 0xfd}}, Make<ZstdDecompressor>},
    {{{0x04, 0x22, 0x4d, 0x18}}, Make<Lz4Decompressor>},
};

}  // namespace

std::unique_ptr<SavefileDecompressor> MakeDecompressor(const uint8_t* start) {
  if (IsSkippableFrame(start)) return std::make_unique<BehindSkippableFrames>();
  for (const Format& format : kFormats) {
    if (format.magic.Begins(start)) return format.make();
  }
  return nullptr;
}

}  // namespace fandump
