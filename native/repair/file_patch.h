// Another end for a file, put in its place so that neither a crash nor a full disk leaves less of the file than there
// was: what is to be done stands in a file beside it, NAME.repair, until it is done.
#pragma once

#include <span>
#include <string>

#include "types.h"

namespace fandump {

struct FilePatch {
  uint64_t kept = 0;            // bytes of the file that stay; more than 0
  std::vector<uint8_t> tail;    // comes behind them
  uint64_t header_at = 0;       // in what is kept, these bytes
  std::vector<uint8_t> header;  // take the place of what is there
};

class PatchedFile {
 public:
  // fd: of the file, open for reading and writing, and not owned. path: without links in it.
  PatchedFile(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}

  // Does what a repair that was interrupted has left undone. Throws CaptureError "ESAVEFILE_WRITE",
  // "ESAVEFILE_EXISTS" where what lies there is none of ours, or of another file.
  void Resume();

  // is_reversible: nothing that could be read is written over, so that no file beside it is needed. Throws CaptureError
  // "ESAVEFILE_WRITE"; the file is as before then, or the next Resume finishes it.
  void Apply(const FilePatch& patch, bool is_reversible);

 private:
  std::string JournalName() const { return path_ + ".repair"; }
  uint32_t SumBefore(const FilePatch& patch) const;
  void WriteJournal(const FilePatch& patch) const;
  bool Write(const FilePatch& patch) const;
  void SetRoomAside(const FilePatch& patch) const;

  const int fd_;
  const std::string path_;
};

// Makes what was done to names in the file's folder outlast a crash; nothing where the file system cannot.
void SyncFolderOf(const std::string& path);

// "ESAVEFILE_WRITE" about a file that has been left as it was.
CaptureError RepairError(const std::string& path, int error);

// false: errno tells why.
bool WriteAll(int fd, std::span<const uint8_t> bytes, uint64_t at);

}  // namespace fandump
