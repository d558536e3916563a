// What a seccomp filter says of a call.
#pragma once

#include <linux/seccomp.h>

#include <cerrno>
#include <cstring>

#include "check.h"
#include "seccomp_architecture.h"
#include "types.h"

namespace fandump::test {

constexpr uint32_t kRefusal = SECCOMP_RET_ERRNO | EPERM;

// Of the instructions that it is made of.
inline uint32_t Verdict(const BpfProgram& program, const seccomp_data& call) {
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

inline seccomp_data CallOf(int number, uint32_t architecture = kSeccompArchitecture) {
  seccomp_data call{};
  call.nr = number;
  call.arch = architecture;
  return call;
}

}  // namespace fandump::test
