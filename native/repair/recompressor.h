// What a savefile holds, compressed again as fandump writes it.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "sink/savefile_stream.h"

namespace fandump {

class Recompressor {
 public:
  using Output = std::function<void(ByteSequence)>;

  // method: not kNone. output takes the file's bytes, piece by piece; it may throw.
  Recompressor(Compression method, Output output);

  // Throw CaptureError "ECOMPRESS", and what output throws.
  void Add(ByteSequence bytes);
  // The file's end. Nothing comes for nothing, but of zstd a frame.
  void End();

 private:
  void Compress();

  const Output output_;
  std::unique_ptr<CompressedStream> stream_;
  std::unique_ptr<FrameCompressor> compressor_;  // none: the stream compresses
  WriteBuffer buffer_;
};

}  // namespace fandump
