// Follows a device that has gone down: waits for it to come back, tells the user, notices when it is deleted and, where
// that is asked for, when there is one of its name again.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "source/af_packet_device.h"
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

  // The device is gone, and its packets are delivered: from now on LookForReturn wants to be called.
  void AwaitReturn();
  bool awaiting() const { return awaiting_; }

  // Looks for a device of the name when it is time to.
  std::optional<Device> LookForReturn();

  // The socket is bound to the device that has come back; up: it is not down.
  void OnReturn(const Device& device);

  // How long neither Check nor LookForReturn need be called.
  int MillisecondsToCheck() const;

 private:
  void Tell(const char* code, const std::string& what);

  int fd_;
  std::string name_;
  int interface_index_;
  const NoticeHandler& notice_;
  bool watching_ = false;
  bool awaiting_ = false;
  bool told_down_ = false;
  Clock::time_point next_check_;
};

}  // namespace fandump
