// Compression of savefiles, a buffer at a time, by several threads: each buffer becomes a frame (lz4 frame format) or a
// member (gzip, RFC 1952) of its own. savefile_stream.h puts them together; zstd has threads of its own there.
#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "sink/savefile_buffers.h"

namespace fandump {

enum class Compression { kNone, kZstd, kGzip, kLz4 };

struct CompressionOptions {
  Compression method = Compression::kNone;
  int level = 0;  // below 0: zstd's fast ones; 0: the usual one
  unsigned threads = 1;
};

// The context of one thread, kept from buffer to buffer.
class FrameCompressor {
 public:
  virtual ~FrameCompressor() = default;
  // Throws CaptureError "ECOMPRESS".
  virtual void Compress(const uint8_t* bytes, size_t size, std::vector<uint8_t>& frame) = 0;
};

// options.method is kGzip or kLz4.
std::unique_ptr<FrameCompressor> MakeFrameCompressor(const CompressionOptions& options);

// Threads between receiver and writer. What cannot be compressed reaches the writer as a buffer's failure.
class CompressorPool {
 public:
  // Throws CaptureError "ECOMPRESS", or "ETHREAD", after which the buffer pool is stopped.
  CompressorPool(const CompressionOptions& options, WriteBufferPool& buffers);
  // A thread for each.
  CompressorPool(std::vector<std::unique_ptr<FrameCompressor>> compressors, WriteBufferPool& buffers);
  // Returns when the buffer pool was closed, or stopped.
  ~CompressorPool();
  CompressorPool(const CompressorPool&) = delete;
  CompressorPool& operator=(const CompressorPool&) = delete;

 private:
  void Join();

  std::vector<std::thread> threads_;
};

}  // namespace fandump
