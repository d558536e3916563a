// Puts queue counts and interrupt affinities back when this process ends, however it ends. By then it has given up the
// rights to do so, or was killed: a child with the rights of the start waits for that moment and does nothing else.
#pragma once

#include <string>
#include <vector>

#include "host/ethtool.h"
#include "owned_fd.h"

namespace fandump {

struct FormerChannels {
  std::string interface;
  ChannelCounts counts;
};

// A file of procfs and what it said.
struct FormerFile {
  std::string path;
  std::string text;
};

struct FormerSettings {
  std::vector<FormerChannels> channels;
  std::vector<FormerFile> files;
};

class Restorer {
 public:
  // Starts the child. Throws CaptureError ERESTORE.
  explicit Restorer(const FormerSettings& settings);
  // Has the child put everything back and waits for it; a second later it goes on alone. Returns how many settings
  // could not be put back, -1: not known.
  int Restore();

 private:
  OwnedFd child_;  // its end makes the child begin
};

}  // namespace fandump
