// Compressed savefiles as fandump and others lay them out, and what their libraries read of them.
#pragma once

#include <functional>

#include "sink/savefile_compressor.h"
#include "types.h"

namespace fandump::test {

// A savefile that is not compressed, in buffers of whole records as the sink makes them: about 0.9 MB that can be
// compressed, and packets of many sizes.
std::vector<std::vector<uint8_t>> BuffersOfSavefile(bool pcapng);

struct Layout {
  const char* name;
  bool is_one_frame;  // and is to stay one
  std::function<std::vector<uint8_t>(const std::vector<std::vector<uint8_t>>& buffers)> compress;
};
const std::vector<Layout>& Layouts();

// The file as its library decompresses it in one go; throws std::runtime_error where that finds anything wrong, or
// where something follows the last frame.
struct Unpacked {
  std::vector<uint8_t> bytes;
  size_t frames = 0;
};
Unpacked Unpack(const std::vector<uint8_t>& file);

}  // namespace fandump::test
