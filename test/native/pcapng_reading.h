// The blocks of a pcapng file in the byte order of this host, for the tests of those who write them.
#pragma once

#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "check.h"
#include "sink/pcapng_blocks.h"

namespace fandump::test {

// One that is not cut off.
struct Block {
  uint32_t type;
  std::vector<uint8_t> body;
};

inline uint32_t Read32(const std::vector<uint8_t>& bytes, size_t at) {
  uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

inline std::vector<Block> BlocksIn(const std::vector<uint8_t>& bytes) {
  std::vector<Block> blocks;
  for (size_t at = 0; at + 12 <= bytes.size();) {
    const size_t length = Read32(bytes, at + 4);
    CHECK_EQ(length % 4, size_t{0});
    CHECK_EQ(Read32(bytes, at + length - 4), static_cast<uint32_t>(length));
    blocks.push_back({Read32(bytes, at),
                      {bytes.begin() + static_cast<std::ptrdiff_t>(at + 8),
                       bytes.begin() + static_cast<std::ptrdiff_t>(at + length - 4)}});
    at += length;
  }
  return blocks;
}

inline std::vector<Block> OfType(const std::vector<Block>& blocks, uint32_t type) {
  std::vector<Block> found;
  for (const Block& block : blocks) {
    if (block.type == type) found.push_back(block);
  }
  return found;
}

// at: where they begin in the body.
inline std::map<uint16_t, std::string> OptionsOf(const Block& block, size_t at) {
  std::map<uint16_t, std::string> options;
  while (at + 4 <= block.body.size()) {
    const uint32_t header = Read32(block.body, at);
    const auto code = static_cast<uint16_t>(header);
    const size_t length = header >> 16;
    if (code == 0) break;
    options[code] = std::string(block.body.begin() + static_cast<std::ptrdiff_t>(at + 4),
                                block.body.begin() + static_cast<std::ptrdiff_t>(at + 4 + length));
    at += 4 + pcapng::PadToWord(length);
  }
  return options;
}

// Of an enhanced packet block.
inline std::map<uint16_t, std::string> PacketOptions(const Block& block) {
  return OptionsOf(block, 20 + pcapng::PadToWord(Read32(block.body, 12)));
}

}  // namespace fandump::test
