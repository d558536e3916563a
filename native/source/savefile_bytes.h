// Integers of a savefile, which is in the byte order of the machine that wrote it.
#pragma once

#include <cstdint>
#include <cstring>

namespace fandump {

class SavefileByteOrder {
 public:
  explicit SavefileByteOrder(bool swapped = false) : swapped_(swapped) {}

  // The caller has checked that the bytes are there.
  uint16_t Read16(const uint8_t* at) const {
    uint16_t value;
    std::memcpy(&value, at, sizeof value);
    return swapped_ ? __builtin_bswap16(value) : value;
  }
  uint32_t Read32(const uint8_t* at) const {
    uint32_t value;
    std::memcpy(&value, at, sizeof value);
    return swapped_ ? __builtin_bswap32(value) : value;
  }
  uint64_t Read64(const uint8_t* at) const {
    uint64_t value;
    std::memcpy(&value, at, sizeof value);
    return swapped_ ? __builtin_bswap64(value) : value;
  }

  // Not the order of this host.
  bool swapped() const { return swapped_; }

 private:
  bool swapped_;
};

}  // namespace fandump
