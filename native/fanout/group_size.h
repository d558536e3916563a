// How many members a group is to have, said to its other members: the kernel does not show the program of a port, and
// members that count on different numbers would send packets of one flow to different places.
#pragma once

#include <cstdint>
#include <string>

#include "fanout/group_file.h"

namespace fandump {

class GroupSize {
 public:
  // Says so while it lives. group: as for OpenGroupFile. Of members of other users nothing is known, and where there is
  // no /dev/shm of any.
  GroupSize(const std::string& group, uint32_t size);

  // A number that another living member counts on; 0: there is none but ours.
  uint32_t Other() const;

 private:
  uint32_t OtherIn(off_t start, off_t length) const;

  OwnedFd fd_;
  const uint32_t size_;
};

}  // namespace fandump
