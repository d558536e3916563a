// The commands that the file keeper runs, whom they run as, and how it ends.
#include <grp.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "child_processes.h"
#include "keeper_testbed.h"
#include "packet_testbed.h"

namespace fandump::test {
namespace {

// A keeper of files x, whose command is a shell line; $1 is the file.
class CommandKeeper {
 public:
  explicit CommandKeeper(const std::string& line, uint32_t jobs = 1, std::optional<keeper::CommandUser> user = {}) {
    settings_ = KeeperSettings(folder_.File("x"), false);
    settings_.command.words = {"sh", "-c", line, "sh"};
    settings_.command.environment = {"PATH=/usr/bin:/bin", "WHO=we", "OUT=" + folder_.File("out")};
    settings_.command.jobs = jobs;
    settings_.user = user;
  }

  keeper::Settings& settings() { return settings_; }
  std::string File(const std::string& name) const { return folder_.File(name); }

  void Start() { keeper_ = std::make_shared<Keeper>(settings_); }
  Keeper& keeper() { return *keeper_; }
  std::shared_ptr<SavefileMaker> MakerOfFiles() const { return MakerOf(keeper_, 0); }

  // Makes the file, which the command is run for so often.
  void Run(int times = 1) {
    const auto maker = MakerOf(keeper_, 0);
    const OwnedFd made(maker->Make(File("x"), false));
    CHECK_EQ(maker->Complete(File("x"), false), 0);
    for (int i = 0; i < times; i++) CHECK_EQ(keeper_->RunCommand(0, File("x")), 0);
  }

  // What is told of the commands, once all have ended.
  std::string End() {
    const OwnedFd reports = keeper_->TakeReports();
    keeper_->EndCommands();
    keeper_.reset();
    return AllOf(reports);
  }

  // What they have written to $OUT.
  std::string Output() const {
    const std::vector<uint8_t> bytes = Contents(File("out"));
    return std::string(bytes.begin(), bytes.end());
  }

  // What the line writes to $OUT, for one file.
  std::string OutputOfOne() {
    Start();
    Run();
    CHECK_EQ(End(), std::string(""));
    return Output();
  }

 private:
  Folder folder_;
  keeper::Settings settings_;
  std::shared_ptr<Keeper> keeper_;
};

std::string StatusOf(pid_t process, const std::string& key) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key + ":")) return line.substr(line.find_first_not_of(" \t", key.size() + 1));
  }
  return "";
}

}  // namespace

TEST(command_runs_for_each_file_with_the_users_environment_and_prints_to_standard_error_only) {
  CommandKeeper commands(R"sh(echo "$1 $WHO $(readlink /proc/self/fd/0) $(ls /proc/self/fd | wc -w)" >> "$OUT")sh");
  commands.Start();
  commands.Run(2);
  CHECK_EQ(commands.End(), std::string(""));
  // ls has the folder open, and the redirection of its shell.
  const std::string line = commands.File("x") + " we /dev/null 4\n";
  CHECK_EQ(commands.Output(), line + line);
}

TEST(command_is_given_the_path_that_a_file_has_after_its_folder_was_moved) {
  CommandKeeper commands(R"sh(test -f "$1" && echo "$1" >> "$OUT")sh");
  std::filesystem::create_directory(commands.File("d"));
  commands.settings().paths = {commands.File("d/x")};
  commands.Start();
  const auto maker = commands.MakerOfFiles();
  const OwnedFd made(maker->Make(commands.File("d/x"), false));
  std::filesystem::rename(commands.File("d"), commands.File("moved"));
  CHECK_EQ(maker->Complete(commands.File("d/x"), false), 0);
  CHECK_EQ(commands.keeper().RunCommand(0, commands.File("d/x")), 0);
  CHECK_EQ(commands.End(), std::string(""));
  CHECK_EQ(commands.Output(), commands.File("moved/x") + "\n");
}

// The keeper's own standard output leads nowhere.
TEST(what_a_command_prints_comes_out_where_its_complaints_do) {
  CommandKeeper commands(R"sh(test /proc/$$/fd/1 -ef /proc/$$/fd/2 && echo same > "$OUT")sh");
  CHECK_EQ(commands.OutputOfOne(), std::string("same\n"));
}

TEST(command_that_fails_is_told_of_with_how_it_ended) {
  const auto told = [](const std::string& line) {
    CommandKeeper commands(line);
    commands.Start();
    commands.Run();
    const std::string report = commands.End();
    return report.substr(0, report.find(' '));
  };
  CHECK_EQ(told("exit 3"), std::string("x3"));
  CHECK_EQ(told("kill -TERM $$"), std::string("s15"));
  CommandKeeper missing("");
  missing.settings().command.words = {"no-such-program-at-all"};
  missing.Start();
  missing.Run();
  CHECK_EQ(missing.End(), "e2 " + missing.File("x") + std::string(1, '\0'));
}

TEST(commands_are_all_run_and_so_many_at_a_time) {
  CommandKeeper commands(
      R"sh(touch "$1.$$"; set -- "$1".*; test $# -le 3 || echo $# >> "$OUT"; sleep 0.05; rm "${1%.*}.$$")sh", 3);
  commands.Start();
  commands.Run(12);
  CHECK_EQ(commands.End(), std::string(""));
  CHECK_EQ(commands.Output(), std::string(""));
}

// Each waits for the other, for five seconds at most.
TEST(commands_run_beside_each_other_where_several_may) {
  const std::string line =
      R"sh(touch "$OUT.$$"; for i in $(seq 100); do set -- "$OUT".*; test $# = 2 && exit; sleep 0.05; done; false)sh";
  CommandKeeper commands(line, 2);
  commands.Start();
  commands.Run(2);
  CHECK_EQ(commands.End(), std::string(""));
}

TEST(commands_run_at_the_lowest_priority) {
  CHECK_EQ(CommandKeeper(R"sh(nice > "$OUT")sh").OutputOfOne(), std::string("19\n"));
}

// More than a pipe holds, and than the runner is told of while it waits for a reader: its keeper would stand still,
// too.
TEST(failures_of_many_commands_are_told_of_even_if_nobody_reads_meanwhile) {
  constexpr int kTimes = 4000;
  CommandKeeper commands("");
  commands.settings().command.words = {"no-such-program-at-all"};
  commands.Start();
  commands.Run(kTimes);
  const std::string reports = commands.End();
  CHECK_EQ(std::count(reports.begin(), reports.end(), '\0'), kTimes);
}

TEST(command_runs_as_the_user_without_groups_or_capabilities) {
  NeedOtherUser();
  CommandKeeper commands(R"sh(echo "$(id -u) $(id -g) $(id -G) $(grep CapPrm /proc/self/status)" > "$1")sh", 1,
                         keeper::CommandUser{1, 2});
  commands.settings().rules.owner = FileOwner{1, 1};
  CHECK_EQ(chmod(commands.File("").c_str(), 0755), 0);
  std::vector<gid_t> own(static_cast<size_t>(getgroups(0, nullptr)));
  CHECK(getgroups(static_cast<int>(own.size()), own.data()) >= 0);
  const gid_t others[] = {3, 4};
  CHECK_EQ(setgroups(2, others), 0);
  commands.Start();
  CHECK_EQ(setgroups(own.size(), own.data()), 0);
  commands.Run();
  CHECK_EQ(commands.End(), std::string(""));
  const std::vector<uint8_t> said = Contents(commands.File("x"));
  CHECK_EQ(std::string(said.begin(), said.end()), std::string("1 2 2 CapPrm:\t0000000000000000\n"));
}

TEST(command_has_no_capability_even_where_the_user_stays_root) {
  InNamespace([] {
    CommandKeeper commands(R"sh(grep CapEff /proc/self/status > "$OUT")sh");
    CHECK_EQ(commands.OutputOfOne(), std::string("CapEff:\t0000000000000000\n"));
    CommandKeeper roots(R"sh(grep -c CapEff:.*[1-9a-f] /proc/self/status > "$OUT")sh");
    roots.settings().keeps_rights = true;
    CHECK_EQ(roots.OutputOfOne(), std::string("1\n"));
  });
}

TEST(keeper_keeps_the_capabilities_that_files_take_and_loses_the_rest) {
  InNamespace([] {
    CommandKeeper commands("true");
    commands.Start();
    const pid_t keeper = ChildrenOf(getpid()).at(0);
    // CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_FOWNER.
    CHECK_EQ(StatusOf(keeper, "CapPrm"), std::string("000000000000000b"));
    CHECK_EQ(StatusOf(keeper, "CapEff"), std::string("000000000000000b"));
    CHECK_EQ(StatusOf(keeper, "CapInh"), std::string("0000000000000000"));
    CHECK_EQ(StatusOf(keeper, "NoNewPrivs"), std::string("1"));
    CHECK_EQ(StatusOf(keeper, "Seccomp"), std::string("2"));
    const pid_t runner = ChildrenOf(keeper).at(0);
    CHECK_EQ(StatusOf(runner, "CapPrm"), std::string("0000000000000000"));
    CHECK_EQ(StatusOf(runner, "NoNewPrivs"), std::string("1"));
  });
}

TEST(keeper_says_of_a_file_that_no_command_will_run_for_it_once_its_runner_is_gone) {
  CommandKeeper commands("true");
  commands.Start();
  commands.Run();
  kill(ChildrenOf(ChildrenOf(getpid()).at(0)).at(0), SIGKILL);
  CHECK(Within(std::chrono::seconds(3),
               [&commands] { return commands.keeper().RunCommand(0, commands.File("x")) == EPIPE; }));
}

TEST(capture_whose_keeper_is_gone_is_told_so_by_whatever_it_asks) {
  CommandKeeper commands("true");
  commands.Start();
  commands.Run();
  kill(ChildrenOf(getpid()).at(0), SIGKILL);
  CHECK_EQ(commands.keeper().RunCommand(0, commands.File("x")), ECONNRESET);
  CHECK_EQ(commands.MakerOfFiles()->Delete(commands.File("x")), ECONNRESET);
  CHECK_EQ(CodeOf([&commands] { commands.MakerOfFiles()->Make(commands.File("x1"), false); }), std::string("EKEEPER"));
}

TEST(capture_does_not_begin_where_commands_cannot_run_as_their_user) {
  InNamespace([] {
    CommandKeeper commands("true", 1, keeper::CommandUser{1, 2});
    CHECK_EQ(CodeOf([&commands] { commands.Start(); }), std::string("EKEEPER"));
  });
}

TEST(keeper_goes_on_when_a_terminal_interrupts_all_and_ends_with_its_capture) {
  CommandKeeper commands(R"sh(echo ran >> "$OUT")sh");
  commands.Start();
  const pid_t keeper = ChildrenOf(getpid()).at(0);
  const pid_t runner = ChildrenOf(keeper).at(0);
  // Signals that are meant for it alone come through.
  CHECK_EQ(StatusOf(keeper, "SigBlk"), std::string("0000000000000000"));
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    CHECK_EQ(kill(keeper, number), 0);
    CHECK_EQ(kill(runner, number), 0);
  }
  commands.Run();
  CHECK_EQ(commands.End(), std::string(""));
  CHECK_EQ(commands.Output(), std::string("ran\n"));
  CHECK(kill(keeper, 0) != 0);
}

TEST(keeper_and_its_runner_do_not_outlive_a_capture_that_is_killed) {
  SkipUnderThreadSanitizer();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  for (const bool is_ending : {false, true}) {
    int ends[2];
    CHECK_EQ(pipe(ends), 0);
    const OwnedFd told(ends[0]);
    OwnedFd says(ends[1]);
    const pid_t capture = fork();
    if (capture == 0) {
      CommandKeeper commands(R"sh(sleep 0.1)sh");
      commands.Start();
      commands.Run(1000);
      const OwnedFd reports = commands.keeper().TakeReports();
      if (is_ending) commands.keeper().EndCommands();
      const pid_t keeper = ChildrenOf(getpid()).at(0);
      const pid_t both[] = {keeper, ChildrenOf(keeper).at(0)};
      if (write(says.get(), both, sizeof both) < 0) _exit(1);
      pause();
    }
    says = OwnedFd();
    pid_t both[2] = {};
    CHECK_EQ(read(told.get(), both, sizeof both), static_cast<ssize_t>(sizeof both));
    kill(capture, SIGKILL);
    waitpid(capture, nullptr, 0);
    for (const pid_t process : both) {
      CHECK(Within(std::chrono::seconds(3), [process] { return waitpid(process, nullptr, WNOHANG) == process; }));
    }
  }
  prctl(PR_SET_CHILD_SUBREAPER, 0);
  while (waitpid(-1, nullptr, 0) > 0) continue;
}

}  // namespace fandump::test
