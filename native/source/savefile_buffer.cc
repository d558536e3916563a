#include "source/savefile_buffer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace fandump {
namespace {

// Large enough that a system call is spread over thousands of small packets, small enough to stay in the cache.
constexpr size_t kInitialCapacity = size_t{512} << 10;

}  // namespace

SavefileBuffer::SavefileBuffer(std::string path) : path_(std::move(path)) {}

SavefileBuffer::~SavefileBuffer() {
  if (fd_ > STDIN_FILENO) close(fd_);
}

std::string SavefileBuffer::Name() const { return path_ == "-" ? "standard input" : path_; }

void SavefileBuffer::Open() {
  fd_ = path_ == "-" ? STDIN_FILENO : open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (fd_ < 0 || fstat(fd_, &status) != 0) {
    throw CaptureError("ESAVEFILE_OPEN", Name() + ": " + std::strerror(errno), errno);
  }
  if (S_ISDIR(status.st_mode)) throw CaptureError("ESAVEFILE_OPEN", Name() + ": Is a directory", EISDIR);
  may_block_ = !S_ISREG(status.st_mode);
  MakeRoom(kInitialCapacity);
}

void SavefileBuffer::MakeRoom(size_t wanted) {
  if (wanted <= capacity_ - begin_) return;
  const size_t kept = size();
  if (wanted <= capacity_) {
    std::memmove(memory_.get(), data(), kept);
  } else {
    const size_t capacity = std::max(wanted, kInitialCapacity);
    auto memory = std::make_unique_for_overwrite<uint8_t[]>(capacity);
    if (kept > 0) std::memcpy(memory.get(), data(), kept);
    memory_ = std::move(memory);
    capacity_ = capacity;
  }
  offset_of_memory_ += begin_;
  begin_ = 0;
  end_ = kept;
}

SavefileBuffer::FillStatus SavefileBuffer::Fill(size_t wanted, int timeout_ms) {
  if (size() == 0) {
    offset_of_memory_ += begin_;
    begin_ = end_ = 0;
  }
  MakeRoom(wanted);
  if (may_block_) {
    pollfd ready{fd_, POLLIN, 0};
    if (poll(&ready, 1, timeout_ms) == 0) return FillStatus::kTimeout;
  }
  const ssize_t count = read(fd_, memory_.get() + end_, capacity_ - end_);
  if (count == 0) return FillStatus::kEnd;
  if (count > 0) {
    end_ += static_cast<size_t>(count);
  } else if (errno != EINTR && errno != EAGAIN) {
    throw CaptureError("ESAVEFILE_READ", "reading " + Name() + ": " + std::strerror(errno), errno);
  }
  return FillStatus::kMore;
}

bool SavefileBuffer::FillWhole(size_t wanted) {
  while (size() < wanted) {
    if (Fill(wanted, -1) == FillStatus::kEnd) return false;
  }
  return true;
}

CaptureError SavefileBuffer::Error(const std::string& code, const std::string& what, const std::string& hint) const {
  return CaptureError(code, Name() + ": " + what + " (at byte " + std::to_string(offset_of_memory_ + begin_) + ")", 0,
                      hint);
}

}  // namespace fandump
