// SIGINT and SIGTERM as a flag; a blocked system call returns EINTR.
#pragma once

#include <signal.h>

namespace fandump {

inline volatile sig_atomic_t g_stopped = 0;

inline void StopOnSignals() {
  struct sigaction action {};
  action.sa_handler = [](int) { g_stopped = 1; };
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace fandump
