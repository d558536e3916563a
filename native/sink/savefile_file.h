// The file, pipe or device that a savefile is written to.
#pragma once

#include <optional>
#include <string>

#include "types.h"

namespace fandump {

class SavefileFile {
 public:
  // owner: of a file that did not exist before; none: whoever this process is.
  explicit SavefileFile(std::string path, std::optional<FileOwner> owner = std::nullopt);
  ~SavefileFile();
  SavefileFile(const SavefileFile&) = delete;
  SavefileFile& operator=(const SavefileFile&) = delete;

  // Creates or empties the file; "-" is standard output. Throws CaptureError "ESAVEFILE_OPEN".
  void Open();

  // Writes all bytes, waiting where the descriptor is not ready. Returns how many got through; fewer than size: errno
  // tells why.
  size_t Write(const uint8_t* bytes, size_t size);

  // Takes the last count bytes off a regular file again; nothing can be taken back from a pipe.
  void TakeBack(size_t count);

  // 0, or the errno with which the system refused data that it had taken before.
  int Close();

  // What to call it in messages.
  std::string Name() const;

 private:
  int Create() const;

  const std::string path_;
  const std::optional<FileOwner> owner_;
  int fd_ = -1;
};

}  // namespace fandump
