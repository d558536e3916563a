// A savefile whose last record is torn, since its writer was killed or its disk was full, made whole again.
#pragma once

#include <string>

#include "types.h"

namespace fandump {

struct SavefileRepair {
  uint64_t packets = 0;        // that are left
  uint64_t kept_bytes = 0;     // of the file
  uint64_t removed_bytes = 0;  // 0: nothing was torn
};

// Cuts the file behind its last whole record, and gives back what room was set aside for it; a compressed one behind
// the last frame of which all records are whole. Throws CaptureError "ESAVEFILE_OPEN", "ESAVEFILE_FORMAT" where it is
// no savefile, "ESAVEFILE_DAMAGED" where the damage is not at its end, "ESAVEFILE_WRITE".
SavefileRepair RepairSavefile(const std::string& path);

}  // namespace fandump
