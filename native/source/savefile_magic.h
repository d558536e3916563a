// The bytes that a file's format is known by.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace fandump {

constexpr size_t kSavefileMagicLength = 4;

struct SavefileMagic {
  std::array<uint8_t, kSavefileMagicLength> bytes;
  size_t significant = kSavefileMagicLength;

  // start: kSavefileMagicLength bytes.
  bool Begins(const uint8_t* start) const { return std::equal(bytes.begin(), bytes.begin() + significant, start); }
};

}  // namespace fandump
