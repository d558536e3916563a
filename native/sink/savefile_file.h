// The file, pipe or device that a savefile is written to: made so that nobody else's file is written over.
#pragma once

#include <optional>
#include <string>

#include "types.h"

namespace fandump {

// How a file comes to be.
struct FileRules {
  bool part = false;               // NAME.part until it is complete
  bool force = false;              // what is there already is written over
  std::optional<FileOwner> owner;  // of a file that did not exist before; none: whoever this process is
};

class SavefileFile {
 public:
  explicit SavefileFile(FileRules rules) : rules_(rules) {}
  ~SavefileFile();
  SavefileFile(const SavefileFile&) = delete;
  SavefileFile& operator=(const SavefileFile&) = delete;

  // Creates the file; "-" is standard output. replaces_own: a file of this name is of this capture, and gives way when
  // the new one is complete. Throws CaptureError "ESAVEFILE_OPEN", "ESAVEFILE_EXISTS" or "ESAVEFILE_LINK".
  void Open(const std::string& path, bool replaces_own = false);
  bool is_open() const { return fd_ >= 0; }

  // Writes all bytes, waiting where the descriptor is not ready. Returns how many got through; fewer than size: errno
  // tells why.
  size_t Write(const uint8_t* bytes, size_t size);

  // Takes the last count bytes off a regular file again; nothing can be taken back from a pipe.
  void TakeBack(size_t count);

  // Puts another byte where there was one, counted from the beginning; nothing where the file has fewer, or is none.
  void Overwrite(size_t at, uint8_t byte);
  // How many bytes the file has; 0 where it is none.
  size_t Size() const;

  // Waits until the disk has what was written. 0, or the errno.
  int Sync();

  // Closes the file and gives it its name. 0, or the errno with which the system refused data that it had taken before,
  // or the name; ENOENT where the file has been deleted meanwhile.
  int Close();

  // What to call it in messages: what lies on the disk.
  std::string Name() const;
  // Its name when complete.
  const std::string& path() const { return path_; }

 private:
  int OpenNamed(const std::string& name) const;
  int OpenExisting(const std::string& name) const;
  int GiveName() const;

  const FileRules rules_;
  std::string path_;
  bool replaces_own_ = false;
  bool is_regular_ = false;
  int fd_ = -1;
};

// What a file is called until it is complete.
std::string PartName(const std::string& path);

// Whether a file, or anything else, has this name.
bool NameIsTaken(const std::string& path);

}  // namespace fandump
