// How programs are started: signals as they are by default, and our own with no argument and an empty environment.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <string>

namespace fandump {

// What posix_spawn(3) does between fork and exec.
class ProgramStart {
 public:
  // fill: of the signals that the program begins with blocked, sigemptyset or sigfillset.
  explicit ProgramStart(int (*fill)(sigset_t*)) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    sigset_t blocked;
    fill(&blocked);
    posix_spawnattr_setsigmask(&attributes_, &blocked);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ProgramStart(const ProgramStart&) = delete;
  ProgramStart& operator=(const ProgramStart&) = delete;
  ~ProgramStart() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  // The program has fd under that number, also where it is the same one and closed by exec.
  void Give(int fd, int number) { posix_spawn_file_actions_adddup2(&actions_, fd, number); }

  // flags: of open(2).
  void GiveNothing(int number, int flags) {
    posix_spawn_file_actions_addopen(&actions_, number, "/dev/null", flags, 0);
  }

  // 0, or the errno with which our program at that path did not start.
  int Start(const std::string& path, pid_t& process) const {
    std::string name = path.substr(path.rfind('/') + 1);
    char* const arguments[] = {name.data(), nullptr};
    char* const environment[] = {nullptr};
    return posix_spawn(&process, path.c_str(), &actions_, &attributes_, arguments, environment);
  }

  // The same for somebody else's, which PATH leads to where its name has no slash; both lists end with a null pointer.
  int StartCommand(char* const arguments[], char* const environment[], pid_t& process) const {
    return posix_spawnp(&process, arguments[0], &actions_, &attributes_, arguments, environment);
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

}  // namespace fandump
