#include <sys/prctl.h>

#include "opener_runner.h"

using namespace fandump;
using namespace fandump::test;
using opener::Status;

namespace {

void SetLimit(int resource) {
  const rlimit none{0, 0};
  if (setrlimit(static_cast<__rlimit_resource>(resource), &none) != 0) _exit(127);
}

}  // namespace

TEST(opener_program_under_any_limit_at_zero_gives_the_socket_or_ends_and_never_waits) {
  InNamespace([] {
    for (int resource = 0; resource < RLIM_NLIMITS; resource++) {
      OpenerConditions conditions;
      conditions.before_exec = [resource] { SetLimit(resource); };
      const OpenerRun run = RunOpener(RequestFor("lo"), conditions);
      const bool is_given = run.Said(Status::kGiven) && run.fd;
      CHECK(is_given || !run.fd);
      if (resource == RLIMIT_NOFILE) CHECK(run.Said(Status::kPolicyUnreadable) && run.reply->error == EMFILE);
    }
  });
}

TEST(opener_program_that_cannot_open_its_policy_for_want_of_descriptors_refuses) {
  InNamespace([] {
    UsePolicy("others *\n");
    OpenerConditions conditions;
    conditions.before_exec = [] { SetLimit(RLIMIT_NOFILE); };
    CHECK(RunOpener(RequestFor("lo"), conditions).Said(Status::kPolicyUnreadable));
  });
}

TEST(opener_program_works_with_standard_descriptors_closed_and_writes_to_none_of_its_files) {
  InNamespace([] {
    OpenerConditions conditions;
    conditions.before_exec = [] {
      for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) close(fd);
    };
    CHECK(RunOpener(RequestFor("lo"), conditions).Said(Status::kGiven));
    UsePolicy("root *\n");
    CHECK(RunOpener(RequestFor("lo"), conditions).Said(Status::kGiven));
  });
}

TEST(opener_program_ends_when_its_protocol_descriptor_is_closed_or_something_else) {
  InNamespace([] {
    OpenerConditions closed;
    closed.before_exec = [] { close(opener::kProtocolFd); };
    CHECK(RunOpener(RequestFor("lo"), closed).Exited(2));
    OpenerConditions file;
    file.before_exec = [] { dup2(open("/dev/zero", O_RDWR), opener::kProtocolFd); };
    CHECK(RunOpener(RequestFor("lo"), file).Exited(2));
    OpenerConditions internet;
    internet.before_exec = [] { dup2(socket(AF_INET, SOCK_DGRAM, 0), opener::kProtocolFd); };
    CHECK(RunOpener(RequestFor("lo"), internet).Exited(2));
  });
}

TEST(opener_program_reads_nothing_of_a_hostile_environment) {
  InNamespace([] {
    char folder[] = "/tmp/fandump-opener-XXXXXX";
    CHECK(mkdtemp(folder) != nullptr);
    const std::string output = std::string(folder) + "/loader";
    OpenerConditions conditions;
    // What the dynamic loader would obey, were there one: the first would load a file, the second write one.
    conditions.environment = {"LD_PRELOAD=/nonexistent.so",
                              "LD_DEBUG=all",
                              "LD_DEBUG_OUTPUT=" + output,
                              "LD_LIBRARY_PATH=/nonexistent",
                              "GLIBC_TUNABLES=glibc.malloc.check=3",
                              "NODE_OPTIONS=--require /nonexistent.js",
                              "PATH=/nonexistent"};
    CHECK(RunOpener(RequestFor("lo"), conditions).Said(Status::kGiven));
    CHECK_EQ(rmdir(folder), 0);
  });
}

TEST(opener_program_runs_under_whatever_signals_and_seccomp_its_caller_leaves_it) {
  InNamespace([] {
    OpenerConditions conditions;
    conditions.before_exec = [] {
      sigset_t all;
      sigfillset(&all);
      sigprocmask(SIG_SETMASK, &all, nullptr);
      signal(SIGCHLD, SIG_IGN);
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    };
    CHECK(RunOpener(RequestFor("lo"), conditions).Said(Status::kGiven));
  });
}
