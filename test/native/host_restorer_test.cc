// The child that puts settings back, among the signals that end its parent.
#include "host/restorer.h"

#include <signal.h>
#include <sys/wait.h>

#include <fstream>

#include "child_processes.h"
#include "sink_testbed.h"

namespace fandump::test {

TEST(restorer_puts_settings_back_after_the_signals_that_end_its_parent) {
  const Folder folder;
  const std::string path = folder.File("setting");
  std::ofstream(path) << "changed";
  Restorer restorer({{}, {{path, "as it was"}}});
  const std::vector<pid_t> children = ChildrenOf(getpid());
  CHECK_EQ(children.size(), size_t{1});
  for (const pid_t child : children) {
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) kill(child, number);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK_EQ(restorer.Restore(), 0);
  const std::vector<uint8_t> contents = Contents(path);
  CHECK_EQ(std::string(contents.begin(), contents.end()), std::string("as it was"));
  for (const pid_t child : children) waitpid(child, nullptr, 0);
}

}  // namespace fandump::test
