#include "keeper/system_calls.h"

#include <linux/seccomp.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>

#include "seccomp_architecture.h"

namespace fandump::keeper {
namespace {

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
    SYS_readlinkat,
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

}  // namespace

BpfProgram BuildKeeperFilter() {
  constexpr uint32_t kRefuse = SECCOMP_RET_ERRNO | EPERM;
  BpfProgram program = {
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
  return program;
}

}  // namespace fandump::keeper
