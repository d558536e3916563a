// Runs a command inside the user and network namespaces of a process, with every capability there but not as user 0:
// tcpdump, started as user 0, wants to change its groups, which an unprivileged user's namespace forbids, and
// nsenter(1) has no way to keep capabilities for another user. Usage: fandump-enter-namespace PID user,net COMMAND…
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <string>
#include <vector>

#include "descriptor.h"

namespace fandump {
namespace {

std::vector<std::string> Split(const std::string& list) {
  std::vector<std::string> words;
  size_t start = 0;
  for (size_t comma = 0; comma != std::string::npos; start = comma + 1) {
    comma = list.find(',', start);
    words.push_back(list.substr(start, comma - start));
  }
  return words;
}

// Ambient capabilities outlive exec (capabilities(7)); they have to be inheritable first.
void KeepCapabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3]{};
  if (syscall(SYS_capget, &header, data) != 0) FailErrno("capget");
  for (__user_cap_data_struct& set : data) set.inheritable = set.permitted;
  if (syscall(SYS_capset, &header, data) != 0) FailErrno("capset");
  for (uint32_t capability = 0; capability <= CAP_LAST_CAP; ++capability) {
    if ((data[capability / 32].permitted >> (capability % 32) & 1) == 0) continue;
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) != 0) FailErrno("PR_CAP_AMBIENT_RAISE");
  }
}

int Main(int argc, char** argv) {
  if (argc < 4) Fail(2, "usage: PID NAMESPACE[,NAMESPACE…] COMMAND [ARGUMENT…]");
  std::vector<Descriptor> namespaces;
  for (const std::string& name : Split(argv[2])) {
    const std::string path = std::string("/proc/") + argv[1] + "/ns/" + name;
    namespaces.emplace_back(open(path.c_str(), O_RDONLY | O_CLOEXEC), path.c_str());
  }
  for (const Descriptor& entry : namespaces) {
    if (setns(entry.get(), 0) != 0) FailErrno(std::string("setns to those of process ") + argv[1]);
  }
  KeepCapabilities();
  execvp(argv[3], argv + 3);
  FailErrno(argv[3]);
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
