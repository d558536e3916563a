// A file in memory that code under test opens by its path.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "input.h"

namespace fandump::fuzz {

class MemoryFile {
 public:
  MemoryFile() : fd_(memfd_create("fuzz", MFD_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(fd_)) {}
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& path() const { return path_; }

  // Replaces the contents.
  void Write(const uint8_t* data, size_t size) {
    Require(ftruncate(fd_, 0) == 0 && pwrite(fd_, data, size, 0) == static_cast<ssize_t>(size), "memory for a file");
  }

 private:
  int fd_;
  std::string path_;
};

}  // namespace fandump::fuzz
