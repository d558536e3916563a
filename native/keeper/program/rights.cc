#include "keeper/program/rights.h"

#include <grp.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <vector>

#include "seccomp_architecture.h"

namespace fandump::keeper {
namespace {

// In folders of others, with names of others' choice, for others: all below 32.
constexpr uint32_t kNeeded = 1u << CAP_DAC_OVERRIDE | 1u << CAP_CHOWN | 1u << CAP_FOWNER;

// The requests, then files, then what the C++ library takes for memory, and for ending.
constexpr uint32_t kAllowed[] = {
    SYS_recvfrom,
    SYS_recvmsg,
    SYS_sendto,
    SYS_sendmsg,
    SYS_openat,
    SYS_close,
    SYS_fstat,
    SYS_fchown,
    SYS_ftruncate,
    SYS_newfstatat,
    SYS_renameat2,
    SYS_unlinkat,
    SYS_geteuid,
    SYS_brk,
    SYS_mmap,
    SYS_munmap,
    SYS_mremap,
    SYS_mprotect,
    SYS_madvise,
    SYS_futex,
    SYS_getrandom,
    SYS_write,
    SYS_rt_sigreturn,
    SYS_rt_sigprocmask,
    SYS_exit_group,
    SYS_restart_syscall,
#ifdef SYS_renameat
    SYS_renameat,
#endif
#ifdef SYS_rename
    SYS_rename,
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    // The sanitizers of the test builds look at stacks and at memory that may not be there.
    SYS_sigaltstack,
    SYS_pipe2,
    SYS_read,
    SYS_readlinkat,
    SYS_gettid,
    SYS_getpid,
    SYS_clock_gettime,
    SYS_sched_yield,
    SYS_nanosleep,
    SYS_clock_nanosleep,
#ifdef SYS_pipe
    SYS_pipe,
    SYS_readlink,
#endif
#endif
};

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
  constexpr uint32_t kRefuse = SECCOMP_RET_ERRNO | EPERM;
  std::vector<sock_filter> program = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kSeccompArchitecture, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, kRefuse),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
  };
  for (const uint32_t call : kAllowed) {
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
    program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  }
  program.push_back(BPF_STMT(BPF_RET | BPF_K, kRefuse));
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
