// Compressed savefiles: gzip (RFC 1952), zstd (RFC 8878) and lz4 frames, any number of them one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace fandump {

class SavefileDecompressor {
 public:
  virtual ~SavefileDecompressor() = default;

  struct Progress {
    size_t taken = 0;  // bytes of input
    size_t made = 0;   // bytes of output
    bool frame_ended = false;
  };
  // Takes some input, makes some output, and stops at the end of a frame. Throws std::runtime_error with the reason
  // where the input is damaged.
  virtual Progress Decompress(const uint8_t* input, size_t input_size, uint8_t* output, size_t output_size) = 0;
};

// By the first four bytes of a file; nullptr: not compressed in a way that we know.
std::unique_ptr<SavefileDecompressor> MakeDecompressor(const uint8_t* start);

}  // namespace fandump
