// Numbers in packet headers: the highest byte comes first (RFC 1700).
#pragma once

#include <cstdint>

namespace fandump {

inline uint16_t Field16(const uint8_t* at) { return static_cast<uint16_t>(at[0] << 8 | at[1]); }

inline uint32_t Field32(const uint8_t* at) { return uint32_t{Field16(at)} << 16 | Field16(at + 2); }

}  // namespace fandump
