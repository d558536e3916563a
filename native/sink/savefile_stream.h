// A compressed savefile as its writer makes it: one frame of zstd (RFC 8878) or lz4 from its first byte to its last,
// since some readers stop behind the first; members of gzip (RFC 1952), which all read on.
#pragma once

#include <memory>
#include <span>

#include "sink/savefile_compressor.h"

namespace fandump {

using ByteSequence = std::span<const uint8_t>;

// What each function returns goes to the file next, and is valid until the next call. Throw CaptureError "ECOMPRESS".
class CompressedStream {
 public:
  virtual ~CompressedStream() = default;
  // Takes a buffer in. Its bytes may come later, if holds_back().
  virtual ByteSequence Add(const WriteBuffer& buffer) = 0;
  virtual bool holds_back() const { return false; }
  // All that was taken in and has not come yet: what is in the file then can be read.
  virtual ByteSequence Flush() { return {}; }
  // The buffers that were taken in since the last Flush, as far as they are wholly in the first size bytes that came
  // since then: where each of them ends there. One that does not end with a block is left out. Empty unless
  // holds_back().
  struct BufferEnd {
    size_t buffers = 0;  // so many, counted from that Flush on
    size_t size = 0;
  };
  virtual std::vector<BufferEnd> EndsWithin(size_t /*size*/) const { return {}; }
  // The end of the file; the next buffer begins another one.
  virtual ByteSequence End() = 0;
  // What makes a whole file of one that ends where a buffer does.
  struct CutEnd {
    ByteSequence mark;    // goes behind it
    size_t flags_at = 0;  // this byte of the file becomes flags; 0: none does
    uint8_t flags = 0;
  };
  virtual CutEnd EndOfCut() const { return {}; }
};

// options.method is not kNone.
std::unique_ptr<CompressedStream> MakeCompressedStream(const CompressionOptions& options);

// Whether the threads of a CompressorPool compress the buffers, before a stream puts them together.
inline bool UsesCompressorPool(const CompressionOptions& options) {
  return options.method == Compression::kGzip || options.method == Compression::kLz4;
}

}  // namespace fandump
