#include "sink/savefile_maker.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "file_open_error.h"

namespace fandump {
namespace {

// Captures hold what others said: readable for the group, as administrators of sensors expect, and nobody else.
constexpr mode_t kFileMode = 0640;
constexpr int kFlags = O_WRONLY | O_CLOEXEC;
// Mapping a file takes the right to read it, too; what is there already may forbid that.
constexpr int kNewFlags = O_RDWR | O_CLOEXEC | O_CREAT | O_EXCL;
constexpr const char* kPartSuffix = ".part";

// In folders as /tmp anyone may put a name, and nobody but its owner take it away.
bool IsSticky(const struct stat& folder) { return (folder.st_mode & S_ISVTX) != 0; }

}  // namespace

std::string PartName(const std::string& path) { return path + kPartSuffix; }

int DirectMaker::Make(const std::string& path, bool replaces_own) {
  if (rules_.part) RequirePlace(path, replaces_own);
  const std::string name = rules_.part ? PartName(path) : path;
  const int created = openat(folder_, name.c_str(), kNewFlags, kFileMode);
  if (created < 0) {
    if (errno != EEXIST) throw OpenForWritingError(shown_ + name, errno);
    return OpenExisting(name);
  }
  // Only what is ours is given away: not what a name that was there already stands for.
  if (!rules_.owner || fchown(created, rules_.owner->user, rules_.owner->group) == 0) return created;
  const int error = errno;
  close(created);
  throw OpenForWritingError(shown_ + name, error);
}

// A file that gets its name when it is complete takes the place of what has it: of a device or a pipe, too.
void DirectMaker::RequirePlace(const std::string& path, bool replaces_own) const {
  struct stat entry {};
  if (fstatat(folder_, path.c_str(), &entry, AT_SYMLINK_NOFOLLOW) != 0) return;
  if (!S_ISREG(entry.st_mode) && !S_ISLNK(entry.st_mode)) {
    throw CaptureError("ESAVEFILE_EXISTS",
                       shown_ + path + ": is no file, and files that follow each other would take its place", EEXIST,
                       "name another file");
  }
  if (!rules_.force && !replaces_own) throw ExistsError(path);
}

int DirectMaker::OpenExisting(const std::string& name) const {
  struct stat entry {
  }, target{};
  const bool is_link = fstatat(folder_, name.c_str(), &entry, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(entry.st_mode);
  if (is_link && !MayFollow(name, entry.st_uid)) {
    throw CaptureError("ESAVEFILE_LINK",
                       shown_ + name + ": is another user's link" +
                           (rules_.only_own_links ? "" : " in a folder where anyone may put one"),
                       ELOOP, "name the file that it leads to, or another");
  }
  const bool leads_nowhere = fstatat(folder_, name.c_str(), &target, 0) != 0 && errno == ENOENT;
  // Devices and pipes hold nothing that could be lost, and neither does a file of no length.
  const bool holds_something = !leads_nowhere && S_ISREG(target.st_mode) && target.st_size > 0;
  if (holds_something && !rules_.force) throw ExistsError(name);
  if (!leads_nowhere && IsForeign(name, target)) {
    throw CaptureError("ESAVEFILE_FOREIGN",
                       shown_ + name + ": is another user's, in a folder where anyone may put a file", EACCES,
                       "name another file, or a folder of your own");
  }
  const int flags = kFlags | (leads_nowhere ? O_CREAT : 0) | (is_link ? 0 : O_NOFOLLOW);
  const int fd = openat(folder_, name.c_str(), flags, kFileMode);
  if (fd < 0) throw OpenForWritingError(shown_ + name, errno);
  // What was looked at may have been put aside meanwhile: only what is the same is emptied.
  struct stat opened {};
  const bool is_same =
      fstat(fd, &opened) == 0 && (leads_nowhere || (opened.st_dev == target.st_dev && opened.st_ino == target.st_ino));
  if (!is_same || (S_ISREG(opened.st_mode) && ftruncate(fd, 0) != 0)) {
    const int error = is_same ? errno : EEXIST;
    close(fd);
    throw OpenForWritingError(shown_ + name, error);
  }
  return fd;
}

int DirectMaker::Complete(const std::string& path, bool replaces_own) {
  if (!rules_.part) return 0;
  const std::string part = PartName(path);
  if (!rules_.force && !replaces_own) {
    if (renameat2(folder_, part.c_str(), folder_, path.c_str(), RENAME_NOREPLACE) == 0) return 0;
    // Not every file system knows RENAME_NOREPLACE; those are asked first.
    if (errno != EINVAL && errno != ENOSYS) return errno;
    if (IsTaken(path)) return EEXIST;
  }
  return renameat(folder_, part.c_str(), folder_, path.c_str()) == 0 ? 0 : errno;
}

int DirectMaker::Discard(const std::string& path) { return Delete(PartName(path)); }

int DirectMaker::Delete(const std::string& path) { return unlinkat(folder_, path.c_str(), 0) == 0 ? 0 : errno; }

TakenNames DirectMaker::Look(const std::string& path) { return {IsTaken(path), IsTaken(PartName(path))}; }

bool DirectMaker::IsTaken(const std::string& name) const {
  struct stat status {};
  return fstatat(folder_, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

// In folders as /tmp anyone may put a link to lead us astray.
bool DirectMaker::MayFollow(const std::string& link, uid_t owner) const {
  if (owner == geteuid()) return true;
  if (rules_.only_own_links && owner != 0) return false;
  return !IsSticky(StatusOfFolder(link));
}

// What is written to it, its owner reads. As the kernel judges with fs.protected_regular and fs.protected_fifos, which
// do not hold for what is opened without O_CREAT.
bool DirectMaker::IsForeign(const std::string& name, const struct stat& target) const {
  if (!S_ISREG(target.st_mode) && !S_ISFIFO(target.st_mode)) return false;
  if (target.st_uid == geteuid() || (rules_.owner && target.st_uid == rules_.owner->user)) return false;
  const struct stat folder = StatusOfFolder(name);
  return IsSticky(folder) && target.st_uid != folder.st_uid;
}

// All zero where nothing can be known of it.
struct stat DirectMaker::StatusOfFolder(const std::string& name) const {
  struct stat folder {};
  return fstatat(folder_, FolderOf(name).c_str(), &folder, 0) == 0 ? folder : (struct stat){};
}

CaptureError DirectMaker::ExistsError(const std::string& name) const {
  const std::string path = shown_ + name;
  if (!path.ends_with(kPartSuffix)) {
    return CaptureError("ESAVEFILE_EXISTS", path + ": exists already, and is not written over", EEXIST, "--force");
  }
  return CaptureError("ESAVEFILE_EXISTS", path + ": exists already: a capture left it behind", EEXIST,
                      "fandump --repair '" + path + "', then give it another name");
}

}  // namespace fandump
