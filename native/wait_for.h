// Waiting for a descriptor, through signals.
#pragma once

#include <poll.h>

#include <cerrno>

namespace fandump {

// events: of poll(2). Whether one has come, or an error or the end; each signal begins the time anew.
inline bool WaitFor(int fd, short events, int milliseconds) {
  pollfd waiting{fd, events, 0};
  int ready;
  do {
    ready = poll(&waiting, 1, milliseconds);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace fandump
