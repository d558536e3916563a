#include "repair/recompressor.h"

#include <algorithm>
#include <cstring>

namespace fandump {

Recompressor::Recompressor(Compression method, Output output) : output_(std::move(output)) {
  const CompressionOptions options{method, 0, 1};
  stream_ = MakeCompressedStream(options);
  if (UsesCompressorPool(options)) compressor_ = MakeFrameCompressor(options);
  buffer_.bytes = std::make_unique_for_overwrite<uint8_t[]>(WriteBuffer::kCapacity);
}

void Recompressor::Add(ByteSequence bytes) {
  while (!bytes.empty()) {
    const size_t count = std::min(bytes.size(), WriteBuffer::kCapacity - buffer_.size);
    std::memcpy(buffer_.bytes.get() + buffer_.size, bytes.data(), count);
    buffer_.size += count;
    bytes = bytes.subspan(count);
    if (buffer_.size == WriteBuffer::kCapacity) Compress();
  }
}

void Recompressor::Compress() {
  if (buffer_.size == 0) return;
  if (compressor_) compressor_->Compress(buffer_.bytes.get(), buffer_.size, buffer_.compressed);
  output_(stream_->Add(buffer_));
  buffer_.size = 0;
}

void Recompressor::End() {
  Compress();
  output_(stream_->End());
}

}  // namespace fandump
