// Where fandump-opener is looked for, and what the files there are worth. Only fixed places count: no PATH, no working
// directory, no environment.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace fandump {

// Where fandump --setcap puts it: nobody but root can replace it there, and no build takes its capability away.
constexpr char kInstalledOpenerPath[] = "/usr/local/libexec/fandump-opener";

struct InstalledOpener {
  std::string path;
  uid_t owner = 0;
  std::string group;               // as GroupName
  mode_t mode = 0;                 // permission bits
  bool has_capability = false;     // cap_net_raw is among its permitted and effective file capabilities
  bool more_capabilities = false;  // others too, which it does not need
  bool may_start = false;          // by this process
};

// Of group(5), or the number.
std::string GroupName(gid_t number);

// The files that exist, in the order in which they are tried: beside this program, then where it is installed.
std::vector<InstalledOpener> FindOpeners();

// Where the build leaves it, whether or not it is there: in the folder of the file that this code was loaded from.
std::string BuiltOpenerPath();

}  // namespace fandump
