// What fandump and fandump-opener say to each other over a Unix socket: one request, and one reply, which carries the
// packet socket (SCM_RIGHTS). The opener finds the request waiting at descriptor 3. Integers are in host byte order.
#pragma once

#include <stdint.h>

namespace fandump::opener {

constexpr int kProtocolFd = 3;
constexpr uint32_t kMagic = 0x66646f01;   // the last byte counts the versions
constexpr uint32_t kInterfaceBytes = 16;  // IFNAMSIZ

struct Request {
  uint32_t magic;
  uint32_t type;                    // SOCK_RAW or SOCK_DGRAM
  int64_t fanout;                   // where the policy binds the socket: PACKET_FANOUT's argument, -1: none
  char interface[kInterfaceBytes];  // the name, then zeros
};

enum class Status : uint32_t {
  kGiven,       // the socket is not bound and has protocol 0
  kGivenBound,  // the policy allows this interface alone: bound to it, and in a fanout group, which keeps it there
  kBadRequest,  // not one of this version
  kForbidden,   // the policy does not allow it
  kPolicyUnreadable,  // error tells why
  kPolicyUnsafe,      // it is no file, or not only root may write it
  kPolicyMalformed,   // line tells where
  kSocketRefused,     // error; EPERM: the opener holds no capability
  kInterfaceRefused,  // there is no such interface, or it cannot be bound: error
  kFanoutRefused,     // error
};

struct Reply {
  uint32_t magic;
  Status status;
  int32_t error;  // errno, or 0
  uint32_t line;  // of the policy, or 0
};

}  // namespace fandump::opener
