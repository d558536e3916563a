#include "sink/savefile_file.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace fandump {
namespace {

// Captures hold what others said: readable for the group, as administrators of sensors expect, and nobody else.
constexpr mode_t kFileMode = 0640;
constexpr int kFlags = O_WRONLY | O_CLOEXEC;
constexpr const char* kPartSuffix = ".part";

std::string FolderOf(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Folders as /tmp, where anyone may put a link to lead us astray.
bool IsSticky(const std::string& folder) {
  struct stat status {};
  return stat(folder.c_str(), &status) == 0 && (status.st_mode & S_ISVTX) != 0;
}

CaptureError OpenError(const std::string& path, int error) {
  std::string hint;
  if (error == ENOENT) hint = "mkdir -p '" + FolderOf(path) + "'";
  if (error == EROFS) hint = "findmnt -T '" + FolderOf(path) + "'";
  if (error == ENOSPC || error == EDQUOT) hint = "df -h '" + FolderOf(path) + "'";
  return CaptureError("ESAVEFILE_OPEN", path + ": " + std::strerror(error), error, hint);
}

CaptureError ExistsError(const std::string& path) {
  const bool is_part = path.ends_with(kPartSuffix);
  return CaptureError("ESAVEFILE_EXISTS",
                      path + ": exists already" + (is_part ? ": a capture left it behind" : ", and is not written over"),
                      EEXIST, is_part ? "fandump --repair '" + path + "', then give it another name" : "--force");
}

}  // namespace

std::string PartName(const std::string& path) { return path + kPartSuffix; }

bool NameIsTaken(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

SavefileFile::~SavefileFile() {
  if (fd_ >= 0 && fd_ != STDOUT_FILENO) close(fd_);
}

std::string SavefileFile::Name() const {
  if (path_ == "-") return "standard output";
  return rules_.part ? PartName(path_) : path_;
}

void SavefileFile::Open(const std::string& path, bool replaces_own) {
  path_ = path;
  replaces_own_ = replaces_own;
  if (path == "-") {
    fd_ = STDOUT_FILENO;
  } else {
    if (rules_.part && !rules_.force && !replaces_own && NameIsTaken(path)) throw ExistsError(path);
    fd_ = OpenNamed(Name());
  }
  struct stat status {};
  is_regular_ = fstat(fd_, &status) == 0 && S_ISREG(status.st_mode);
}

int SavefileFile::OpenNamed(const std::string& name) const {
  const int created = open(name.c_str(), kFlags | O_CREAT | O_EXCL, kFileMode);
  if (created < 0) {
    if (errno != EEXIST) throw OpenError(name, errno);
    return OpenExisting(name);
  }
  // Only what is ours is given away: not what a name that was there already stands for.
  if (!rules_.owner || fchown(created, rules_.owner->user, rules_.owner->group) == 0) return created;
  const int error = errno;
  close(created);
  throw OpenError(name, error);
}

int SavefileFile::OpenExisting(const std::string& name) const {
  struct stat entry {}, target {};
  const bool is_link = lstat(name.c_str(), &entry) == 0 && S_ISLNK(entry.st_mode);
  if (is_link && IsSticky(FolderOf(name)) && entry.st_uid != geteuid()) {
    throw CaptureError("ESAVEFILE_LINK", name + ": is another user's link in a folder where anyone may put one", ELOOP,
                       "name the file that it leads to, or another");
  }
  const bool leads_nowhere = stat(name.c_str(), &target) != 0 && errno == ENOENT;
  // Devices and pipes hold nothing that could be lost, and neither does a file of no length.
  const bool holds_something = !leads_nowhere && S_ISREG(target.st_mode) && target.st_size > 0;
  if (holds_something && !rules_.force) throw ExistsError(name);
  const int fd = open(name.c_str(), leads_nowhere ? kFlags | O_CREAT : kFlags, kFileMode);
  if (fd < 0) throw OpenError(name, errno);
  // What was looked at may have been put aside meanwhile: only what is the same is emptied.
  struct stat opened {};
  const bool is_same = fstat(fd, &opened) == 0 &&
                       (leads_nowhere || (opened.st_dev == target.st_dev && opened.st_ino == target.st_ino));
  if (!is_same || (S_ISREG(opened.st_mode) && ftruncate(fd, 0) != 0)) {
    const int error = is_same ? errno : EEXIST;
    close(fd);
    throw OpenError(name, error);
  }
  return fd;
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
  if (!is_regular_ || fdatasync(fd_) == 0) return 0;
  return errno;
}

int SavefileFile::Close() {
  if (fd_ < 0) return 0;
  const int fd = fd_;
  fd_ = -1;
  // Standard output belongs to the process.
  if (fd == STDOUT_FILENO) return 0;
  struct stat status {};
  const bool is_deleted = is_regular_ && fstat(fd, &status) == 0 && status.st_nlink == 0;
  const int close_error = close(fd) != 0 ? errno : is_deleted ? ENOENT : 0;
  const int name_error = rules_.part ? GiveName() : 0;
  return close_error != 0 ? close_error : name_error;
}

int SavefileFile::GiveName() const {
  const std::string part = Name();
  const bool may_replace = rules_.force || replaces_own_;
  errno = 0;
  if (!may_replace && renameat2(AT_FDCWD, part.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) return 0;
  // Not every file system knows RENAME_NOREPLACE; those are asked first.
  const bool is_unknown = errno == EINVAL || errno == ENOSYS;
  if (!may_replace && (!is_unknown || NameIsTaken(path_))) return errno;
  return rename(part.c_str(), path_.c_str()) == 0 ? 0 : errno;
}

}  // namespace fandump
