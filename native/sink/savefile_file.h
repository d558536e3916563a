// The file, pipe or device that a savefile is written to.
#pragma once

#include "types.h"

namespace fandump {

class SavefileFile {
 public:
  explicit SavefileFile(std::string path);
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
  const std::string path_;
  int fd_ = -1;
};

}  // namespace fandump
