// What fandump and fandump-keeper say to each other over a Unix socket of whole messages (SOCK_SEQPACKET). The keeper
// finds it at descriptor 3, and in it the first message: kMagic, with two descriptors (SCM_RIGHTS), the settings
// (settings.h) and the pipe for what became of commands (report.h). Each request after it gets one reply. Integers are
// in host byte order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fandump::keeper {

constexpr int kProtocolFd = 3;
constexpr uint32_t kMagic = 0x66646b02;  // the last byte counts the versions

enum class Operation : uint32_t {
  kLook = 1,  // which of its names a file has
  kMake,      // the reply brings the descriptor
  kComplete,  // a file that was made gets its name
  kDiscard,   // a file that was made and will never be complete
  kDelete,    // a file that was made and is complete
  kRun,       // the command, for a file that was made and is complete
  kEnd,       // none will follow: the commands that wait are still run
};

// Before the name, which has no zero behind it and begins behind the savefile's folder (name_pattern.h).
struct RequestHeader {
  uint32_t magic;
  Operation operation;
  uint32_t savefile;      // index in the settings
  uint32_t replaces_own;  // 1: a file of this name is of this capture, and gives way; 0
};

constexpr size_t kMaxNameBytes = 4096;  // PATH_MAX
constexpr size_t kMaxRequestBytes = sizeof(RequestHeader) + kMaxNameBytes;

enum class Status : uint32_t {
  kDone,
  kFailed,     // error; of kMake: behind the reply stand code, message and hint, each with a zero behind it
  kForbidden,  // the name is none of the savefile's, or not of a file that was made
};

struct Reply {
  uint32_t magic;
  Status status;
  int32_t error;   // errno, or 0
  uint32_t taken;  // of kLook
};

enum TakenBit : uint32_t { kTakenComplete = 1, kTakenPart = 2 };

constexpr size_t kMaxReplyBytes = sizeof(Reply) + 4 * kMaxNameBytes;

struct Request {
  Operation operation;
  uint32_t savefile;
  bool replaces_own;
  std::string_view name;  // in the message
};

// False: not a request of this version. The keeper then ends, since nobody but a fandump that others steer sends one.
bool ReadRequest(const void* message, size_t length, Request& request);

}  // namespace fandump::keeper
