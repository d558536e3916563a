// What a zstd frame (RFC 8878, section 3.1.1) that several threads make has given since its last flush: where buffers
// end in it is known only when somebody has to ask.
#pragma once

#include "sink/savefile_stream.h"

namespace fandump {

class ZstdHeldBack {
 public:
  // Of a frame's header, whose window size follows.
  static constexpr size_t kDescriptorAt = 4;

  // A buffer of this size is taken in.
  void Take(size_t size) {
    if (is_flushed_) Begin();
    buffers_.push_back(size);
  }
  void Give(ByteSequence bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  // By a flush, or the end of the frame. These are asked about, too, until the next buffer comes.
  void GiveLast(ByteSequence bytes, bool is_end) {
    if (is_flushed_) Begin();
    Give(bytes);
    is_flushed_ = true;
    is_end_ = is_end;
  }

  // As CompressedStream::EndsWithin.
  std::vector<CompressedStream::BufferEnd> EndsWithin(size_t size) const;

 private:
  // Magic number, descriptor, window size: nobody has told the library how much is to come, and there is no dictionary.
  static constexpr size_t kHeader = kDescriptorAt + 2;

  void Begin();

  std::vector<uint8_t> header_;  // of the frame; empty: it is in bytes_
  std::vector<uint8_t> bytes_;
  std::vector<size_t> buffers_;
  bool is_flushed_ = false;
  bool is_end_ = false;
};

}  // namespace fandump
