// The seccomp(2) filter of a running capture.
#pragma once

#include "types.h"

namespace fandump {

// Lets the calls of allowed_calls.h through; every other fails with EPERM, or with ENOSYS where callers know how to do
// without. process: whom signals may reach.
BpfProgram BuildSeccompFilter(int process, bool accepting);

// Puts the filter on every thread. Returns false where the kernel has no seccomp filters. Throws CaptureError ESECCOMP.
// Needs ForbidNewPrivileges.
bool InstallSeccompFilter(const BpfProgram& program);

}  // namespace fandump
