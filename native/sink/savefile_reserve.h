// Room on the disk ahead of a savefile's writer, in extents that are as long as the file system can make them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fandump {

// Behind the file's end (fallocate(2), FALLOC_FL_KEEP_SIZE): its size never tells of bytes that are not there, whenever
// its writer is killed.
class FileReserve {
 public:
  // Below this many bytes a file has none, unless asked for.
  static constexpr uint64_t kLeast = uint64_t{1} << 20;

  FileReserve() = default;
  // fd: a regular file, open for writing and empty; not owned. Not for files in memory (tmpfs): each page would be
  // found and cleared before it is written.
  explicit FileReserve(int fd) : fd_(fd), has_more_(true) {}

  // Before size bytes are written behind the first at. Makes as much room again as the file has, kLeast at least and
  // 64 MiB at most. at_once: however small the file is. false: there is no such room.
  bool Cover(uint64_t at, size_t size, bool at_once = false);

  // Gives back what is beyond the first size bytes.
  void GiveBack(uint64_t size);

 private:
  int fd_ = -1;
  bool has_more_ = false;  // the file system is worth asking
  uint64_t end_ = 0;
};

}  // namespace fandump
