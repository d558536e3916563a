// For threads that are to take no signals.
#pragma once

#include <signal.h>

namespace fandump {

// A thread started meanwhile takes no signals: those are for the threads that know what to do with them, and a write
// to a broken pipe shall be an errno.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

}  // namespace fandump
