#include "sink/savefile_behind.h"

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

#include <cerrno>

#include "capture_thread.h"

namespace fandump {
namespace {

constexpr uint64_t kSpan = uint64_t{8} << 20;
static_assert(WriteBehind::kKept % kSpan == 0);

}  // namespace

WriteBehind::~WriteBehind() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void WriteBehind::Begin(int fd) {
  fd_ = fd;
  file_.reset();
  handed_on_ = kKept;
}

int WriteBehind::Written(uint64_t size) {
  if (fd_ < 0 || size < handed_on_ + kSpan) return error_.load(std::memory_order_relaxed);
  if (!file_) file_ = std::make_shared<OwnedFd>(fcntl(fd_, F_DUPFD_CLOEXEC, 0));
  // Without a descriptor or a thread to spare, the system writes when it likes.
  if (!*file_ || !HasThread()) return 0;
  {
    const std::lock_guard lock(mutex_);
    for (; size >= handed_on_ + kSpan; handed_on_ += kSpan) spans_.push_back({file_, static_cast<int64_t>(handed_on_)});
  }
  changed_.notify_one();
  return error_.load(std::memory_order_relaxed);
}

bool WriteBehind::HasThread() {
  if (thread_.joinable()) return true;
  try {
    thread_ = StartThread("has the disk take what is written", [this] { Run(); });
  } catch (const CaptureError&) {
    return false;
  }
  return true;
}

void WriteBehind::Run() {
  pthread_setname_np(pthread_self(), "fandump-behind");
  constexpr unsigned kUntilWritten = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ended_ || !spans_.empty(); });
    if (ended_) return;
    Span span = std::move(spans_.front());
    spans_.pop_front();
    lock.unlock();
    if (sync_file_range(span.file->get(), span.at, kSpan, kUntilWritten) == 0) {
      posix_fadvise(span.file->get(), span.at, kSpan, POSIX_FADV_DONTNEED);
    } else if (errno == EIO || errno == ENOSPC || errno == EDQUOT) {
      // The system tells of it once only: the writer would not hear of it any more.
      error_.store(errno, std::memory_order_relaxed);
    }
    span = {};
    lock.lock();
  }
}

}  // namespace fandump
