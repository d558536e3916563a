// What a capture still may do once it has begun: receive, print, write to what is open, and look up names.
#pragma once

namespace fandump {

struct Sandbox {
  bool seccomp = false;      // false: this kernel has no filters
  int landlock_version = 0;  // 0: this kernel has none
};

// Confines every thread of the process, for good. ForbidNewPrivileges comes first. accepting: connections to sockets
// that listen already can still be taken. Throws CaptureError ELANDLOCK, ESECCOMP.
Sandbox EnterSandbox(bool accepting = false);

}  // namespace fandump
