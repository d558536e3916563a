// A file's bytes on their way past the page cache (open(2), O_DIRECT): place, length and address of each write have to
// be whole blocks.
#pragma once

#include <cstdint>
#include <memory>

namespace fandump {

class UncachedBlocks {
 public:
  // Memory pages, and no less than the logical blocks of disks.
  static constexpr size_t kBlock = 4096;

  // fd: a regular file, open for writing, whose place is at a block; not owned. nullptr: its file system has no such
  // writes.
  static std::unique_ptr<UncachedBlocks> Begin(int fd);

  // Takes as many of the bytes as there is room for.
  size_t Take(const uint8_t* bytes, size_t size);
  // Writes what was taken but for the last part of a block. false: errno tells why, and what has not been written is
  // still held.
  bool WriteBlocks();
  // Puts the part of a block that is held into the file, too, by way of the page cache, so that the file can be read to
  // its end and has its true size. It is written again with its block. 0, or the errno.
  int WritePart();
  // What follows is written by the caller, and through the page cache: what is held first, but for what WritePart has
  // put into the file. Returns how much that is; the file's place is behind it.
  size_t End();

  const uint8_t* held() const { return bytes_.get(); }
  size_t held_size() const { return held_; }
  // Whether the file lacks something that WritePart would write.
  bool has_part() const { return held_ > part_written_; }

 private:
  struct Free {
    void operator()(uint8_t* bytes) const;
  };
  explicit UncachedBlocks(int fd);

  const int fd_;
  std::unique_ptr<uint8_t[], Free> bytes_;
  size_t held_ = 0;
  size_t part_written_ = 0;  // bytes of what is held that the file has
};

}  // namespace fandump
