#include "sink/savefile_huge_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "clock.h"

namespace fandump {
namespace {

// linux/mman.h, which may be older than the kernel.
constexpr int kCollapse = 25;

// Half of what 512 small pages cost. It takes longer where the kernel has to put memory in pieces together first, or
// the host of a virtual machine has to find it.
constexpr int64_t kLongestNs = 500'000;
constexpr uint64_t kLongestPause = 512;

// For that the file's bytes have to be mapped, where the address is a multiple of the page, too.
bool Collapse(int fd, uint64_t at) {
  constexpr uint64_t kPage = HugePages::kPage;
  void* const room = mmap(nullptr, 2 * kPage, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) return false;
  void* const page = static_cast<char*>(room) + (kPage - reinterpret_cast<uintptr_t>(room) % kPage) % kPage;
  const bool is_huge = mmap(page, kPage, PROT_NONE, MAP_SHARED | MAP_FIXED, fd, static_cast<off_t>(at)) == page &&
                       madvise(page, kPage, kCollapse) == 0;
  munmap(room, 2 * kPage);
  return is_huge;
}

}  // namespace

void HugePages::Begin(int fd) {
  fd_ = fd;
  next_ = kPage;
  file_has_any_ = false;
}

void HugePages::Take() {
  const uint64_t at = std::exchange(next_, next_ + kPage);
  if (to_leave_out_ > 0) {
    to_leave_out_--;
    return;
  }
  const int64_t began = NowNs(CLOCK_THREAD_CPUTIME_ID);
  const bool is_huge = Collapse(fd_, at);
  const bool was_worth_it = is_huge && NowNs(CLOCK_THREAD_CPUTIME_ID) - began <= kLongestNs;
  file_has_any_ |= is_huge;
  pause_ = was_worth_it ? 0 : std::clamp(pause_ * 8, kShortestPause, kLongestPause);
  to_leave_out_ = pause_;
}

void HugePages::GiveBack(uint64_t size) {
  if (!file_has_any_) return;
  // Where even this fails, the file has more memory than it needs, until it is deleted.
  [[maybe_unused]] const int result = ftruncate(fd_, static_cast<off_t>(size));
}

}  // namespace fandump
