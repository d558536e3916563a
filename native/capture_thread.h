// How threads begin and end: without signals, and so that no exception leaves one, which would end the whole process.
#pragma once

#include <exception>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "signals_blocked.h"
#include "types.h"

namespace fandump {

// Runs a part of a thread's body. What it throws goes to fail as a CaptureError, "EINTERNAL" where it is none: want of
// memory, say. doing: for the message.
template <typename Body, typename Fail>
void RunGuarded(const char* doing, Body body, Fail fail) {
  try {
    body();
  } catch (const CaptureError& error) {
    fail(error);
  } catch (const std::exception& error) {
    fail(CaptureError("EINTERNAL", std::string(doing) + ": " + error.what()));
  }
}

// Starts a thread that takes no signals. what: it does, for the message. Throws CaptureError "ETHREAD" where the system
// gives none (pthread_create(3): RLIMIT_NPROC, pids.max, kernel.threads-max).
template <typename Body>
std::thread StartThread(const std::string& what, Body body) {
  const SignalsBlocked blocked;
  try {
    return std::thread(std::move(body));
  } catch (const std::system_error& error) {
    throw CaptureError("ETHREAD", "starting the thread that " + what + ": " + error.code().message(),
                       error.code().value(), "ulimit -u; cat /sys/fs/cgroup$(cut -d: -f3 /proc/self/cgroup)/pids.max");
  }
}

}  // namespace fandump
