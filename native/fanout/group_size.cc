#include "fanout/group_size.h"

#include <utility>

namespace fandump {

// Members of the same number hold the same byte.
GroupSize::GroupSize(const std::string& group, uint32_t size)
    : fd_(std::move(OpenGroupFile("sizes-1", group).fd)), size_(size) {
  struct flock own = LockOf(F_RDLCK, size_);
  if (fd_) fcntl(fd_.get(), F_OFD_SETLK, &own);
}

uint32_t GroupSize::Other() const {
  if (!fd_) return 0;
  const uint32_t smaller = OtherIn(0, size_);
  return smaller > 0 ? smaller : OtherIn(off_t{size_} + 1, 0);
}

uint32_t GroupSize::OtherIn(off_t start, off_t length) const {
  struct flock range = LockOf(F_WRLCK, start, length);
  const bool is_held = fcntl(fd_.get(), F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
  return is_held ? static_cast<uint32_t>(range.l_start) : 0;
}

}  // namespace fandump
