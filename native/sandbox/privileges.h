// Giving up root and capabilities once everything is open.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace fandump {

struct UserIds {
  uid_t user = 0;
  gid_t group = 0;
};

// A user of passwd(5), or nothing.
std::optional<UserIds> FindUser(const std::string& name);

// Whether both numbers exist in this process's user namespace: where they do not, nobody can become this user.
bool AreMapped(const UserIds& ids);

// Becomes another user in every thread, for good: supplementary groups cleared, real, effective and saved ids set.
// Throws CaptureError EBECOME_USER.
void BecomeUser(const UserIds& ids, const std::string& name);

// Drops all capabilities in every thread. Throws CaptureError EDROP_CAPABILITIES.
void DropCapabilities();

// Sets no_new_privs (prctl(2)) in every thread: no program that is started can gain what was given up. Throws
// CaptureError EDROP_CAPABILITIES.
void ForbidNewPrivileges();

}  // namespace fandump
