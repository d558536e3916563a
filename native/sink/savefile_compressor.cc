#include "sink/savefile_compressor.h"

#include <lz4frame.h>
#include <pthread.h>
#include <zlib.h>

#include <string>
#include <utility>

#include "capture_thread.h"

namespace fandump {
namespace {

// windowBits of deflateInit2: the largest window, and 16 more for gzip's header in place of zlib's.
constexpr int kGzipWindowBits = 15 + 16;
constexpr int kGzipMemoryLevel = 8;

[[noreturn]] void Throw(const std::string& library, const std::string& why) {
  throw CaptureError("ECOMPRESS", "compressing a savefile: " + library + ": " + why);
}

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
    preferences_.autoFlush = 1;
    // So that the blocks of several buffers can stand in one frame.
    preferences_.frameInfo.blockMode = LZ4F_blockIndependent;
    preferences_.frameInfo.blockChecksumFlag = LZ4F_blockChecksumEnabled;
    preferences_.frameInfo.blockSizeID = LZ4F_max1MB;
    Check(LZ4F_createCompressionContext(&context_, LZ4F_VERSION));
  }
  ~Lz4Compressor() override { LZ4F_freeCompressionContext(context_); }
  Lz4Compressor(const Lz4Compressor&) = delete;
  Lz4Compressor& operator=(const Lz4Compressor&) = delete;

  // Step by step: in one the library chooses smaller blocks for a smaller buffer, and says so in the header.
  void Compress(const uint8_t* bytes, size_t size, std::vector<uint8_t>& frame) override {
    frame.resize(LZ4F_HEADER_SIZE_MAX + LZ4F_compressBound(size, &preferences_));
    const auto room = [&frame](size_t used) { return frame.size() - used; };
    size_t length = Check(LZ4F_compressBegin(context_, frame.data(), frame.size(), &preferences_));
    length += Check(LZ4F_compressUpdate(context_, frame.data() + length, room(length), bytes, size, nullptr));
    length += Check(LZ4F_compressEnd(context_, frame.data() + length, room(length), nullptr));
    frame.resize(length);
  }

 private:
  static size_t Check(size_t result) {
    if (LZ4F_isError(result) != 0) Throw("lz4", LZ4F_getErrorName(result));
    return result;
  }

  LZ4F_preferences_t preferences_{};
  LZ4F_cctx* context_ = nullptr;
};

void CompressBuffers(FrameCompressor& compressor, WriteBufferPool& buffers) {
  pthread_setname_np(pthread_self(), "fandump-zip");
  while (WriteBuffer* buffer = buffers.TakeUncompressed()) {
    RunGuarded(
        "compressing a savefile", [&] { compressor.Compress(buffer->bytes.get(), buffer->size, buffer->compressed); },
        [buffer](const CaptureError& error) { buffer->failure = error; });
    buffers.PutCompressed(buffer);
  }
}

std::vector<std::unique_ptr<FrameCompressor>> MakeFrameCompressors(const CompressionOptions& options) {
  std::vector<std::unique_ptr<FrameCompressor>> compressors;
  for (unsigned i = 0; i < options.threads; i++) compressors.push_back(MakeFrameCompressor(options));
  return compressors;
}

}  // namespace

std::unique_ptr<FrameCompressor> MakeFrameCompressor(const CompressionOptions& options) {
  if (options.method == Compression::kGzip) return std::make_unique<GzipCompressor>(options.level);
  return std::make_unique<Lz4Compressor>(options.level);
}

CompressorPool::CompressorPool(const CompressionOptions& options, WriteBufferPool& buffers)
    : CompressorPool(MakeFrameCompressors(options), buffers) {}

CompressorPool::CompressorPool(std::vector<std::unique_ptr<FrameCompressor>> compressors, WriteBufferPool& buffers) {
  threads_.reserve(compressors.size());
  try {
    for (auto& compressor : compressors) {
      threads_.push_back(StartThread("compresses a savefile",
                                     [&buffers, own = std::move(compressor)] { CompressBuffers(*own, buffers); }));
    }
  } catch (...) {
    buffers.StopWriting();
    Join();
    throw;
  }
}

CompressorPool::~CompressorPool() { Join(); }

void CompressorPool::Join() {
  for (std::thread& thread : threads_) thread.join();
}

}  // namespace fandump
