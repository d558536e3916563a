#include "sandbox/landlock.h"

#include <fcntl.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include "owned_fd.h"
#include "sandbox/every_thread.h"
#include "types.h"

namespace fandump {

namespace {

// linux/landlock.h of Linux 6.12; older headers lack half of it. The numbers of the calls are the same everywhere.
constexpr long kCreateRuleset = 444, kAddRule = 445, kRestrictSelf = 446;
constexpr uint32_t kAskVersion = 1;
constexpr int kPathBeneath = 1, kNetPort = 2;

struct RulesetAttributes {
  uint64_t files;
  uint64_t net;
  uint64_t scoped;
};
struct [[gnu::packed]] PathRule {
  uint64_t allowed;
  int32_t parent_fd;
};
struct PortRule {
  uint64_t allowed;
  uint64_t port;
};

constexpr uint64_t kReadFile = 1 << 2, kReadFolder = 1 << 3, kConnectTcp = 1 << 1, kBindTcp = 1 << 0;
constexpr uint64_t kAbstractUnixSockets = 1 << 0;
// All rights of a version: those that version 1 has, then refer, truncate, ioctl on devices.
constexpr std::array<uint64_t, 5> kFileRights = {0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff};
constexpr int kFirstWithNet = 4, kFirstWithScopes = 6;

[[noreturn]] void Throw(const std::string& what) {
  const int error = errno;
  throw CaptureError("ELANDLOCK", "restricting files: " + what + ": " + std::generic_category().message(error), error,
                     "--no-sandbox");
}

OwnedFd CreateRuleset(int version) {
  RulesetAttributes attributes{};
  attributes.files = kFileRights[std::min<size_t>(static_cast<size_t>(version), kFileRights.size()) - 1];
  size_t size = sizeof attributes.files;
  if (version >= kFirstWithNet) {
    attributes.net = kBindTcp | kConnectTcp;
    size = sizeof attributes.files + sizeof attributes.net;
  }
  if (version >= kFirstWithScopes) {
    attributes.scoped = kAbstractUnixSockets;
    size = sizeof attributes;
  }
  OwnedFd ruleset(static_cast<int>(syscall(kCreateRuleset, &attributes, size, 0)));
  if (!ruleset) Throw("rule set");
  return ruleset;
}

void AllowReading(const OwnedFd& ruleset, const std::string& path) {
  const OwnedFd fd(open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!fd) return;  // what is not there needs no rule
  PathRule rule{kReadFile | kReadFolder, fd.get()};
  if (syscall(kAddRule, ruleset.get(), kPathBeneath, &rule, 0) == 0) return;
  // A file that is no folder.
  rule.allowed = kReadFile;
  if (syscall(kAddRule, ruleset.get(), kPathBeneath, &rule, 0) != 0) Throw(path);
}

int RestrictThread(const void* ruleset) {
  return syscall(kRestrictSelf, *static_cast<const int*>(ruleset), 0) == 0 ? 0 : errno;
}

}  // namespace

const std::vector<std::string>& ReadablePaths() {
  static const std::vector<std::string> kPaths = {
      "/etc",       "/usr",      "/lib",       "/lib64", "/run",      "/var/lib/sss",
      "/proc/self", "/proc/sys", "/proc/stat", "/sys",   "/dev/null", "/dev/urandom",
  };
  return kPaths;
}

int RestrictFiles() {
  const auto version = static_cast<int>(syscall(kCreateRuleset, nullptr, 0, kAskVersion));
  if (version < 1) return 0;
  const OwnedFd ruleset = CreateRuleset(version);
  for (const std::string& path : ReadablePaths()) AllowReading(ruleset, path);
  if (version >= kFirstWithNet) {
    const PortRule rule{kConnectTcp, kConnectablePort};
    if (syscall(kAddRule, ruleset.get(), kNetPort, &rule, 0) != 0) Throw("TCP port");
  }
  const int fd = ruleset.get();
  if (const int error = RunInEveryThread(RestrictThread, &fd); error != 0) {
    errno = error;
    Throw("every thread");
  }
  return version;
}

}  // namespace fandump
