#include "sink/savefile_file.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace fandump {
namespace {

// Captures hold what others said: readable for the group, as administrators of sensors expect, and nobody else.
constexpr mode_t kFileMode = 0640;

}  // namespace

SavefileFile::SavefileFile(std::string path, std::optional<FileOwner> owner)
    : path_(std::move(path)), owner_(owner) {}

SavefileFile::~SavefileFile() { Close(); }

std::string SavefileFile::Name() const { return path_ == "-" ? "standard output" : path_; }

int SavefileFile::Create() const {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_CLOEXEC;
  // Only what is ours is given away: not what a name that was there already stands for.
  const int created = owner_ ? open(path_.c_str(), kFlags | O_EXCL, kFileMode) : -1;
  if (created < 0) return open(path_.c_str(), kFlags | O_TRUNC, kFileMode);
  if (fchown(created, owner_->user, owner_->group) == 0) return created;
  const int error = errno;
  close(created);
  errno = error;
  return -1;
}

void SavefileFile::Open() {
  fd_ = path_ == "-" ? STDOUT_FILENO : Create();
  if (fd_ < 0) throw CaptureError("ESAVEFILE_OPEN", Name() + ": " + std::strerror(errno), errno);
}

size_t SavefileFile::Write(const uint8_t* bytes, size_t size) {
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
  if (ftruncate(fd_, end - static_cast<off_t>(count)) == 0) lseek(fd_, end - static_cast<off_t>(count), SEEK_SET);
}

int SavefileFile::Close() {
  if (fd_ < 0) return 0;
  const int fd = fd_;
  fd_ = -1;
  // Standard output belongs to the process.
  return fd == STDOUT_FILENO || close(fd) == 0 ? 0 : errno;
}

}  // namespace fandump
