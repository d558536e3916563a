// The running fandump-keeper.
#pragma once

#include <sys/types.h>

#include "owned_fd.h"

namespace fandump::keeper {

class KeeperProcess {
 public:
  // Starts the program that lies beside this one, with an empty environment, no argument, every signal blocked, and
  // nothing open but the socket's other end and standard error. Throws CaptureError "EKEEPER".
  KeeperProcess();
  // Closes the socket, at which it ends.
  ~KeeperProcess();
  KeeperProcess(const KeeperProcess&) = delete;
  KeeperProcess& operator=(const KeeperProcess&) = delete;

  int socket() const { return socket_.get(); }
  pid_t process() const { return process_; }

 private:
  OwnedFd socket_;
  pid_t process_ = -1;
};

}  // namespace fandump::keeper
