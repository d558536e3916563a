#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "packet_testbed.h"
#include "sandbox/every_thread.h"
#include "sandbox/privileges.h"
#include "sandbox/sandbox.h"

using namespace fandump;
using namespace fandump::test;

namespace {

// A line of /proc/self/task/*/status for every thread.
std::vector<std::string> StatusOfThreads(const std::string& key) {
  std::vector<std::string> values;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream status(task.path() / "status");
    for (std::string line; std::getline(status, line);) {
      if (line.rfind(key + ":", 0) == 0) values.push_back(line.substr(key.size() + 2));
    }
  }
  return values;
}

// A thread that waits until it is asked to run something, with every signal blocked that a thread can block.
class Bystander {
 public:
  Bystander() {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    thread_ = std::thread([this] {
      while (!asked_) usleep(1000);
      result_ = work_();
    });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
  }
  int Do(std::function<int()> work) {
    work_ = std::move(work);
    asked_ = true;
    thread_.join();
    return result_;
  }

 private:
  std::thread thread_;
  std::atomic<bool> asked_{false};
  std::function<int()> work_;
  int result_ = 0;
};

int ErrnoOf(long result) { return result < 0 ? errno : 0; }

}  // namespace

TEST(every_thread_is_reached_whatever_signals_it_blocks) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    Bystander one, two;
    static std::atomic<int> visits;
    const ThreadWork count = [](const void*) {
      visits++;
      return 0;
    };
    visits = 0;
    CHECK_EQ(RunInEveryThread(count, nullptr), 0);
    CHECK(visits >= 3);
    visits = 0;
    CHECK_EQ(RunInEveryThread(count, nullptr), 0);
    CHECK(visits >= 3);
    one.Do([] { return 0; });
    two.Do([] { return 0; });
  });
}

TEST(every_thread_reports_the_failure_of_one) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    Bystander bystander;
    const pid_t self = gettid();
    CHECK_EQ(
        RunInEveryThread([](const void* tid) { return gettid() == *static_cast<const pid_t*>(tid) ? 0 : EIO; }, &self),
        EIO);
    bystander.Do([] { return 0; });
  });
}

TEST(capabilities_are_not_said_to_be_dropped_where_a_thread_cannot_be_signalled) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    Bystander bystander;
    const rlimit none{0, 0};
    CHECK_EQ(setrlimit(RLIMIT_SIGPENDING, &none), 0);
    CHECK_EQ(ErrorCodeOf(DropCapabilities), std::string("EDROP_CAPABILITIES"));
    bystander.Do([] { return 0; });
  });
}

TEST(capabilities_are_dropped_and_no_new_privileges_set_in_every_thread) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    Bystander bystander;
    DropCapabilities();
    ForbidNewPrivileges();
    for (const char* set : {"CapPrm", "CapEff", "CapInh", "CapAmb"}) {
      const std::vector<std::string> values = StatusOfThreads(set);
      CHECK(values.size() >= 2);
      for (const std::string& value : values) CHECK_EQ(value, std::string("0000000000000000"));
    }
    for (const std::string& value : StatusOfThreads("NoNewPrivs")) CHECK_EQ(value, std::string("1"));
    CHECK_EQ(bystander.Do([] { return ErrnoOf(socket(AF_PACKET, SOCK_RAW, 0)); }), EPERM);
  });
}

TEST(a_user_is_found_by_name_and_is_mapped_or_not) {
  CHECK(FindUser("root") && FindUser("root")->user == 0);
  CHECK(!FindUser("no-such-user"));
  InNamespace([] {
    CHECK(AreMapped({0, 0}));
    for (const UserIds& ids : {UserIds{65534, 65534}, {1, 0}, {0, 1}}) CHECK(!AreMapped(ids));
    CHECK_EQ(ErrorCodeOf([] { BecomeUser({65534, 65534}, "nobody"); }), std::string("EBECOME_USER"));
  });
}

TEST(the_sandbox_refuses_with_eperm_in_every_thread_what_no_capture_needs) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    Bystander bystander;
    DropCapabilities();
    ForbidNewPrivileges();
    if (!EnterSandbox().seccomp) throw CannotRun{"no seccomp filters"};
    const auto refusals = [] {
      char* const nothing[] = {nullptr};
      const std::vector<std::pair<const char*, int>> results = {
          {"execve", ErrnoOf(execve("/bin/true", nothing, nothing))},
          {"fork", ErrnoOf(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0))},
          {"ptrace", ErrnoOf(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr))},
          {"packet socket", ErrnoOf(socket(AF_PACKET, SOCK_RAW, 0))},
          {"vsock", ErrnoOf(socket(AF_VSOCK, SOCK_STREAM, 0))},
          {"create", ErrnoOf(open("/tmp/fandump-sandbox", O_WRONLY | O_CREAT, 0600))},
          {"write", ErrnoOf(open("/dev/null", O_RDWR))},
          {"create for reading", ErrnoOf(open("/tmp/fandump-sandbox", O_RDONLY | O_CREAT, 0600))},
          {"empty", ErrnoOf(open("/dev/null", O_RDONLY | O_TRUNC))},
#ifdef SYS_open
          {"write by the older call", ErrnoOf(syscall(SYS_open, "/dev/null", O_WRONLY))},
#endif
          {"unlink", ErrnoOf(unlink("/nonexistent"))},
          {"mount", ErrnoOf(syscall(SYS_mount, "none", "/mnt", "tmpfs", 0, 0))},
          {"unshare", ErrnoOf(unshare(CLONE_NEWUSER))},
          {"bpf", ErrnoOf(syscall(SYS_bpf, 0, 0, 0))},
          {"io_uring", ErrnoOf(syscall(SYS_io_uring_setup, 1, 0))},
          {"signal to the parent", ErrnoOf(kill(getppid(), 0))},
          {"signal to the parent's thread", ErrnoOf(syscall(SYS_tgkill, getppid(), getppid(), 0))},
          {"limits of the parent", ErrnoOf(syscall(SYS_prlimit64, getppid(), RLIMIT_CORE, nullptr, nullptr))},
          {"core dumps", ErrnoOf(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0))},
          {"a process that shares memory", ErrnoOf(syscall(SYS_clone, CLONE_VM | CLONE_FS | CLONE_NEWNS, 0, 0, 0, 0))},
          {"taking a connection", ErrnoOf(accept4(-1, nullptr, nullptr, 0))},
          {"naming another to be signalled", ErrnoOf(fcntl(0, F_SETOWN, getppid()))},
          {"the signal that he would get", ErrnoOf(fcntl(0, F_SETSIG, SIGKILL))},
          {"typing into the terminal", ErrnoOf(syscall(SYS_ioctl, 0, 0x5412, "x"))},
      };
      for (const auto& [what, error] : results) {
        if (error != EPERM) Fail(__FILE__, __LINE__, std::string(what) + ": errno " + std::to_string(error));
      }
      return 0;
    };
    refusals();
    bystander.Do(refusals);
  });
}

TEST(the_sandbox_has_no_calls_that_hide_their_arguments_or_are_younger_than_it) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    ForbidNewPrivileges();
    if (!EnterSandbox().seccomp) throw CannotRun{"no seccomp filters"};
    constexpr long kClone3 = 435, kOpenat2 = 437, kCachestat = 451;
    for (const long call : {kClone3, kOpenat2, kCachestat}) CHECK_EQ(ErrnoOf(syscall(call, -1, 0, 0, 0)), ENOSYS);
  });
}

TEST(the_sandbox_of_a_capture_that_listens_lets_it_take_connections) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    ForbidNewPrivileges();
    EnterSandbox(true);
    CHECK_EQ(ErrnoOf(accept4(-1, nullptr, nullptr, 0)), EBADF);
  });
}

TEST(the_sandbox_leaves_what_a_capture_needs) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    int ends[2];
    CHECK_EQ(pipe(ends), 0);
    DropCapabilities();
    ForbidNewPrivileges();
    EnterSandbox();
    CHECK(open("/etc/passwd", O_RDONLY) >= 0);
    CHECK(socket(AF_INET, SOCK_DGRAM, 0) >= 0);
    CHECK(socket(AF_NETLINK, SOCK_RAW, 0) >= 0);
    CHECK_EQ(write(ends[1], "x", 1), 1);
    CHECK_EQ(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    int result = 0;
    std::thread([&result] { result = 1; }).join();
    CHECK_EQ(result, 1);
    CHECK(mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
    CHECK_EQ(prctl(PR_SET_NAME, "renamed", 0, 0, 0), 0);
    CHECK_EQ(kill(getpid(), 0), 0);
  });
}

TEST(the_sandbox_closes_files_outside_of_its_list_where_the_kernel_has_landlock) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    Bystander bystander;
    DropCapabilities();
    ForbidNewPrivileges();
    if (EnterSandbox().landlock_version == 0) throw CannotRun{"no Landlock"};
    const auto refusal = [] { return ErrnoOf(open("/tmp", O_RDONLY | O_DIRECTORY)); };
    CHECK_EQ(refusal(), EACCES);
    CHECK_EQ(bystander.Do(refusal), EACCES);
  });
}

TEST(the_sandbox_lets_tcp_reach_name_servers_alone_where_landlock_knows_ports) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    ForbidNewPrivileges();
    constexpr int kFirstWithPorts = 4;
    if (EnterSandbox().landlock_version < kFirstWithPorts) throw CannotRun{"no Landlock that knows ports"};
    const auto address = [](uint16_t port) { return sockaddr_in{AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}, {}}; };
    const sockaddr_in dns = address(53), web = address(80), any = address(0);
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    CHECK_EQ(ErrnoOf(connect(fd, reinterpret_cast<const sockaddr*>(&web), sizeof web)), EACCES);
    CHECK_EQ(ErrnoOf(bind(fd, reinterpret_cast<const sockaddr*>(&any), sizeof any)), EACCES);
    CHECK_EQ(ErrnoOf(connect(fd, reinterpret_cast<const sockaddr*>(&dns), sizeof dns)), ECONNREFUSED);
  });
}
