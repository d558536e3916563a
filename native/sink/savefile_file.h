// The file, pipe or device that a savefile is written to.
#pragma once

#include <memory>
#include <string>

#include "sink/savefile_huge_pages.h"
#include "sink/savefile_maker.h"
#include "sink/savefile_reserve.h"
#include "sink/savefile_uncached.h"

namespace fandump {

class SavefileFile {
 public:
  // The maker and the huge pages, which serve one file after the other, outlive it. uncached: past the page cache,
  // where the file system can do that.
  SavefileFile(SavefileMaker& maker, HugePages& huge_pages, bool uncached)
      : maker_(maker), huge_pages_(huge_pages), wants_uncached_(uncached) {}
  ~SavefileFile();
  SavefileFile(const SavefileFile&) = delete;
  SavefileFile& operator=(const SavefileFile&) = delete;

  // Creates the file; "-" is standard output. replaces_own: a file of this name is of this capture, and gives way when
  // the new one is complete. Throws as SavefileMaker::Make.
  void Open(const std::string& path, bool replaces_own = false);
  bool is_open() const { return fd_ >= 0; }
  // Past the page cache, as was wanted.
  bool is_uncached() const { return uncached_ != nullptr; }
  // Its descriptor where it lies on a disk and is written through the page cache; else -1.
  int cached_fd() const { return is_on_disk_ && !uncached_ ? fd_ : -1; }
  // Bytes that were written to it.
  uint64_t written() const { return written_; }

  // Writes all bytes, waiting where the descriptor is not ready. Returns how many got through; fewer than size: errno
  // tells why.
  size_t Write(const uint8_t* bytes, size_t size);

  // Whether it lacks the last bytes that were written past the page cache, less than a block; writes them.
  bool has_part() const { return uncached_ && uncached_->has_part(); }
  // 0, or the errno.
  int WritePart() { return uncached_->WritePart(); }

  // After a failure: as Close and Complete, but a file that holds nothing is not left behind, and takes no other file's
  // place.
  void Abandon();

  // After a Write that failed: takes the last count bytes off a regular file again; nothing can be taken back from a
  // pipe.
  void TakeBack(size_t count);

  // Puts another byte where there was one, counted from the beginning; nothing where the file has fewer, or is none.
  void Overwrite(size_t at, uint8_t byte);
  // How many bytes the file has; 0 where it is none.
  size_t Size() const;

  // Waits until the disk has what was written. 0, or the errno.
  int Sync();

  // Whether the name that it has until it is complete leads to it no more: its folder has been moved, or it has.
  bool IsMoved() const;

  // Closes the file. 0, or the errno with which the system refused data that it had taken before.
  int Close();
  // Gives the closed file its name; where that has failed, again. 0, or the errno; ENOENT where the file has been
  // deleted meanwhile.
  int Complete();

  // What to call it in messages: what lies on the disk.
  std::string Name() const;
  // Its name when complete.
  const std::string& path() const { return path_; }

 private:
  size_t WriteCached(const uint8_t* bytes, size_t size);
  size_t WriteInSteps(const uint8_t* bytes, size_t size);
  size_t WriteUncached(const uint8_t* bytes, size_t size);
  size_t EndUncached();

  SavefileMaker& maker_;
  HugePages& huge_pages_;
  const bool wants_uncached_;
  std::string path_;
  bool replaces_own_ = false;
  bool is_regular_ = false;
  bool is_on_disk_ = false;
  bool has_name_to_get_ = false;  // is closed, and not yet complete
  bool was_deleted_ = false;
  int fd_ = -1;
  uint64_t written_ = 0;
  FileReserve reserve_;
  std::unique_ptr<UncachedBlocks> uncached_;
};

}  // namespace fandump
