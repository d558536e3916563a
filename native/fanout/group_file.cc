#include "fanout/group_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace fandump {

GroupFile OpenGroupFile(const std::string& kind, const std::string& group) {
  // Groups are known by number within a network namespace.
  struct stat status {};
  stat("/proc/self/ns/net", &status);
  GroupFile file;
  file.path = "/dev/shm/fandump-" + kind + "-" + std::to_string(status.st_ino) + "-" + group;
  file.fd = OwnedFd(open(file.path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!file.fd) {
    file.error = errno;
  } else if (fstat(file.fd.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid()) {
    file.fd = OwnedFd();
    file.error = EACCES;
  }
  return file;
}

struct flock LockOf(short type, off_t start, off_t length) {
  struct flock range {};
  range.l_type = type;
  range.l_whence = SEEK_SET;
  range.l_start = start;
  range.l_len = length;
  return range;
}

}  // namespace fandump
