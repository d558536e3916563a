// Numbers in network order: the highest byte comes first (RFC 1700).
#pragma once

#include <cstdint>

namespace fandump {

inline uint16_t ReadBig16(const uint8_t* bytes) { return static_cast<uint16_t>(bytes[0] << 8 | bytes[1]); }

inline uint32_t ReadBig24(const uint8_t* bytes) {
  return static_cast<uint32_t>(bytes[0]) << 16 | static_cast<uint32_t>(bytes[1]) << 8 | bytes[2];
}

inline uint32_t ReadBig32(const uint8_t* bytes) {
  return static_cast<uint32_t>(ReadBig16(bytes)) << 16 | ReadBig16(bytes + 2);
}

inline void WriteBig16(uint8_t* bytes, uint16_t value) {
  bytes[0] = static_cast<uint8_t>(value >> 8);
  bytes[1] = static_cast<uint8_t>(value);
}

inline void WriteBig32(uint8_t* bytes, uint32_t value) {
  WriteBig16(bytes, static_cast<uint16_t>(value >> 16));
  WriteBig16(bytes + 2, static_cast<uint16_t>(value));
}

}  // namespace fandump
