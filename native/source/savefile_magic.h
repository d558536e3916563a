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

inline uint32_t ReadLittle32(const uint8_t* bytes) {
  return bytes[0] | uint32_t{bytes[1]} << 8 | uint32_t{bytes[2]} << 16 | uint32_t{bytes[3]} << 24;
}

// A frame of zstd or lz4 that holds nothing of the file's content, with sixteen magic numbers: RFC 8878, section 3.1.2.
// pzstd(1) puts one before each other frame. Behind the magic number comes the length of what follows.
constexpr size_t kSkippableHeaderLength = 8;
// start: kSavefileMagicLength bytes.
inline bool IsSkippableFrame(const uint8_t* start) { return (ReadLittle32(start) & ~0xfU) == 0x184d2a50; }

}  // namespace fandump
