// When a savefile is followed by another, and what each is called: the rules of tcpdump's -C, -G and -W, by the time of
// packets.
#pragma once

#include <limits>
#include <optional>

#include "sink/savefile_buffers.h"

namespace fandump {

struct RotationOptions {
  uint64_t bytes = 0;     // a file that holds more is followed by another; 0: any size
  uint32_t seconds = 0;   // a file is followed by another after so long; 0: any time
  bool on_clock = false;  // files begin at whole multiples of seconds since midnight, local time, and at midnight
  uint32_t files = 0;     // with bytes alone: a ring of so many; with seconds alone: the most files; 0: any number
};

class FileRotation {
 public:
  FileRotation(std::string path, RotationOptions options);

  bool rotates() const { return options_.bytes > 0 || options_.seconds > 0; }
  // Names are made of times: the first one needs the time of the first packet.
  bool names_tell_time() const { return options_.seconds > 0; }
  bool is_ring() const { return options_.files > 0 && options_.bytes > 0 && options_.seconds == 0; }

  // The first file; seconds since the epoch.
  FileStart First(int64_t seconds);
  // Whether a packet of this time belongs to another file than the one that holds so many bytes.
  bool IsDue(uint64_t bytes, int64_t seconds) const {
    return bytes > most_bytes_ || seconds >= due_ || seconds < earliest_;
  }
  // The file after it; none: there were as many as there may be.
  std::optional<FileStart> Next(int64_t seconds);
  // The name of each file of a ring.
  std::string RingName(uint32_t index) const;

 private:
  void Begin(int64_t seconds);
  std::string Name(uint32_t number) const;

  const std::string path_;
  const RotationOptions options_;
  unsigned digits_ = 0;
  uint64_t most_bytes_ = std::numeric_limits<uint64_t>::max();
  int64_t began_ = 0;
  int64_t due_ = std::numeric_limits<int64_t>::max();
  int64_t earliest_ = std::numeric_limits<int64_t>::min();
  uint32_t number_ = 0;
  uint32_t periods_ = 1;
  bool came_round_ = false;
};

}  // namespace fandump
