// Compression of savefiles, a buffer at a time: each becomes a frame (zstd, RFC 8878; lz4 frame format) or a member
// (gzip, RFC 1952) of its own, so that threads share the work and a file is readable up to its last whole frame.
#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "sink/savefile_buffers.h"

namespace fandump {

enum class Compression { kNone, kZstd, kGzip, kLz4 };

struct CompressionOptions {
  Compression method = Compression::kNone;
  int level = 0;         // 0: the library's usual one
  unsigned threads = 1;
};

// The context of one thread, kept from buffer to buffer.
class FrameCompressor {
 public:
  virtual ~FrameCompressor() = default;
  // Throws CaptureError "ECOMPRESS".
  virtual void Compress(const uint8_t* bytes, size_t size, std::vector<uint8_t>& frame) = 0;
};

// options.method is not kNone.
std::unique_ptr<FrameCompressor> MakeFrameCompressor(const CompressionOptions& options);

// Threads between receiver and writer.
class CompressorPool {
 public:
  CompressorPool(const CompressionOptions& options, WriteBufferPool& buffers);
  // Returns when the buffer pool was closed, or stopped.
  ~CompressorPool();
  CompressorPool(const CompressorPool&) = delete;
  CompressorPool& operator=(const CompressorPool&) = delete;

 private:
  std::vector<std::thread> threads_;
};

}  // namespace fandump
