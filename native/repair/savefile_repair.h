// A savefile whose last record is torn, since its writer was killed or its disk was full, made whole again.
#pragma once

#include <string>

#include "types.h"

namespace fandump {

struct SavefileRepair {
  uint64_t packets = 0;  // that are left
  bool was_torn = false;
  uint64_t removed_bytes = 0;  // of a file that is not compressed; 0: nothing was torn
};

// Leaves all whole records that can be read, and nothing behind them, and gives back what room was set aside for the
// file. What is not compressed is cut there. A compressed file stays up to its last border before, and what could be
// read behind that comes back as the end of its frame; one without a border is written anew beside it, and takes its
// name. Whatever happens meanwhile, no record is lost: the next repair goes on where one was interrupted. Throws
// CaptureError "ESAVEFILE_OPEN", "ESAVEFILE_FORMAT" where it is no savefile, "ESAVEFILE_TRUNCATED" where no packet
// could come, "ESAVEFILE_DAMAGED" where the damage is not at its end, "ESAVEFILE_WRITE", "ESAVEFILE_EXISTS" where
// another's file is in the way, "ESAVEFILE_BUSY" where another repair, or a capture, is at it.
SavefileRepair RepairSavefile(const std::string& path);

}  // namespace fandump
