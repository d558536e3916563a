// What fuzz targets share: the fuzzer's bytes taken piece by piece, and the way to say that a promise was broken.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace fandump::fuzz {

// Numbers are big-endian, so that a seed can be read in a dump. Behind the end everything is zero and empty.
class Input {
 public:
  Input(const uint8_t* data, size_t size) : data_(data), size_(size) {}

  size_t size() const { return size_; }

  uint8_t U8() {
    if (size_ == 0) return 0;
    size_--;
    return *data_++;
  }
  uint16_t U16() {
    const uint8_t high = U8();
    return static_cast<uint16_t>(high << 8 | U8());
  }
  uint32_t U32() {
    const uint32_t high = U16();
    return high << 16 | U16();
  }

  // A copy of at most count bytes, in memory of exactly that length: AddressSanitizer sees a read beyond it.
  std::vector<uint8_t> Bytes(size_t count) {
    const size_t taken = std::min(count, size_);
    std::vector<uint8_t> bytes(data_, data_ + taken);
    bytes.shrink_to_fit();
    data_ += taken;
    size_ -= taken;
    return bytes;
  }
  std::vector<uint8_t> Rest() { return Bytes(size_); }
  std::string Text(size_t count) {
    const std::vector<uint8_t> bytes = Bytes(count);
    return {bytes.begin(), bytes.end()};
  }

 private:
  const uint8_t* data_;
  size_t size_;
};

// Ends the process where the promise does not hold; the fuzzer then keeps the input.
inline void Require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace fandump::fuzz
