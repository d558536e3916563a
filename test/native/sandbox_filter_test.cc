// The verdicts of the seccomp filter itself, also on what this machine's kernel would not run.
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstring>

#include "check.h"
#include "sandbox/seccomp.h"
#include "seccomp_architecture.h"

namespace fandump::test {
namespace {

constexpr uint32_t kRefusal = SECCOMP_RET_ERRNO | EPERM;

// Of the instructions that it is made of.
uint32_t Verdict(const BpfProgram& program, const seccomp_data& call) {
  uint32_t value = 0;
  for (size_t i = 0; i < program.size(); i++) {
    const sock_filter& instruction = program[i];
    const uint32_t k = instruction.k;
    bool holds = false;
    switch (instruction.code) {
      case BPF_LD | BPF_W | BPF_ABS:
        std::memcpy(&value, reinterpret_cast<const uint8_t*>(&call) + k, sizeof value);
        continue;
      case BPF_RET | BPF_K:
        return k;
      case BPF_JMP | BPF_JEQ | BPF_K:
        holds = value == k;
        break;
      case BPF_JMP | BPF_JGT | BPF_K:
        holds = value > k;
        break;
      case BPF_JMP | BPF_JSET | BPF_K:
        holds = (value & k) != 0;
        break;
      default:
        Fail(__FILE__, __LINE__, "an instruction of another kind");
    }
    i += holds ? instruction.jt : instruction.jf;
  }
  return 0;
}

seccomp_data CallOf(int number, uint32_t architecture = kSeccompArchitecture) {
  seccomp_data call{};
  call.nr = number;
  call.arch = architecture;
  return call;
}

}  // namespace

TEST(the_sandbox_refuses_every_call_by_the_numbers_of_another_architecture) {
  const BpfProgram program = BuildSeccompFilter(1, false);
  CHECK_EQ(Verdict(program, CallOf(SYS_read)), uint32_t{SECCOMP_RET_ALLOW});
  for (int number = 0; number < 500; number++) {
    CHECK_EQ(Verdict(program, CallOf(number, AUDIT_ARCH_I386)), kRefusal);
    CHECK_EQ(Verdict(program, CallOf(number, AUDIT_ARCH_ARM)), kRefusal);
  }
}

}  // namespace fandump::test
