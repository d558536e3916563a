#include "keeper/program/rights.h"

#include <grp.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "keeper/system_calls.h"

namespace fandump::keeper {
namespace {

// In folders of others, with names of others' choice, for others: all below 32.
constexpr uint32_t kNeeded = 1u << CAP_DAC_OVERRIDE | 1u << CAP_CHOWN | 1u << CAP_FOWNER;

int Capabilities(uint32_t mask) {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3]{};
  if (syscall(SYS_capget, &header, sets) != 0) return errno;
  const uint32_t kept = sets[0].permitted & mask;
  const __user_cap_data_struct lowered[_LINUX_CAPABILITY_U32S_3] = {{kept, kept, 0}, {}};
  return syscall(SYS_capset, &header, lowered) == 0 ? 0 : errno;
}

int ForbidNewPrivileges() { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno; }

int InstallFilter() {
  BpfProgram program = BuildKeeperFilter();
  const sock_fprog filter{static_cast<uint16_t>(program.size()), program.data()};
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0) return 0;
  // A kernel without filters: as for the capture itself, what else there is has to do.
  return errno == ENOSYS || errno == EINVAL ? 0 : errno;
}

}  // namespace

int ConfineKeeper() {
  if (const int error = Capabilities(kNeeded); error != 0) return error;
  if (const int error = ForbidNewPrivileges(); error != 0) return error;
  return InstallFilter();
}

int BecomeCommandUser(const Settings& settings) {
  if (settings.user) {
    const auto [user, group] = *settings.user;
    if (setgroups(0, nullptr) != 0 || setresgid(group, group, group) != 0 || setresuid(user, user, user) != 0) {
      return errno;
    }
  }
  if (settings.keeps_rights) return 0;
  if (const int error = Capabilities(0); error != 0) return error;
  return ForbidNewPrivileges();
}

}  // namespace fandump::keeper
