#include "sandbox/allowed_calls.h"

#include <sys/syscall.h>

namespace fandump {

#define CALL(name) \
  { #name, SYS_##name }

std::vector<CallGroup> AllowedCalls(bool accepting) {
  std::vector<CallGroup> groups = {
      {"open descriptors",
       {
           CALL(read),        CALL(write),     CALL(readv),     CALL(writev),          CALL(pread64),
           CALL(pwrite64),    CALL(preadv),    CALL(pwritev),   CALL(lseek),           CALL(close),
           CALL(dup),         CALL(dup3),      CALL(flock),     CALL(fsync),           CALL(fdatasync),
           CALL(ftruncate),   CALL(fallocate), CALL(fadvise64), CALL(sync_file_range), CALL(pipe2),
           CALL(eventfd2),
#ifdef SYS_dup2
           CALL(dup2),
#endif
#ifdef SYS_pipe
           CALL(pipe),
#endif
#ifdef SYS_close_range
           CALL(close_range),
#endif
       }},
      {"waiting",
       {
           CALL(ppoll),
           CALL(pselect6),
           CALL(epoll_create1),
           CALL(epoll_ctl),
           CALL(epoll_pwait),
           CALL(nanosleep),
           CALL(clock_nanosleep),
           CALL(restart_syscall),
           CALL(timerfd_create),
           CALL(timerfd_settime),
           CALL(timerfd_gettime),
#ifdef SYS_poll
           CALL(poll),
           CALL(select),
           CALL(epoll_wait),
#endif
#ifdef SYS_epoll_pwait2
           CALL(epoll_pwait2),
#endif
       }},
      {"sockets",
       {
           CALL(recvmsg),
           CALL(recvmmsg),
           CALL(recvfrom),
           CALL(sendmsg),
           CALL(sendmmsg),
           CALL(sendto),
           CALL(getsockopt),
           CALL(setsockopt),
           CALL(getsockname),
           CALL(getpeername),
           CALL(bind),
           CALL(connect),
           CALL(shutdown),
           CALL(socketpair),
           // Of a ring that was made before, and that can do nothing but receive.
           CALL(io_uring_enter),
           CALL(io_uring_register),
       }},
      {"memory",
       {
           CALL(mmap),
           CALL(munmap),
           CALL(mprotect),
           CALL(mremap),
           CALL(madvise),
           CALL(brk),
           CALL(mlock),
           CALL(munlock),
           CALL(mincore),
           CALL(membarrier),
#ifdef SYS_pkey_mprotect
           CALL(pkey_mprotect),
#endif
       }},
      {"threads and signals",
       {
           CALL(futex),
           CALL(set_robust_list),
           CALL(get_robust_list),
           CALL(set_tid_address),
           CALL(gettid),
           CALL(sched_yield),
           CALL(sched_getaffinity),
           CALL(sched_setaffinity),
           CALL(sched_getparam),
           CALL(sched_getscheduler),
           CALL(getcpu),
           CALL(exit),
           CALL(exit_group),
           CALL(rt_sigaction),
           CALL(rt_sigprocmask),
           CALL(rt_sigreturn),
           CALL(rt_sigpending),
           CALL(rt_sigtimedwait),
           CALL(sigaltstack),
           CALL(getpriority),
#ifdef SYS_rseq
           CALL(rseq),
#endif
#ifdef SYS_arch_prctl
           CALL(arch_prctl),
#endif
       }},
      {"looking at files",
       {
           CALL(fstat),
           CALL(newfstatat),
           CALL(statx),
           CALL(statfs),
           CALL(fstatfs),
           CALL(faccessat),
           CALL(readlinkat),
           CALL(getdents64),
           CALL(getcwd),
#ifdef SYS_stat
           CALL(stat),
           CALL(lstat),
           CALL(access),
           CALL(readlink),
#endif
#ifdef SYS_faccessat2
           CALL(faccessat2),
#endif
       }},
      {"time and facts of the process",
       {
           CALL(clock_gettime), CALL(clock_getres), CALL(gettimeofday), CALL(times),   CALL(getrusage),
           CALL(sysinfo),       CALL(uname),        CALL(getrandom),    CALL(getpid),  CALL(getppid),
           CALL(getuid),        CALL(geteuid),      CALL(getgid),       CALL(getegid), CALL(getresuid),
           CALL(getresgid),     CALL(getgroups),    CALL(umask),        CALL(capget),
#ifdef SYS_getrlimit
           CALL(getrlimit),
#endif
#ifdef SYS_time
           CALL(time),
#endif
       }},
  };
  if (accepting) groups.push_back({"taking connections", {CALL(accept4)}});
  return groups;
}

#undef CALL

const std::vector<RestrictedCall>& RestrictedCalls() {
  static const std::vector<RestrictedCall> kCalls = {
      {"open, openat", "for reading"},
      {"fcntl", "that name nobody to be signalled"},
      {"socket", "of the families Unix, IPv4, IPv6 and netlink"},
      {"clone", "of threads"},
      {"kill, tgkill", "of this process"},
      {"ioctl", "that ask about terminals and devices"},
      {"prctl", "that name threads and memory"},
      {"prlimit64", "of this process"},
  };
  return kCalls;
}

}  // namespace fandump
