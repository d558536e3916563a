// System calls without a C library, so that nothing runs, reads the environment or allocates but what is written here.
#pragma once

#include <linux/audit.h>
#include <sys/syscall.h>

namespace fandump::opener {

// A pointer or a number, as a system call takes it.
struct Argument {
  template <typename T>
  Argument(T* pointer) : value(reinterpret_cast<long>(pointer)) {}
  Argument(long number) : value(number) {}
  long value;
};

// Call returns what the kernel does: -errno on failure. ENTRY calls Start with the stack as the kernel leaves it.
#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#define ENTRY ".globl _start\n_start: mov %rsp, %rdi\n and $-16, %rsp\n call Start\n"
inline long Call(long number, Argument a = 0, Argument b = 0, Argument c = 0, Argument d = 0, Argument e = 0) {
  register long r10 asm("r10") = d.value, r8 asm("r8") = e.value;
  asm volatile("syscall"
               : "+a"(number)
               : "D"(a.value), "S"(b.value), "d"(c.value), "r"(r10), "r"(r8)
               : "rcx", "r11", "memory");
  return number;
}
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#define ENTRY ".globl _start\n_start: mov x0, sp\n bl Start\n"
inline long Call(long number, Argument a = 0, Argument b = 0, Argument c = 0, Argument d = 0, Argument e = 0) {
  register long x8 asm("x8") = number, x0 asm("x0") = a.value, x1 asm("x1") = b.value, x2 asm("x2") = c.value;
  register long x3 asm("x3") = d.value, x4 asm("x4") = e.value;
  asm volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
  return x0;
}
#endif

}  // namespace fandump::opener
