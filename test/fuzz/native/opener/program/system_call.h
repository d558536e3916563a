// Stands in for the opener's own header of this name: its system calls go to the kernel that the fuzz target plays.
#pragma once

#include <linux/audit.h>
#include <sys/syscall.h>

namespace fandump::opener {

struct Argument {
  template <typename T>
  Argument(T* pointer) : value(reinterpret_cast<long>(pointer)) {}
  Argument(long number) : value(number) {}
  long value;
};

constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#define ENTRY ""

long Call(long number, Argument a = 0L, Argument b = 0L, Argument c = 0L, Argument d = 0L, Argument e = 0L);

}  // namespace fandump::opener
