// The verdicts of the seccomp filters themselves, also on what this machine's kernel would not run.
#include <linux/audit.h>
#include <sys/syscall.h>

#include "check.h"
#include "keeper/system_calls.h"
#include "sandbox/seccomp.h"
#include "seccomp_verdict.h"

namespace fandump::test {

TEST(the_sandbox_refuses_every_call_by_the_numbers_of_another_architecture) {
  const BpfProgram program = BuildSeccompFilter(1, false);
  CHECK_EQ(Verdict(program, CallOf(SYS_read)), uint32_t{SECCOMP_RET_ALLOW});
  for (int number = 0; number < 500; number++) {
    CHECK_EQ(Verdict(program, CallOf(number, AUDIT_ARCH_I386)), kRefusal);
    CHECK_EQ(Verdict(program, CallOf(number, AUDIT_ARCH_ARM)), kRefusal);
  }
}

TEST(the_keeper_may_make_name_and_delete_files) {
  const BpfProgram program = keeper::BuildKeeperFilter();
  for (const int number : {SYS_recvmsg, SYS_sendmsg, SYS_openat, SYS_fchown, SYS_renameat2, SYS_unlinkat}) {
    CHECK_EQ(Verdict(program, CallOf(number)), uint32_t{SECCOMP_RET_ALLOW});
  }
}

TEST(the_keeper_may_reach_neither_other_processes_nor_the_network) {
  const BpfProgram program = keeper::BuildKeeperFilter();
  for (const int number : {SYS_execve, SYS_clone, SYS_kill, SYS_tgkill, SYS_ptrace, SYS_fcntl, SYS_prctl, SYS_setresuid,
                           SYS_capset, SYS_socket, SYS_connect, SYS_bind, SYS_mount, SYS_bpf, SYS_io_uring_setup,
                           SYS_mknodat, SYS_symlinkat, SYS_fchmodat}) {
    CHECK_EQ(Verdict(program, CallOf(number)), kRefusal);
  }
}

TEST(the_keeper_is_refused_every_call_by_the_numbers_of_another_architecture) {
  const BpfProgram program = keeper::BuildKeeperFilter();
  for (int number = 0; number < 500; number++) {
    CHECK_EQ(Verdict(program, CallOf(number, AUDIT_ARCH_I386)), kRefusal);
    CHECK_EQ(Verdict(program, CallOf(number, AUDIT_ARCH_ARM)), kRefusal);
  }
}

}  // namespace fandump::test
