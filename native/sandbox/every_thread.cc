#include "sandbox/every_thread.h"

#include <dirent.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

namespace fandump {

namespace {

// A signal that no thread blocks: C libraries keep 32 to 34 for themselves and take them out of every mask. glibc
// reaches every thread with this one when the user id changes. Borrowed for a moment, past the library, which would
// refuse it.
constexpr int kUnblockedSignal = 33;

constexpr size_t kMaxThreads = 1024;
constexpr std::chrono::seconds kPatience{2};
constexpr std::chrono::microseconds kPause{100};

// struct sigaction as the kernel has it (asm/signal.h), on x86-64 and on arm64.
struct KernelAction {
  void* handler;
  unsigned long flags;
  void* restorer;
  unsigned long mask;
};

struct Visit {
  std::atomic<pid_t> thread{0};
  std::atomic<bool> is_done{false};
  std::atomic<int> error{0};
};

ThreadWork g_work;
const void* g_context;
std::array<Visit, kMaxThreads> g_visits;

void OnSignal(int) {
  const int saved_errno = errno;
  const auto self = static_cast<pid_t>(syscall(SYS_gettid));
  for (Visit& visit : g_visits) {
    const pid_t thread = visit.thread.load(std::memory_order_acquire);
    if (thread == 0) break;
    if (thread != self || visit.is_done.load(std::memory_order_relaxed)) continue;
    visit.error.store(g_work(g_context), std::memory_order_relaxed);
    visit.is_done.store(true, std::memory_order_release);
  }
  errno = saved_errno;
}

long SetAction(int signal, const KernelAction* action, KernelAction* previous) {
  return syscall(SYS_rt_sigaction, signal, action, previous, sizeof action->mask);
}

// OnSignal answers the borrowed signal as long as this lives.
class BorrowedSignal {
 public:
  BorrowedSignal() {
    // The library knows how a handler returns: it prepares one for a signal of ours, which is then copied.
    struct sigaction ours {};
    struct sigaction theirs {};
    ours.sa_handler = OnSignal;
    ours.sa_flags = SA_RESTART;
    sigfillset(&ours.sa_mask);
    sigaction(SIGRTMAX, &ours, &theirs);
    KernelAction prepared{};
    SetAction(SIGRTMAX, nullptr, &prepared);
    sigaction(SIGRTMAX, &theirs, nullptr);
    SetAction(kUnblockedSignal, &prepared, &previous_);
  }
  BorrowedSignal(const BorrowedSignal&) = delete;
  BorrowedSignal& operator=(const BorrowedSignal&) = delete;
  ~BorrowedSignal() { SetAction(kUnblockedSignal, &previous_, nullptr); }

 private:
  KernelAction previous_{};
};

class Visitor {
 public:
  // Signals the threads that were not there before. Returns whether all are reached: none was new, and those known had
  // answered before they were counted, so that what they have started since inherits.
  bool VisitNew() {
    const bool had_answered = AllAnswered();
    const std::unique_ptr<DIR, int (*)(DIR*)> tasks(opendir("/proc/self/task"), closedir);
    if (!tasks) return Fail(errno);
    const size_t known = count_;
    while (const dirent* entry = readdir(tasks.get())) {
      const pid_t thread = std::atoi(entry->d_name);
      if (thread > 0 && thread != self_ && !IsKnown(thread) && !Signal(thread)) return true;
    }
    return error_ != 0 || (had_answered && count_ == known);
  }

  int error() const { return error_; }

 private:
  bool Fail(int error) {
    if (error_ == 0) error_ = error;
    return true;
  }

  bool IsKnown(pid_t thread) const {
    for (size_t i = 0; i < count_; i++) {
      if (g_visits[i].thread.load(std::memory_order_relaxed) == thread) return true;
    }
    return false;
  }

  bool Signal(pid_t thread) {
    if (count_ == kMaxThreads) return !Fail(E2BIG);
    Visit& visit = g_visits[count_++];
    visit.is_done.store(false, std::memory_order_relaxed);
    visit.error.store(0, std::memory_order_relaxed);
    visit.thread.store(thread, std::memory_order_release);
    if (syscall(SYS_tgkill, process_, thread, kUnblockedSignal) == 0) return true;
    // One that has ended meanwhile. The kernel refuses other signals where too many wait (RLIMIT_SIGPENDING).
    if (errno != ESRCH) return !Fail(errno);
    visit.is_done.store(true);
    return true;
  }

  // A thread that has ended meanwhile needs no answer.
  bool AllAnswered() {
    bool all = true;
    for (size_t i = 0; i < count_; i++) {
      Visit& visit = g_visits[i];
      if (!visit.is_done.load(std::memory_order_acquire) &&
          syscall(SYS_tgkill, process_, visit.thread.load(), 0) == 0) {
        all = false;
      } else if (visit.error.load() != 0) {
        Fail(visit.error.load());
      }
    }
    return all;
  }

  const pid_t process_ = getpid();
  const pid_t self_ = static_cast<pid_t>(syscall(SYS_gettid));
  size_t count_ = 0;
  int error_ = 0;
};

}  // namespace

int RunInEveryThread(ThreadWork work, const void* context) {
  g_work = work;
  g_context = context;
  for (Visit& visit : g_visits) visit.thread.store(0);
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  {
    const BorrowedSignal signal;
    Visitor visitor;
    while (!visitor.VisitNew()) {
      if (std::chrono::steady_clock::now() > deadline) return ETIMEDOUT;
      std::this_thread::sleep_for(kPause);
    }
    if (visitor.error() != 0) return visitor.error();
  }
  return work(context);
}

}  // namespace fandump
