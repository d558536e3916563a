// How often an interface has come up, as rtnetlink(7) tells everybody who listens.
#pragma once

#include <cstdint>
#include <string>

#include "owned_fd.h"

namespace fandump {

class LinkUps {
 public:
  // Listens from now on; the interface is up. name: of the source, for messages. Needs no right.
  // Throws CaptureError ESLOT_LINK.
  LinkUps(int interface_index, const std::string& name);

  // How often it has come up since the last call. Never waits.
  uint32_t Take();

  // Readable when something has happened to the interface.
  int fd() const { return fd_.get(); }

 private:
  OwnedFd fd_;
  bool up_ = true;
};

}  // namespace fandump
