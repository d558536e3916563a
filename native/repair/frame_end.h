// The end of a compressed file that is cut at a border, with what could be read behind it: zstd (RFC 8878,
// section 3.1.1), lz4 (lz4 frame format 1.6.3), gzip (RFC 1952, section 2.2).
#pragma once

#include <optional>
#include <span>

#include "sink/savefile_compressor.h"
#include "source/savefile_buffer.h"

namespace fandump {

struct FrameEnd {
  std::vector<uint8_t> header;  // in place of that of the border's frame, and as long; empty: that one stays
  std::vector<uint8_t> tail;    // comes behind the border
};

// rest: what the file holds between the border and its new end. It stays in the border's frame, if there is one: some
// readers stop behind the first. none: the frame's header cannot say how much it holds then. Throws CaptureError
// "ECOMPRESS".
std::optional<FrameEnd> EndFrame(Compression method, const FrameBorder& border, std::span<const uint8_t> rest);

}  // namespace fandump
