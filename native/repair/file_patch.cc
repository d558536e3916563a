#include "repair/file_patch.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "owned_fd.h"

namespace fandump {
namespace {

using Bytes = std::vector<uint8_t>;

// Header and tail of the patch follow. Only the host that wrote it reads it.
struct JournalHeader {
  char magic[16];
  uint64_t kept;
  uint64_t tail_size;
  uint64_t header_at;
  uint64_t header_size;
  uint32_t sum_before;  // of the file's bytes before its new end: tells whether the journal is its
  uint32_t sum;         // of what follows: a journal that is not whole has not been acted on
};
constexpr char kMagic[sizeof JournalHeader::magic] = "fandump repair1";

// What is summed up of a file before its new end.
constexpr uint64_t kMostSummed = uint64_t{64} << 10;

uint32_t Sum(const Bytes& bytes, uint32_t before = 0) {
  return static_cast<uint32_t>(crc32_z(before, bytes.data(), bytes.size()));
}

// As much of it as there is.
Bytes Read(int fd, uint64_t at, uint64_t size) {
  Bytes bytes(size);
  size_t done = 0;
  while (done < size) {
    const ssize_t count = pread(fd, bytes.data() + done, size - done, static_cast<off_t>(at + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    done += static_cast<size_t>(count);
  }
  bytes.resize(done);
  return bytes;
}

CaptureError JournalError(const std::string& journal, const std::string& why) {
  return CaptureError("ESAVEFILE_EXISTS", journal + ": " + why, EEXIST, "give it another name, or delete it");
}

// none: it is not whole.
std::optional<FilePatch> ReadJournal(const Bytes& bytes, uint32_t& sum_before) {
  JournalHeader header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  const uint64_t left = bytes.size() - sizeof header;
  if (header.header_size > left || header.tail_size != left - header.header_size) return std::nullopt;
  const auto at = bytes.begin() + sizeof header;
  const auto tail_at = at + static_cast<std::ptrdiff_t>(header.header_size);
  const FilePatch patch{header.kept, Bytes(tail_at, bytes.end()), header.header_at, Bytes(at, tail_at)};
  if (Sum(patch.tail, Sum(patch.header)) != header.sum) return std::nullopt;
  sum_before = header.sum_before;
  return patch;
}

}  // namespace

CaptureError RepairError(const std::string& path, int error) {
  const std::string hint = error == ENOSPC || error == EDQUOT ? "df -h" : error == EIO ? "dmesg | tail" : "";
  return CaptureError("ESAVEFILE_WRITE", "repairing " + path + ": " + std::strerror(error) + "; it is as it was", error,
                      hint);
}

bool WriteAll(int fd, std::span<const uint8_t> bytes, uint64_t at) {
  while (!bytes.empty()) {
    const ssize_t count = pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes = bytes.subspan(static_cast<size_t>(count));
    at += static_cast<uint64_t>(count);
  }
  return true;
}

void SyncFolderOf(const std::string& path) {
  const OwnedFd folder(open(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder) fsync(folder.get());
}

void PatchedFile::Resume() {
  const std::string name = JournalName();
  const OwnedFd journal(open(name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!journal && errno == ENOENT) return;
  struct stat status {};
  // Nobody else says what is written into the file.
  if (!journal || fstat(journal.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid()) {
    throw JournalError(name, "is in the way of repairing " + path_);
  }
  const Bytes start = Read(journal.get(), 0, sizeof kMagic);
  if (!std::equal(start.begin(), start.end(), kMagic)) {
    throw JournalError(name, "is in the way of repairing " + path_);
  }
  uint32_t sum_before = 0;
  const auto patch = ReadJournal(Read(journal.get(), 0, static_cast<uint64_t>(status.st_size)), sum_before);
  if (patch) {
    if (sum_before != SumBefore(*patch)) throw JournalError(name, "is of a repair of what " + path_ + " was earlier");
    if (!Write(*patch) || fsync(fd_) != 0) {
      throw CaptureError("ESAVEFILE_WRITE", "repairing " + path_ + ": " + std::strerror(errno), errno);
    }
  }
  unlink(name.c_str());
}

// Of the last bytes that stay, and are not changed.
uint32_t PatchedFile::SumBefore(const FilePatch& patch) const {
  const uint64_t unchanged = patch.header.empty() ? 0 : patch.header_at + patch.header.size();
  const uint64_t size = std::min(patch.kept - std::min(patch.kept, unchanged), kMostSummed);
  return Sum(Read(fd_, patch.kept - size, size));
}

void PatchedFile::WriteJournal(const FilePatch& patch) const {
  const std::string name = JournalName();
  JournalHeader header{{},
                       patch.kept,
                       patch.tail.size(),
                       patch.header_at,
                       patch.header.size(),
                       SumBefore(patch),
                       Sum(patch.tail, Sum(patch.header))};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  const auto* begin = reinterpret_cast<const uint8_t*>(&header);
  Bytes bytes(begin, begin + sizeof header);
  bytes.insert(bytes.end(), patch.header.begin(), patch.header.end());
  bytes.insert(bytes.end(), patch.tail.begin(), patch.tail.end());
  // It holds packets.
  constexpr mode_t kMode = 0600;
  const OwnedFd journal(open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
  if (!journal) {
    throw CaptureError("ESAVEFILE_WRITE", "making " + name + ", to repair the file: " + std::strerror(errno), errno,
                       "fandump -r '" + path_ + "' -w FILE writes another");
  }
  if (!WriteAll(journal.get(), bytes, 0) || fsync(journal.get()) != 0) {
    const int error = errno;
    unlink(name.c_str());
    throw RepairError(path_, error);
  }
  SyncFolderOf(path_);
}

// In this order: at first only what cannot be read is written over.
bool PatchedFile::Write(const FilePatch& patch) const {
  return WriteAll(fd_, patch.tail, patch.kept) && WriteAll(fd_, patch.header, patch.header_at) &&
         ftruncate(fd_, static_cast<off_t>(patch.kept + patch.tail.size())) == 0;
}

// So that a full disk is met before the file is changed; behind the journal, since only cutting the file gives back
// what is too much.
void PatchedFile::SetRoomAside(const FilePatch& patch) const {
  if (patch.tail.empty()) return;
  const auto at = static_cast<off_t>(patch.kept), size = static_cast<off_t>(patch.tail.size());
  if (fallocate(fd_, FALLOC_FL_KEEP_SIZE, at, size) == 0) return;
  const int error = errno;
  if (error != ENOSPC && error != EDQUOT && error != EFBIG && error != EIO) return;
  unlink(JournalName().c_str());
  throw RepairError(path_, error);
}

void PatchedFile::Apply(const FilePatch& patch, bool is_reversible) {
  struct stat status {};
  if (fstat(fd_, &status) != 0) throw RepairError(path_, errno);
  if (!is_reversible) WriteJournal(patch);
  SetRoomAside(patch);
  const FilePatch before{patch.kept, Read(fd_, patch.kept, patch.tail.size()), patch.header_at,
                         Read(fd_, patch.header_at, patch.header.size())};
  if (Write(patch) && fsync(fd_) == 0) {
    if (!is_reversible) unlink(JournalName().c_str());
    return;
  }
  const int error = errno;
  // Cutting comes last, and what has been cut off could not be read.
  const bool is_as_before = WriteAll(fd_, before.header, before.header_at) && WriteAll(fd_, before.tail, before.kept) &&
                            ftruncate(fd_, status.st_size) == 0 && fsync(fd_) == 0;
  if (!is_as_before) {
    throw CaptureError("ESAVEFILE_WRITE", "repairing " + path_ + ": " + std::strerror(error), error,
                       "fandump --repair '" + path_ + "' goes on where this ended");
  }
  if (!is_reversible) unlink(JournalName().c_str());
  throw RepairError(path_, error);
}

}  // namespace fandump
