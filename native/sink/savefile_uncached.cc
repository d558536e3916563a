#include "sink/savefile_uncached.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

namespace fandump {
namespace {

constexpr size_t kCapacity = size_t{1} << 20;
static_assert(kCapacity % UncachedBlocks::kBlock == 0);

// 0, or the errno.
int SetUncached(int fd, bool uncached) {
  const int flags = fcntl(fd, F_GETFL);
  if (flags < 0) return errno;
  return fcntl(fd, F_SETFL, uncached ? flags | O_DIRECT : flags & ~O_DIRECT) == 0 ? 0 : errno;
}

}  // namespace

void UncachedBlocks::Free::operator()(uint8_t* bytes) const { std::free(bytes); }

UncachedBlocks::UncachedBlocks(int fd) : fd_(fd), bytes_(static_cast<uint8_t*>(std::aligned_alloc(kBlock, kCapacity))) {
  if (!bytes_) throw std::bad_alloc();
}

std::unique_ptr<UncachedBlocks> UncachedBlocks::Begin(int fd) {
  if (SetUncached(fd, true) != 0) return nullptr;
  return std::unique_ptr<UncachedBlocks>(new UncachedBlocks(fd));
}

size_t UncachedBlocks::Take(const uint8_t* bytes, size_t size) {
  const size_t taken = std::min(size, kCapacity - held_);
  std::memcpy(bytes_.get() + held_, bytes, taken);
  held_ += taken;
  return taken;
}

bool UncachedBlocks::WriteBlocks() {
  const size_t whole = held_ - held_ % kBlock;
  size_t written = 0;
  while (written < whole) {
    const ssize_t count = write(fd_, bytes_.get() + written, whole - written);
    if (count < 0 && errno == EINTR) continue;
    // After a part of a block the place is no longer that of a block: the caller goes on from there.
    if (count > 0) written += static_cast<size_t>(count);
    if (count <= 0 || static_cast<size_t>(count) % kBlock != 0) break;
  }
  const int error = errno;
  held_ -= written;
  std::memmove(bytes_.get(), bytes_.get() + written, held_);
  if (written > 0) part_written_ = 0;
  errno = error;
  return written == whole;
}

int UncachedBlocks::WritePart() {
  const off_t at = lseek(fd_, 0, SEEK_CUR);
  if (at < 0) return errno;
  if (const int error = SetUncached(fd_, false); error != 0) return error;
  const ssize_t count = pwrite(fd_, bytes_.get(), held_, at);
  const int error = count < 0 ? errno : 0;
  if (count > 0) part_written_ = static_cast<size_t>(count);
  const int set_error = SetUncached(fd_, true);
  return error != 0 ? error : set_error;
}

size_t UncachedBlocks::End() {
  SetUncached(fd_, false);
  return lseek(fd_, static_cast<off_t>(part_written_), SEEK_CUR) < 0 ? 0 : part_written_;
}

}  // namespace fandump
