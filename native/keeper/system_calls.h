// What fandump-keeper may ask of the kernel once it is confined.
#pragma once

#include "types.h"

namespace fandump::keeper {

// A program for seccomp(2): refuses with EPERM what making, naming and deleting files does not need, and every call by
// the numbers of another architecture.
BpfProgram BuildKeeperFilter();

}  // namespace fandump::keeper
