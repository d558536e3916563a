// The processes that another has started.
#pragma once

#include <sys/types.h>

#include <fstream>
#include <string>
#include <vector>

namespace fandump::test {

// Those of its first thread, also when they have ended and nobody has waited for them.
inline std::vector<pid_t> ChildrenOf(pid_t process) {
  const std::string number = std::to_string(process);
  std::ifstream children("/proc/" + number + "/task/" + number + "/children");
  std::vector<pid_t> found;
  for (pid_t child; children >> child;) found.push_back(child);
  return found;
}

}  // namespace fandump::test
