// A thread that another starts while threads are visited, at the one moment when neither is looked for any more.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <type_traits>

#include "packet_testbed.h"
#include "sandbox/every_thread.h"

namespace fandump::test {
namespace {

// Told from the visitor's calls by an argument that the kernel does not look at.
constexpr unsigned kPassedOn = 1;

std::atomic<pid_t> g_starter;
std::atomic<bool> g_are_listed, g_has_answered;
std::atomic<int> g_visits_of_started;

void BlockSignals(uint64_t blocked) { syscall(SYS_rt_sigprocmask, SIG_SETMASK, &blocked, nullptr, sizeof blocked); }

void* Started(void*) {
  BlockSignals(0);
  while (true) pause();
}

// Answers when the threads are listed, and starts another right before.
void* Starter(void*) {
  BlockSignals(~uint64_t{0});
  g_starter = gettid();
  while (!g_are_listed) usleep(100);
  pthread_t started;
  pthread_create(&started, nullptr, Started, nullptr);
  BlockSignals(0);
  g_has_answered = true;
  while (true) pause();
}

// The third thread of this process, which may be reached before it runs anything of its own.
int Visit(const void*) {
  if (gettid() != getpid() && gettid() != g_starter) g_visits_of_started++;
  return 0;
}

// At the end of the list.
void ListThreads(int, siginfo_t*, void* context) {
  auto& machine = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
  const auto folder = machine.gregs[REG_RDI], entries = machine.gregs[REG_RSI], size = machine.gregs[REG_RDX];
  auto& result = machine.gregs[REG_RAX];
#elif defined(__aarch64__)
  const auto folder = machine.regs[0], entries = machine.regs[1], size = machine.regs[2];
  auto& result = machine.regs[0];
#endif
  const long length = syscall(SYS_getdents64, folder, entries, size, kPassedOn);
  if (length == 0) {
    g_are_listed = true;
    while (!g_has_answered) usleep(100);
  }
  result = static_cast<std::remove_reference_t<decltype(result)>>(length);
}

bool TrapLists() {
  struct sigaction action {};
  action.sa_sigaction = ListThreads;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSYS, &action, nullptr);
  sock_filter program[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_getdents64},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args) + 3 * sizeof(uint64_t)},
      {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, kPassedOn},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_TRAP},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  const sock_fprog filter{sizeof program / sizeof program[0], program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0;
}

}  // namespace

TEST(a_thread_that_is_started_by_one_that_then_answers_is_visited) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    pthread_t starter;
    CHECK_EQ(pthread_create(&starter, nullptr, Starter, nullptr), 0);
    while (g_starter == 0) usleep(100);
    if (!TrapLists()) throw CannotRun{"no seccomp filters"};
    CHECK_EQ(RunInEveryThread(Visit, nullptr), 0);
    CHECK_EQ(g_visits_of_started, 1);
  });
}

}  // namespace fandump::test
