#include "sandbox/privileges.h"

#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "sandbox/every_thread.h"
#include "types.h"

namespace fandump {

namespace {

// Whether uid_map or gid_map (user_namespaces(7)) has the number.
bool IsMapped(const char* map, uint64_t number) {
  std::ifstream ranges(map);
  uint64_t first = 0, outside = 0, length = 0;
  while (ranges >> first >> outside >> length) {
    if (number >= first && number - first < length) return true;
  }
  return false;
}

int ForbidNewPrivilegesOfThread(const void*) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno; }

int DropCapabilitiesOfThread(const void*) {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  const __user_cap_data_struct nothing[_LINUX_CAPABILITY_U32S_3]{};
  // What is not permitted leaves the ambient set as well (capabilities(7)).
  return syscall(SYS_capset, &header, nothing) == 0 ? 0 : errno;
}

[[noreturn]] void ThrowDrop(const std::string& what, int error) {
  // The threads are listed there, and in no other file.
  if (error == ENOENT) {
    throw CaptureError("EDROP_CAPABILITIES", what + ": /proc, where this process finds its threads, is not mounted",
                       error, "mount -t proc proc /proc");
  }
  // So many signals wait already as this user may have waiting (RLIMIT_SIGPENDING).
  throw CaptureError("EDROP_CAPABILITIES", what + ": " + std::generic_category().message(error), error,
                     error == EAGAIN ? "ulimit -i 1024" : "");
}

}  // namespace

std::optional<UserIds> FindUser(const std::string& name) {
  const passwd* entry = getpwnam(name.c_str());
  if (entry == nullptr) return std::nullopt;
  return UserIds{entry->pw_uid, entry->pw_gid};
}

bool AreMapped(const UserIds& ids) {
  return IsMapped("/proc/self/uid_map", ids.user) && IsMapped("/proc/self/gid_map", ids.group);
}

void BecomeUser(const UserIds& ids, const std::string& name) {
  const char* step = "clearing the supplementary groups";
  int result = setgroups(0, nullptr);
  if (result == 0) {
    step = "setting the group";
    result = setresgid(ids.group, ids.group, ids.group);
  }
  if (result == 0) {
    step = "setting the user";
    result = setresuid(ids.user, ids.user, ids.user);
  }
  if (result == 0) return;
  const int error = errno;
  throw CaptureError("EBECOME_USER",
                     "becoming the user " + name + ": " + step + ": " + std::generic_category().message(error), error,
                     "-Z root keeps the user");
}

void DropCapabilities() {
  const int error = RunInEveryThread(DropCapabilitiesOfThread, nullptr);
  if (error != 0) ThrowDrop("dropping capabilities", error);
}

void ForbidNewPrivileges() {
  const int error = RunInEveryThread(ForbidNewPrivilegesOfThread, nullptr);
  if (error != 0) ThrowDrop("setting no_new_privs", error);
}

}  // namespace fandump
