#include "sandbox/seccomp.h"

#include <fcntl.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <initializer_list>
#include <system_error>

#include "sandbox/allowed_calls.h"
#include "seccomp_architecture.h"

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif

namespace fandump {

namespace {

// Calls younger than this program: a C library that tries them falls back where it is told that there are none.
constexpr uint32_t kNewestKnownCall = 450;
constexpr uint32_t kAllow = SECCOMP_RET_ALLOW;
// TCGETS2, and TCSETS2 to TCSETSF2 of asm-generic/ioctls.h, by which younger C libraries ask for terminals. Their own
// names need <asm/termbits.h>, which cannot stand beside <termios.h>.
constexpr uint32_t kGetTerminal2 = 0x802c542a, kSetTerminal2 = 0x402c542b;
constexpr uint32_t kRefuse = SECCOMP_RET_ERRNO | EPERM;
constexpr uint32_t kUnknown = SECCOMP_RET_ERRNO | ENOSYS;

class FilterBuilder {
 public:
  FilterBuilder() {
    Load(offsetof(seccomp_data, arch));
    Jump(BPF_JEQ, kSeccompArchitecture, 1, 0);
    Return(kRefuse);
    Load(offsetof(seccomp_data, nr));
    Jump(BPF_JGT, kNewestKnownCall, 0, 1);
    Return(kUnknown);
  }

  void Answer(uint32_t call, uint32_t verdict) {
    Jump(BPF_JEQ, call, 0, 1);
    Return(verdict);
  }

  // Allows the call where the argument, an int, is one of these.
  void AllowValues(uint32_t call, unsigned argument, std::initializer_list<uint32_t> values) {
    Jump(BPF_JEQ, call, 0, static_cast<uint8_t>(2 * values.size() + 2));
    LoadArgument(argument);
    for (const uint32_t value : values) Answer(value, kAllow);
    Return(kRefuse);
  }

  // Allows the call where the argument, an int, is none of these.
  void RefuseValues(uint32_t call, unsigned argument, std::initializer_list<uint32_t> values) {
    Jump(BPF_JEQ, call, 0, static_cast<uint8_t>(2 * values.size() + 2));
    LoadArgument(argument);
    for (const uint32_t value : values) Answer(value, kRefuse);
    Return(kAllow);
  }

  // Allows the call where all bits of the mask, or none of them, are set in the argument.
  void AllowBits(uint32_t call, unsigned argument, uint32_t mask, bool set) {
    Jump(BPF_JEQ, call, 0, 4);
    LoadArgument(argument);
    Jump(BPF_JSET, mask, set ? 0 : 1, set ? 1 : 0);
    Return(kAllow);
    Return(kRefuse);
  }

  BpfProgram Finish() {
    Return(kRefuse);
    return std::move(program_);
  }

 private:
  // Both architectures are little-endian: the lower half of an argument comes first.
  void LoadArgument(unsigned argument) { Load(offsetof(seccomp_data, args) + argument * sizeof(uint64_t)); }
  void Load(size_t offset) { program_.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(offset))); }
  void Jump(uint16_t test, uint32_t value, uint8_t if_true, uint8_t if_false) {
    program_.push_back(BPF_JUMP(static_cast<uint16_t>(BPF_JMP | test | BPF_K), value, if_true, if_false));
  }
  void Return(uint32_t verdict) { program_.push_back(BPF_STMT(BPF_RET | BPF_K, verdict)); }

  BpfProgram program_;
};

}  // namespace

BpfProgram BuildSeccompFilter(int process, bool accepting) {
  constexpr uint32_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC;
  FilterBuilder filter;
  for (const CallGroup& group : AllowedCalls(accepting)) {
    for (const SystemCall& call : group.calls) filter.Answer(call.number, kAllow);
  }
  filter.AllowBits(SYS_openat, 2, kWriting, false);
#ifdef SYS_open
  filter.AllowBits(SYS_open, 1, kWriting, false);
#endif
  // With an owner and a signal of its choice a descriptor kills any process of this user that it is told of.
  filter.RefuseValues(SYS_fcntl, 1, {F_SETOWN, F_SETOWN_EX, F_SETSIG});
  filter.AllowBits(SYS_clone, 0, CLONE_THREAD, true);
  filter.AllowValues(SYS_socket, 0, {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK});
  filter.AllowValues(SYS_kill, 0, {static_cast<uint32_t>(process)});
  filter.AllowValues(SYS_tgkill, 0, {static_cast<uint32_t>(process)});
  filter.AllowValues(SYS_prlimit64, 0, {0, static_cast<uint32_t>(process)});
  filter.AllowValues(SYS_prctl, 0, {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA, PR_GET_DUMPABLE});
  filter.AllowValues(SYS_ioctl, 1, {TCGETS,        TCSETS,        TCSETSW,           TCSETSF,
                                    kGetTerminal2, kSetTerminal2, kSetTerminal2 + 1, kSetTerminal2 + 2,
                                    TIOCGWINSZ,    TIOCGPGRP,     FIONREAD,          FIONBIO,
                                    FIOCLEX,       FIONCLEX,      SIOCGIFNAME,       SIOCGIFINDEX,
                                    SIOCGIFFLAGS,  SIOCGIFHWADDR, SIOCGIFCONF,       SIOCGIFADDR,
                                    SIOCGIFMTU,    SIOCETHTOOL});
  // Their arguments lie in memory, where a filter cannot look; the older calls do the same.
#ifdef SYS_clone3
  filter.Answer(SYS_clone3, kUnknown);
#endif
#ifdef SYS_openat2
  filter.Answer(SYS_openat2, kUnknown);
#endif
  return filter.Finish();
}

bool InstallSeccompFilter(const BpfProgram& program) {
  // Kernels before 5.16 switch off speculation for whatever has a filter, which slows every packet down. It guards
  // programs that run strangers' code, and no such code runs here.
  constexpr unsigned long kFlags = SECCOMP_FILTER_FLAG_TSYNC | SECCOMP_FILTER_FLAG_SPEC_ALLOW;
  const sock_fprog filter{static_cast<uint16_t>(program.size()), const_cast<sock_filter*>(program.data())};
  const long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, kFlags, &filter);
  if (result == 0) return true;
  if (result < 0 && (errno == ENOSYS || errno == EINVAL)) return false;
  const std::string why = result > 0 ? "thread " + std::to_string(result) + " has a filter of its own"
                                     : std::generic_category().message(errno);
  throw CaptureError("ESECCOMP", "restricting system calls: " + why, result > 0 ? 0 : errno, "--no-sandbox");
}

}  // namespace fandump
