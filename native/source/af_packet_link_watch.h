// Follows a device that has gone down: waits for it to come back, tells the user, notices when it is deleted.
#pragma once

#include <chrono>
#include <string>

#include "types.h"

namespace fandump {

enum class LinkState { kUp, kDown, kGone };

class LinkWatch {
 public:
  using Clock = std::chrono::steady_clock;

  // fd: the bound packet socket.
  LinkWatch(int fd, std::string name, int interface_index, const NoticeHandler& notice)
      : fd_(fd), name_(std::move(name)), interface_index_(interface_index), notice_(notice) {}

  // The socket reported ENETDOWN: the device went down, was deleted, or is being deleted.
  void OnNetworkDown();

  // true: Check wants to be called.
  bool watching() const { return watching_; }

  // Looks at the device when it is time to, and sends a notice for what has changed. Costs a clock reading otherwise.
  LinkState Check();

  // How long Check need not be called.
  int MillisecondsToCheck() const;

 private:
  void Tell(const char* code, const std::string& what);

  int fd_;
  std::string name_;
  int interface_index_;
  const NoticeHandler& notice_;
  bool watching_ = false;
  bool told_down_ = false;
  Clock::time_point next_check_;
};

}  // namespace fandump
