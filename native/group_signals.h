// For processes that have to outlive the capture that started them.
#pragma once

#include <signal.h>

namespace fandump {

// The signals that a terminal or an init system sends to a capture and to all it has started, and SIGPIPE: the last
// work is still to be done. Others come through. After fork(2), too: only system calls.
inline void IgnoreSignalsOfTheGroup() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE}) {
    signal(number, SIG_IGN);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace fandump
