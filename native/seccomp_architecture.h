// The system calls that a filter of this program knows are those of the architecture that it is built for (seccomp(2)).
#pragma once

#include <linux/audit.h>

#include <cstdint>

namespace fandump {

#if defined(__x86_64__)
constexpr uint32_t kSeccompArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr uint32_t kSeccompArchitecture = AUDIT_ARCH_AARCH64;
#endif

}  // namespace fandump
