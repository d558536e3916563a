// Huge pages for savefiles in memory (tmpfs): to find 512 small ones costs more than to copy the packets into them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fandump {

// One huge page after the other, from the second on: the first byte that is written to its place is in a small page,
// which the kernel puts together with 511 empty ones (madvise(2), MADV_COLLAPSE, since Linux 6.1; whatever the settings
// of transparent huge pages are). The file's size stays true, whenever its writer is killed. Where the kernel has no
// huge page, or only after a long search, small ones serve, and it is asked again later.
class HugePages {
 public:
  static constexpr uint64_t kPage = uint64_t{2} << 20;
  // So many are left out after one that was not worth it, more after the next such one.
  static constexpr uint64_t kShortestPause = 64;

  // fd: an empty file on tmpfs, open for reading and writing; not owned. -1: the next file is none.
  void Begin(int fd);

  // Of size bytes that are to be written behind the first at: how many reach into the place of the next huge page, so
  // that Take() is due when they are written; 0: none do.
  size_t Reach(uint64_t at, size_t size) const {
    return fd_ >= 0 && at + size > next_ ? static_cast<size_t>(next_ + 1 - at) : 0;
  }

  void Take();

  // Gives back what is beyond the first size bytes.
  void GiveBack(uint64_t size);

 private:
  int fd_ = -1;
  uint64_t next_ = kPage;
  bool file_has_any_ = false;
  // Of the capture: what was hard to find for one file will be for the next.
  uint64_t pause_ = 0;
  uint64_t to_leave_out_ = 0;
};

}  // namespace fandump
