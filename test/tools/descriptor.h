// A file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

#include "arguments.h"

namespace fandump {

class Descriptor {
 public:
  // what: the call that made fd, for the message when it failed.
  Descriptor(int fd, const char* what) : fd_(fd) {
    if (fd < 0) FailErrno(what);
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

}  // namespace fandump
