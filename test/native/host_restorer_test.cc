// The child that puts settings back, among the signals that end its parent.
#include "host/restorer.h"

#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <thread>

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

TEST(restorer_waits_through_signals) {
  const Folder folder;
  const std::string path = folder.File("setting");
  CHECK_EQ(mkfifo(path.c_str(), 0600), 0);
  Restorer restorer({{}, {{path, "as it was"}}});
  const std::vector<pid_t> children = ChildrenOf(getpid());
  struct sigaction counting {};
  struct sigaction before {};
  static volatile std::sig_atomic_t signals = 0;
  counting.sa_handler = [](int) { signals = signals + 1; };
  sigaction(SIGUSR1, &counting, &before);
  std::thread others([&path, waiting = pthread_self()] {
    // The child writes only once somebody reads.
    for (int i = 0; i < 5; i++) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      pthread_kill(waiting, SIGUSR1);
    }
    CHECK_EQ(Contents(path).size(), std::strlen("as it was"));
  });
  CHECK_EQ(restorer.Restore(), 0);
  others.join();
  CHECK(signals > 0);
  sigaction(SIGUSR1, &before, nullptr);
  for (const pid_t child : children) waitpid(child, nullptr, 0);
}

}  // namespace fandump::test
