#include "keeper/program/command_runner.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <deque>
#include <map>

#include "keeper/command_words.h"
#include "keeper/program/rights.h"
#include "keeper/protocol.h"
#include "keeper/report.h"
#include "program_start.h"

namespace fandump::keeper {
namespace {

// As tcpdump runs the commands of -z: the capture goes first.
constexpr int kLowestPriority = 19;

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

class CommandRunner {
 public:
  CommandRunner(OwnedFd words, OwnedFd reports, Settings settings)
      : words_(std::move(words)), reports_(std::move(reports)), settings_(std::move(settings)) {
    fcntl(reports_.get(), F_SETFL, O_WRONLY | O_NONBLOCK);
    environment_ = Pointers(settings_.command.environment);
    // Where programs are looked for, too.
    environ = environment_.data();
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    sigprocmask(SIG_BLOCK, &children, nullptr);
    children_ = OwnedFd(signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
  }

  void Run() {
    while (!takes_no_more_ || !running_.empty() || !waiting_.empty() || !unsaid_.empty()) {
      pollfd events[] = {{takes_no_more_ ? -1 : words_.get(), POLLIN, 0},
                         {children_.get(), POLLIN, 0},
                         {reports_.get(), static_cast<short>(unsaid_.empty() ? 0 : POLLOUT), 0}};
      if (poll(events, 3, -1) < 0) continue;
      if ((events[2].revents & POLLERR) != 0) return;
      if (events[0].revents != 0 && !TakeWord()) return;
      if (events[1].revents != 0) CollectChildren();
      while (running_.size() < settings_.command.jobs && !waiting_.empty()) StartNext();
      Say();
    }
  }

 private:
  // False: the keeper has gone.
  bool TakeWord() {
    char word[1 + 2 * kMaxNameBytes];
    const ssize_t length = recv(words_.get(), word, sizeof word, 0);
    if (length <= 0) return length < 0 && errno == EINTR;
    if (word[0] == static_cast<char>(RunnerWord::kRun)) {
      waiting_.emplace_back(word + 1, static_cast<size_t>(length) - 1);
    } else {
      takes_no_more_ = true;
    }
    return true;
  }

  void StartNext() {
    const std::string path = std::move(waiting_.front());
    waiting_.pop_front();
    std::vector<std::string> words = WordsForFile(settings_.command.words, path);
    pid_t process = -1;
    const int error = Start(Pointers(words), process);
    if (error == 0) {
      running_[process] = path;
    } else {
      unsaid_ += CommandReport(CommandEnd::kNotStarted, error, path);
    }
  }

  // Standard output may carry packets elsewhere: what commands print goes to standard error.
  int Start(std::vector<char*> arguments, pid_t& process) const {
    ProgramStart start(sigemptyset);
    start.Give(STDERR_FILENO, STDOUT_FILENO);
    return start.StartCommand(arguments.data(), environ, process);
  }

  void CollectChildren() {
    signalfd_siginfo information;
    while (read(children_.get(), &information, sizeof information) > 0) continue;
    int status = 0;
    for (pid_t process = waitpid(-1, &status, WNOHANG); process > 0; process = waitpid(-1, &status, WNOHANG)) {
      const auto found = running_.find(process);
      if (found == running_.end()) continue;
      if (WIFSIGNALED(status)) {
        unsaid_ += CommandReport(CommandEnd::kSignal, WTERMSIG(status), found->second);
      } else if (WEXITSTATUS(status) != 0) {
        unsaid_ += CommandReport(CommandEnd::kExitCode, WEXITSTATUS(status), found->second);
      }
      running_.erase(found);
    }
  }

  void Say() {
    if (unsaid_.empty()) return;
    const ssize_t said = write(reports_.get(), unsaid_.data(), unsaid_.size());
    if (said > 0) unsaid_.erase(0, static_cast<size_t>(said));
  }

  const OwnedFd words_;
  const OwnedFd reports_;
  Settings settings_;
  std::vector<char*> environment_;
  OwnedFd children_;
  bool takes_no_more_ = false;
  std::deque<std::string> waiting_;
  std::map<pid_t, std::string> running_;  // and the files that they are run for
  std::string unsaid_;
};

}  // namespace

void RunCommands(OwnedFd words, OwnedFd reports, Settings settings) {
  prctl(PR_SET_NAME, "fandump-command");
  setpriority(PRIO_PROCESS, 0, kLowestPriority);
  const int error = BecomeCommandUser(settings);
  const bool is_said = send(words.get(), &error, sizeof error, MSG_NOSIGNAL) == sizeof error;
  if (is_said && error == 0) CommandRunner(std::move(words), std::move(reports), std::move(settings)).Run();
  _exit(0);
}

}  // namespace fandump::keeper
