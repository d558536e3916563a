#include "sink/savefile_file.h"

#include <linux/magic.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace fandump {
namespace {

// What has its name now is not ours.
bool IsDeleted(int fd) {
  struct stat status {};
  return fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 0;
}

bool IsInMemory(int fd) {
  struct statfs system {};
  return fstatfs(fd, &system) == 0 && (system.f_type == TMPFS_MAGIC || system.f_type == RAMFS_MAGIC);
}

}  // namespace

SavefileFile::~SavefileFile() {
  if (fd_ >= 0 && fd_ != STDOUT_FILENO) close(fd_);
}

std::string SavefileFile::Name() const {
  if (path_ == "-") return "standard output";
  return maker_.rules().part ? PartName(path_) : path_;
}

void SavefileFile::Open(const std::string& path, bool replaces_own) {
  path_ = path;
  replaces_own_ = replaces_own;
  fd_ = path == "-" ? STDOUT_FILENO : maker_.Make(path, replaces_own);
  struct stat status {};
  is_regular_ = fstat(fd_, &status) == 0 && S_ISREG(status.st_mode);
  // What repairs savefiles leaves it alone until it is closed.
  if (is_regular_) flock(fd_, LOCK_SH | LOCK_NB);
  const bool is_file = is_regular_ && path != "-";
  const bool is_in_memory = is_file && IsInMemory(fd_);
  huge_pages_.Begin(is_in_memory ? fd_ : -1);
  is_on_disk_ = is_file && !is_in_memory;
  if (!is_on_disk_) return;
  reserve_ = FileReserve(fd_);
  // What is left of a block when the disk is full must not be what no longer fits: without a reserve there are none.
  if (wants_uncached_ && reserve_.Cover(0, UncachedBlocks::kBlock, true)) uncached_ = UncachedBlocks::Begin(fd_);
}

size_t SavefileFile::Write(const uint8_t* bytes, size_t size) {
  const bool is_covered = reserve_.Cover(written_, size, uncached_ != nullptr);
  if (uncached_ && !is_covered) {
    if (const size_t held = uncached_->held_size(); EndUncached() < held) return 0;
  }
  const size_t done = uncached_ ? WriteUncached(bytes, size) : WriteInSteps(bytes, size);
  written_ += done;
  return done;
}

// A huge page is asked for when its place has a byte.
size_t SavefileFile::WriteInSteps(const uint8_t* bytes, size_t size) {
  size_t done = 0;
  while (const size_t reach = huge_pages_.Reach(written_ + done, size - done)) {
    const size_t count = WriteCached(bytes + done, reach);
    done += count;
    if (count < reach) return done;
    huge_pages_.Take();
  }
  return done + WriteCached(bytes + done, size - done);
}

size_t SavefileFile::WriteUncached(const uint8_t* bytes, size_t size) {
  size_t taken = 0;
  while (taken < size) {
    taken += uncached_->Take(bytes + taken, size - taken);
    if (uncached_->WriteBlocks()) continue;
    const size_t held = uncached_->held_size();
    const size_t lost = held - EndUncached();
    if (lost > 0) return taken - std::min(taken, lost);
    return taken + WriteCached(bytes + taken, size - taken);
  }
  return taken;
}

// What was held, and is not in the file yet, takes the common way. Returns how much of it got through.
size_t SavefileFile::EndUncached() {
  const std::unique_ptr<UncachedBlocks> ended = std::move(uncached_);
  const size_t in_file = ended->End();
  return in_file + WriteCached(ended->held() + in_file, ended->held_size() - in_file);
}

size_t SavefileFile::WriteCached(const uint8_t* bytes, size_t size) {
  size_t written = 0;
  while (written < size) {
    const ssize_t count = write(fd_, bytes + written, size - written);
    if (count >= 0) {
      written += static_cast<size_t>(count);
    } else if (errno == EAGAIN) {
      pollfd ready{fd_, POLLOUT, 0};
      poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      break;
    }
  }
  return written;
}

void SavefileFile::TakeBack(size_t count) {
  // The place is asked for rather than remembered: standard output may have been appended to.
  const off_t end = lseek(fd_, 0, SEEK_CUR);
  if (end < static_cast<off_t>(count)) return;
  if (ftruncate(fd_, end - static_cast<off_t>(count)) != 0) return;
  lseek(fd_, end - static_cast<off_t>(count), SEEK_SET);
  written_ -= std::min<uint64_t>(written_, count);
}

void SavefileFile::Overwrite(size_t at, uint8_t byte) {
  if (at >= Size()) return;
  // Where even this fails, the file is as readable as before.
  [[maybe_unused]] const ssize_t count = pwrite(fd_, &byte, 1, static_cast<off_t>(at));
}

size_t SavefileFile::Size() const {
  struct stat status {};
  return is_regular_ && fstat(fd_, &status) == 0 ? static_cast<size_t>(status.st_size) : 0;
}

int SavefileFile::Sync() {
  if (has_part()) {
    if (const int error = WritePart(); error != 0) return error;
  }
  if (!is_regular_ || fdatasync(fd_) == 0) return 0;
  return errno;
}

bool SavefileFile::IsMoved() const {
  if (!is_regular_ || path_ == "-" || !maker_.rules().part || IsDeleted(fd_)) return false;
  struct stat own {
  }, at_name{};
  if (fstat(fd_, &own) != 0) return false;
  // A folder that this process may not look into any more tells nothing.
  if (stat(Name().c_str(), &at_name) != 0) return errno == ENOENT;
  return own.st_dev != at_name.st_dev || own.st_ino != at_name.st_ino;
}

int SavefileFile::Close() {
  if (fd_ < 0) return 0;
  int part_error = 0;
  if (uncached_) {
    const size_t held = uncached_->held_size();
    if (EndUncached() < held) part_error = errno;
  }
  reserve_.GiveBack(Size());
  huge_pages_.GiveBack(Size());
  const int fd = std::exchange(fd_, -1);
  // Standard output belongs to the process.
  if (fd == STDOUT_FILENO) return 0;
  was_deleted_ = IsDeleted(fd);
  has_name_to_get_ = true;
  const int close_error = close(fd) != 0 ? errno : 0;
  return part_error != 0 ? part_error : close_error;
}

int SavefileFile::Complete() {
  if (!has_name_to_get_) return 0;
  const int error = was_deleted_ ? ENOENT : maker_.Complete(path_, replaces_own_);
  has_name_to_get_ = error != 0;
  return error;
}

// Of files with one name from the beginning, nobody knows whether it was there before.
void SavefileFile::Abandon() {
  const bool is_no_savefile = is_regular_ && path_ != "-" && maker_.rules().part && Size() == 0 && !has_part();
  if (!is_no_savefile) {
    Close();
    Complete();
    return;
  }
  const int fd = std::exchange(fd_, -1);
  if (!IsDeleted(fd)) maker_.Discard(path_);
  close(fd);
}

}  // namespace fandump
