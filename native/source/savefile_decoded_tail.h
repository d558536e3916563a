// The end of what a compressed savefile holds, kept as long as it may be wanted.
#pragma once

#include <algorithm>
#include <optional>
#include <span>

#include "types.h"

namespace fandump {

class DecodedTail {
 public:
  // Bytes. What lies further back is forgotten: a file may be one frame without borders, and of any size.
  static constexpr size_t kMost = size_t{32} << 20;

  void Add(const uint8_t* bytes, size_t size) {
    if (bytes_.size() + size > kMost) DropBefore(end());
    bytes_.insert(bytes_.end(), bytes, bytes + size);
  }

  // What lies before this offset is no longer wanted.
  void Forget(uint64_t before) {
    // Now and then, since what is behind moves.
    constexpr size_t kWorthMoving = size_t{1} << 20;
    if (before >= begin_ + kWorthMoving) DropBefore(std::min(before, end()));
  }

  // none: it is forgotten. Valid until Add or Forget.
  std::optional<std::span<const uint8_t>> Between(uint64_t from, uint64_t to) const {
    if (from < begin_ || to > end() || from > to) return std::nullopt;
    return std::span(bytes_).subspan(from - begin_, to - from);
  }

 private:
  uint64_t end() const { return begin_ + bytes_.size(); }
  void DropBefore(uint64_t offset) {
    bytes_.erase(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(offset - begin_));
    begin_ = offset;
  }

  std::vector<uint8_t> bytes_;
  uint64_t begin_ = 0;  // place of bytes_[0] in what the file holds
};

}  // namespace fandump
