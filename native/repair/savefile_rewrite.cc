#include "repair/savefile_rewrite.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "file_open_error.h"
#include "repair/file_patch.h"
#include "repair/recompressor.h"
#include "source/savefile_buffer.h"
#include "source/savefile_magic.h"

namespace fandump {
namespace {

// A file of no name that anybody knows, beside another; gone unless it takes that one's name.
class FileBeside {
 public:
  explicit FileBeside(const std::string& path) : path_(path), name_(path + ".XXXXXX") {
    fd_ = OwnedFd(mkostemp(name_.data(), O_CLOEXEC));
    if (!fd_) {
      throw CaptureError("ESAVEFILE_WRITE", "making a file beside " + path_ + ", to repair it: " + std::strerror(errno),
                         errno, "fandump -r '" + path_ + "' -w FILE writes another");
    }
  }
  ~FileBeside() {
    if (!name_.empty()) unlink(name_.c_str());
  }
  FileBeside(const FileBeside&) = delete;
  FileBeside& operator=(const FileBeside&) = delete;

  void Write(ByteSequence bytes) {
    if (!WriteAll(fd_.get(), bytes, size_)) throw RepairError(path_, errno);
    size_ += bytes.size();
  }

  // Mode and owner of the file that it replaces.
  void Replace(const struct stat& replaced) {
    // Whoever may not give a file away may often still choose among groups; and else it is his own from now on.
    constexpr auto kSameUser = static_cast<uid_t>(-1);
    [[maybe_unused]] const bool has_owner =
        fchown(fd_.get(), replaced.st_uid, replaced.st_gid) == 0 || fchown(fd_.get(), kSameUser, replaced.st_gid) == 0;
    constexpr mode_t kModes = 07777;
    if (fchmod(fd_.get(), replaced.st_mode & kModes) != 0 || fsync(fd_.get()) != 0 ||
        rename(name_.c_str(), path_.c_str()) != 0) {
      throw RepairError(path_, errno);
    }
    name_.clear();
    SyncFolderOf(path_);
  }

 private:
  const std::string path_;
  std::string name_;
  OwnedFd fd_;
  uint64_t size_ = 0;
};

}  // namespace

OwnedFd AtItsStart(const OwnedFd& fd, const std::string& path) {
  OwnedFd again(fcntl(fd.get(), F_DUPFD_CLOEXEC, 0));
  if (!again || lseek(again.get(), 0, SEEK_SET) != 0) throw OpenForReadingError(path, errno);
  return again;
}

void RewriteSavefile(const OwnedFd& fd, const std::string& path, Compression method, uint64_t size) {
  struct stat status {};
  if (fstat(fd.get(), &status) != 0) throw RepairError(path, errno);
  FileBeside file(path);
  Recompressor compressor(method, [&file](ByteSequence bytes) { file.Write(bytes); });
  SavefileBuffer buffer(AtItsStart(fd, path), path);
  buffer.Open();
  buffer.FillWhole(kSavefileMagicLength);
  buffer.DecompressIfCompressed();
  while (buffer.taken_offset() < size) {
    if (!buffer.FillWhole(1)) throw buffer.Error("ESAVEFILE_TRUNCATED", "has become shorter meanwhile");
    const size_t count = std::min<uint64_t>(buffer.size(), size - buffer.taken_offset());
    compressor.Add({buffer.data(), count});
    buffer.Take(count);
  }
  compressor.End();
  file.Replace(status);
}

}  // namespace fandump
