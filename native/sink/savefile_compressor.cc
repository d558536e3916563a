#include "sink/savefile_compressor.h"

#include <lz4frame.h>
#include <pthread.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

namespace fandump {
namespace {

// windowBits of deflateInit2: the largest window, and 16 more for gzip's header in place of zlib's.
constexpr int kGzipWindowBits = 15 + 16;
constexpr int kGzipMemoryLevel = 8;

[[noreturn]] void Throw(const std::string& library, const std::string& why) {
  throw CaptureError("ECOMPRESS", "compressing a savefile: " + library + ": " + why);
}

class ZstdCompressor : public FrameCompressor {
 public:
  explicit ZstdCompressor(int level) : context_(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    if (!context_) Throw("zstd", "out of memory");
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level == 0 ? ZSTD_CLEVEL_DEFAULT : level);
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  }

  void Compress(const uint8_t* bytes, size_t size, std::vector<uint8_t>& frame) override {
    frame.resize(ZSTD_compressBound(size));
    const size_t length = ZSTD_compress2(context_.get(), frame.data(), frame.size(), bytes, size);
    if (ZSTD_isError(length) != 0) Throw("zstd", ZSTD_getErrorName(length));
    frame.resize(length);
  }

 private:
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context_;
};

class GzipCompressor : public FrameCompressor {
 public:
  explicit GzipCompressor(int level) {
    const int chosen = level == 0 ? Z_DEFAULT_COMPRESSION : level;
    if (deflateInit2(&stream_, chosen, Z_DEFLATED, kGzipWindowBits, kGzipMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
      Throw("zlib", "out of memory");
    }
  }
  ~GzipCompressor() override { deflateEnd(&stream_); }
  GzipCompressor(const GzipCompressor&) = delete;
  GzipCompressor& operator=(const GzipCompressor&) = delete;

  void Compress(const uint8_t* bytes, size_t size, std::vector<uint8_t>& frame) override {
    deflateReset(&stream_);
    frame.resize(deflateBound(&stream_, size));
    stream_.next_in = const_cast<uint8_t*>(bytes);
    stream_.avail_in = static_cast<uInt>(size);
    stream_.next_out = frame.data();
    stream_.avail_out = static_cast<uInt>(frame.size());
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) Throw("zlib", "no room");
    frame.erase(frame.end() - stream_.avail_out, frame.end());
  }

 private:
  z_stream stream_{};
};

class Lz4Compressor : public FrameCompressor {
 public:
  explicit Lz4Compressor(int level) {
    preferences_.compressionLevel = level;
    preferences_.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
    preferences_.frameInfo.blockSizeID = LZ4F_max1MB;
  }

  void Compress(const uint8_t* bytes, size_t size, std::vector<uint8_t>& frame) override {
    preferences_.frameInfo.contentSize = size;
    frame.resize(LZ4F_compressFrameBound(size, &preferences_));
    const size_t length = LZ4F_compressFrame(frame.data(), frame.size(), bytes, size, &preferences_);
    if (LZ4F_isError(length) != 0) Throw("lz4", LZ4F_getErrorName(length));
    frame.resize(length);
  }

 private:
  LZ4F_preferences_t preferences_{};
};

void CompressBuffers(FrameCompressor& compressor, WriteBufferPool& buffers) {
  pthread_setname_np(pthread_self(), "fandump-zip");
  while (WriteBuffer* buffer = buffers.TakeUncompressed()) {
    compressor.Compress(buffer->bytes.get(), buffer->size, buffer->compressed);
    buffers.PutCompressed(buffer);
  }
}

}  // namespace

std::unique_ptr<FrameCompressor> MakeFrameCompressor(const CompressionOptions& options) {
  switch (options.method) {
    case Compression::kGzip:
      return std::make_unique<GzipCompressor>(options.level);
    case Compression::kLz4:
      return std::make_unique<Lz4Compressor>(options.level);
    default:
      return std::make_unique<ZstdCompressor>(options.level);
  }
}

CompressorPool::CompressorPool(const CompressionOptions& options, WriteBufferPool& buffers) {
  // What can fail comes before the first thread.
  std::vector<std::unique_ptr<FrameCompressor>> compressors;
  for (unsigned i = 0; i < options.threads; i++) compressors.push_back(MakeFrameCompressor(options));
  for (auto& compressor : compressors) {
    threads_.emplace_back([&buffers, own = std::move(compressor)] { CompressBuffers(*own, buffers); });
  }
}

CompressorPool::~CompressorPool() {
  for (std::thread& thread : threads_) thread.join();
}

}  // namespace fandump
