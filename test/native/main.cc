// Runs every registered test, or those whose name contains the last argument; with "--jobs N" in N processes.
#include "check.h"

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include "owned_fd.h"

namespace fandump::test {
namespace {

int failures_in_case = 0;

struct SkipSignal {
  std::string reason;
};

struct Counts {
  int passed = 0, failed = 0, skipped = 0;
  bool are_all = false;
};

constexpr int kMostJobs = 16;

// One write each: lines of several processes stay whole.
void Say(const std::string& line) { std::cout << line + "\n"; }

void Run(const Case& test, Counts& counts) {
  failures_in_case = 0;
  try {
    test.body();
  } catch (const SkipSignal& skip) {
    Say("skip " + std::string(test.name) + ": " + skip.reason);
    counts.skipped++;
    return;
  } catch (const std::exception& error) {
    Fail(test.name, 0, std::string("threw: ") + error.what());
  }
  if (failures_in_case > 0) Say("FAIL " + std::string(test.name));
  (failures_in_case > 0 ? counts.failed : counts.passed)++;
}

// Every jobs-th test, from the one with that number.
void RunShare(int number, int jobs, std::string_view name_part, Counts& counts) {
  int wanted = 0;
  for (const Case& test : Cases()) {
    if (std::string_view(test.name).find(name_part) == std::string_view::npos) continue;
    if (wanted++ % jobs == number) Run(test, counts);
  }
  counts.are_all = true;
}

// Processes that share loopback would see each other's packets. Where this is not allowed, tests that look at packets
// there are skipped or make a network of their own.
void TakeOwnLoopback() {
  if (unshare(CLONE_NEWNET) != 0) return;
  const OwnedFd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ifreq request{};
  std::strcpy(request.ifr_name, "lo");
  request.ifr_flags = IFF_UP;
  if (ioctl(socket.get(), SIOCSIFFLAGS, &request) != 0) throw std::system_error(errno, std::generic_category(), "lo");
}

// A process that crashes or leaks memory counts as one failure more, with what it had counted before.
Counts RunInProcesses(int jobs, std::string_view name_part) {
  void* const shared =
      mmap(nullptr, kMostJobs * sizeof(Counts), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) throw std::bad_alloc();
  Counts* const counts = new (shared) Counts[kMostJobs];
  for (int number = 0; number < jobs; number++) {
    const pid_t child = fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child > 0) continue;
    TakeOwnLoopback();
    RunShare(number, jobs, name_part, counts[number]);
    std::exit(0);
  }
  int status = 0, ended_badly = 0, incomplete = 0;
  while (wait(&status) > 0) ended_badly += status != 0 ? 1 : 0;
  Counts sum;
  for (int number = 0; number < jobs; number++) {
    incomplete += counts[number].are_all ? 0 : 1;
    sum.passed += counts[number].passed;
    sum.failed += counts[number].failed;
    sum.skipped += counts[number].skipped;
  }
  sum.failed += std::max(ended_badly, incomplete);
  return sum;
}

}  // namespace

std::vector<Case>& Cases() {
  static std::vector<Case> cases;
  return cases;
}

void Fail(const char* file, int line, const std::string& what) {
  failures_in_case++;
  std::cerr << std::string(file) + ":" + std::to_string(line) + ": " + what + "\n";
}

void Skip(const std::string& reason) { throw SkipSignal{reason}; }

}  // namespace fandump::test

int main(int argc, char** argv) {
  using namespace fandump::test;
  // Tests fork: what is still in the buffer would be written by each child once more.
  std::cout << std::unitbuf;
  int jobs = 1, at = 1;
  if (argc > 2 && argv[1] == std::string_view("--jobs")) {
    jobs = std::clamp(std::atoi(argv[2]), 1, kMostJobs);
    at = 3;
  }
  const std::string_view name_part = argc > at ? argv[at] : "";
  Counts counts;
  if (jobs > 1) {
    counts = RunInProcesses(jobs, name_part);
  } else {
    RunShare(0, 1, name_part, counts);
  }
  std::cout << counts.passed << " passed, " << counts.failed << " failed, " << counts.skipped << " skipped\n";
  return counts.failed == 0 ? 0 : 1;
}
