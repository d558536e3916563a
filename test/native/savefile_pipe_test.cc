// Savefiles from pipes.
#include <fcntl.h>
#include <signal.h>

#include <atomic>

#include "sink_testbed.h"
#include "source/savefile_buffer.h"

namespace fandump::test {
namespace {

bool Sleeps(pid_t thread) {
  std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
  std::string stat;
  std::getline(file, stat);
  // "123 (name) S ...": the name may hold anything.
  const size_t end = stat.rfind(") ");
  return end != std::string::npos && stat[end + 2] == 'S';
}

}  // namespace

TEST(savefile_that_waits_at_a_pipe_returns_when_a_signal_interrupts_it) {
  struct sigaction ours {};
  struct sigaction theirs {};
  ours.sa_handler = [](int) {};
  sigaction(SIGUSR1, &ours, &theirs);
  int ends[2];
  CHECK_EQ(pipe2(ends, O_CLOEXEC), 0);
  SavefileBuffer buffer(OwnedFd(ends[0]), "pipe");
  OwnedFd other(ends[1]);
  buffer.Open();
  std::atomic<pid_t> thread{0};
  std::atomic<bool> has_returned{false};
  std::thread reader([&] {
    thread.store(gettid());
    buffer.Fill(1, 60'000);
    has_returned.store(true);
  });
  CHECK(Within(std::chrono::seconds(5), [&] { return thread.load() != 0 && Sleeps(thread.load()); }));
  // Once: another one would interrupt a read(2) that it must not come to.
  pthread_kill(reader.native_handle(), SIGUSR1);
  CHECK(Within(std::chrono::seconds(5), [&] { return has_returned.load(); }));
  other = OwnedFd();
  reader.join();
  sigaction(SIGUSR1, &theirs, nullptr);
}

}  // namespace fandump::test
