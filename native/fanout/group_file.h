// A file in memory that the processes of a group share, and the locks on its bytes (F_OFD_SETLK, fcntl(2)), which the
// kernel takes back when a process ends, however it ends.
#pragma once

#include <fcntl.h>

#include <string>

#include "owned_fd.h"

namespace fandump {

struct GroupFile {
  std::string path;
  OwnedFd fd;     // none: error says why
  int error = 0;  // EACCES also where it belongs to another user
};

// kind: what the file is for. group: what tells this group from others of the network namespace, as "packet-7".
GroupFile OpenGroupFile(const std::string& kind, const std::string& group);

// type: F_RDLCK, F_WRLCK or F_UNLCK. length 0: up to the greatest offset.
struct flock LockOf(short type, off_t start, off_t length = 1);

}  // namespace fandump
