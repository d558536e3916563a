// Where this code was loaded from: the programs that it starts lie there too.
#pragma once

#include <dlfcn.h>

#include <climits>
#include <cstdlib>
#include <string>

namespace fandump {

// The folder of the addon under Node, of the program itself in the native tests, with a slash at its end; empty where
// that cannot be told.
inline std::string ProgramFolder() {
  Dl_info info{};
  char resolved[PATH_MAX];
  if (dladdr(reinterpret_cast<const void*>(&ProgramFolder), &info) == 0) return "";
  if (realpath(info.dli_fname, resolved) == nullptr) return "";
  const std::string file = resolved;
  return file.substr(0, file.rfind('/') + 1);
}

}  // namespace fandump
