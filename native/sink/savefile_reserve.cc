#include "sink/savefile_reserve.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace fandump {
namespace {

// Beyond it a step costs the file system no less per byte.
constexpr uint64_t kMostAtOnce = uint64_t{64} << 20;

}  // namespace

bool FileReserve::Cover(uint64_t at, size_t size, bool at_once) {
  if (at + size <= end_) return true;
  if (!has_more_ || (at < kLeast && !at_once)) return false;
  const uint64_t begin = std::max(at, end_);
  const uint64_t length = std::max<uint64_t>(std::clamp(at, kLeast, kMostAtOnce), at + size - begin);
  if (fallocate(fd_, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(begin), static_cast<off_t>(length)) != 0) {
    // The disk is nearly full, or the file system does not know it: writing goes on without.
    has_more_ = false;
    return false;
  }
  end_ = begin + length;
  return true;
}

void FileReserve::GiveBack(uint64_t size) {
  if (end_ <= size) return;
  // Where even this fails, the file has more room than it needs, until it is deleted.
  [[maybe_unused]] const int result = ftruncate(fd_, static_cast<off_t>(size));
}

}  // namespace fandump
