#include "sandbox/sandbox.h"

#include <unistd.h>

#include "sandbox/landlock.h"
#include "sandbox/seccomp.h"

namespace fandump {

Sandbox EnterSandbox(bool accepting) {
  Sandbox sandbox;
  sandbox.landlock_version = RestrictFiles();
  sandbox.seccomp = InstallSeccompFilter(BuildSeccompFilter(getpid(), accepting));
  return sandbox;
}

}  // namespace fandump
