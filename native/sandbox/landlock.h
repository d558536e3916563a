// Landlock (landlock(7)): which files the process may open from now on, and which addresses it may reach.
#pragma once

#include <string>
#include <vector>

namespace fandump {

// The files and folders whose contents stay readable: what looking up names, times and devices needs.
const std::vector<std::string>& ReadablePaths();

// The only TCP port that can be connected to: DNS answers too long for a datagram.
constexpr int kConnectablePort = 53;

// Restricts every thread. Returns the kernel's Landlock version (landlock(7)), 0 where it has none or does not use it.
// Throws CaptureError ELANDLOCK. Needs ForbidNewPrivileges.
int RestrictFiles();

}  // namespace fandump
