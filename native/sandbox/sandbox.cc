#include "sandbox/sandbox.h"

#include <unistd.h>

#include "sandbox/landlock.h"
#include "sandbox/seccomp.h"

namespace fandump {

Sandbox EnterSandbox() {
  Sandbox sandbox;
  sandbox.landlock_version = RestrictFiles();
  sandbox.seccomp = InstallSeccompFilter(BuildSeccompFilter(getpid()));
  return sandbox;
}

}  // namespace fandump
