#include "sink/savefile_stream.h"

#include <zstd.h>

#include <string>

#include "sink/savefile_held_back.h"

namespace fandump {
namespace {

[[noreturn]] void Throw(const char* why) {
  throw CaptureError("ECOMPRESS", std::string("compressing a savefile: zstd: ") + why);
}

// One frame, in which each buffer ends with a block. Several threads of the library compress each buffer on its own.
class ZstdStream : public CompressedStream {
 public:
  explicit ZstdStream(const CompressionOptions& options) : context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    if (!context_) Throw("out of memory");
    Set(ZSTD_c_compressionLevel, options.level == 0 ? kUsualLevel : options.level);
    Set(ZSTD_c_checksumFlag, 1);
    // One thread of the library beside this one takes half as much processor time again as this one alone does, and
    // cannot look back beyond its buffer. A library that was built without threads refuses these.
    if (options.threads > 1 && Set(ZSTD_c_nbWorkers, options.threads)) {
      has_threads_ = true;
      Set(ZSTD_c_jobSize, static_cast<int>(2 * WriteBuffer::kCapacity));
      Set(ZSTD_c_overlapLog, kNoOverlap);
    }
    output_.resize(ZSTD_compressBound(WriteBuffer::kCapacity));
  }

  ByteSequence Add(const WriteBuffer& buffer) override {
    Begin();
    if (!has_threads_) {
      ZSTD_inBuffer input{buffer.bytes.get(), buffer.size, 0};
      while (Continue(input, ZSTD_e_flush) > 0 || input.pos < input.size) continue;
      return Made();
    }
    held_back_.Take(buffer.size);
    // The first half takes along what has been compressed meanwhile, and waits for nothing.
    ZSTD_inBuffer input{buffer.bytes.get(), buffer.size / 2, 0};
    while (input.pos < input.size) Continue(input, ZSTD_e_continue);
    input.size = buffer.size;
    // Without room the library only notes that a block shall end here; with room it would wait until it has.
    while (true) {
      ZSTD_outBuffer nothing{output_.data(), 0, 0};
      Check(ZSTD_compressStream2(context_.get(), &nothing, &input, ZSTD_e_flush));
      if (input.pos == input.size) break;
      Continue(input, ZSTD_e_continue);
    }
    held_back_.Give(Made());
    return Made();
  }

  bool holds_back() const override { return has_threads_; }
  ByteSequence Flush() override {
    const ByteSequence bytes = Drain(ZSTD_e_flush);
    if (has_threads_) held_back_.GiveLast(bytes, false);
    return bytes;
  }
  ByteSequence End() override {
    const ByteSequence bytes = Drain(ZSTD_e_end);
    if (has_threads_) held_back_.GiveLast(bytes, true);
    return bytes;
  }
  std::vector<BufferEnd> EndsWithin(size_t size) const override { return held_back_.EndsWithin(size); }
  // A last block without bytes, and a header that says nothing of a checksum behind it (RFC 8878, 3.1.1).
  CutEnd EndOfCut() const override { return {kEmptyLastBlock, ZstdHeldBack::kDescriptorAt, 0}; }

 private:
  // A fast level: less than half the time of 3, the library's own choice, for files about a quarter larger, and still
  // smaller than lz4's. A capture has to keep up first.
  static constexpr int kUsualLevel = -3;
  static constexpr uint8_t kEmptyLastBlock[] = {1, 0, 0};
  // Of what a buffer is compressed with before it: buffers do not depend on each other.
  static constexpr int kNoOverlap = 1;

  bool Set(ZSTD_cParameter parameter, int value) {
    return ZSTD_isError(ZSTD_CCtx_setParameter(context_.get(), parameter, value)) == 0;
  }
  static size_t Check(size_t result) {
    if (ZSTD_isError(result) != 0) Throw(ZSTD_getErrorName(result));
    return result;
  }
  void Begin() { made_ = 0; }
  ByteSequence Made() const { return {output_.data(), made_}; }
  size_t Continue(ZSTD_inBuffer& input, ZSTD_EndDirective directive) {
    if (made_ == output_.size()) output_.resize(2 * output_.size());
    ZSTD_outBuffer output{output_.data(), output_.size(), made_};
    const size_t left = Check(ZSTD_compressStream2(context_.get(), &output, &input, directive));
    made_ = output.pos;
    return left;
  }
  ByteSequence Drain(ZSTD_EndDirective directive) {
    Begin();
    ZSTD_inBuffer nothing{nullptr, 0, 0};
    while (Continue(nothing, directive) > 0) continue;
    return Made();
  }

  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_;
  bool has_threads_ = false;
  ZstdHeldBack held_back_;
  std::vector<uint8_t> output_;
  size_t made_ = 0;
};

// Of a frame for each buffer, the header of the first and the blocks of all (lz4 frame format): blocks do not depend on
// each other.
class Lz4Stream : public CompressedStream {
 public:
  ByteSequence Add(const WriteBuffer& buffer) override {
    const size_t skipped = has_begun_ ? kHeader : 0;
    has_begun_ = true;
    return ByteSequence(buffer.compressed).subspan(skipped, buffer.compressed.size() - skipped - sizeof kEndMark);
  }
  ByteSequence End() override {
    if (!has_begun_) return {};
    has_begun_ = false;
    return kEndMark;
  }
  CutEnd EndOfCut() const override { return {kEndMark}; }

 private:
  static constexpr size_t kHeader = 7;  // magic number, two bytes of flags, their checksum
  static constexpr uint8_t kEndMark[4] = {};

  bool has_begun_ = false;
};

class GzipStream : public CompressedStream {
 public:
  ByteSequence Add(const WriteBuffer& buffer) override { return buffer.compressed; }
  ByteSequence End() override { return {}; }
};

}  // namespace

std::unique_ptr<CompressedStream> MakeCompressedStream(const CompressionOptions& options) {
  switch (options.method) {
    case Compression::kGzip:
      return std::make_unique<GzipStream>();
    case Compression::kLz4:
      return std::make_unique<Lz4Stream>();
    default:
      return std::make_unique<ZstdStream>(options);
  }
}

}  // namespace fandump
