// The system calls that remain once everything is open, by what they are for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fandump {

struct SystemCall {
  const char* name;
  uint32_t number;
};

struct CallGroup {
  const char* purpose;
  std::vector<SystemCall> calls;
};

// Allowed whatever their arguments. accepting: a socket listens, and connections to it are taken as they come.
std::vector<CallGroup> AllowedCalls(bool accepting);

// Allowed with some arguments only (seccomp.cc): what the restriction leaves, in words.
struct RestrictedCall {
  const char* name;
  const char* left;
};
const std::vector<RestrictedCall>& RestrictedCalls();

}  // namespace fandump
