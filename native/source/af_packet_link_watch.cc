#include "source/af_packet_link_watch.h"

#include <algorithm>

#include "source/af_packet_device.h"

namespace fandump {

namespace {

// A device that is deleted first goes down; this long the kernel gets to finish before we say which of the two it was.
constexpr std::chrono::milliseconds kFirstCheck{50};
constexpr std::chrono::milliseconds kCheckInterval{200};

}  // namespace

void LinkWatch::OnNetworkDown() {
  if (watching_) return;
  watching_ = true;
  told_down_ = false;
  next_check_ = Clock::now() + kFirstCheck;
}

LinkState LinkWatch::Check() {
  const auto now = Clock::now();
  if (now < next_check_) return LinkState::kDown;
  next_check_ = now + kCheckInterval;
  if (!BoundDevice(fd_)) return LinkState::kGone;
  if (IsDeviceUp(fd_, interface_index_)) {
    watching_ = false;
    const std::string name = DeviceName(fd_, interface_index_);
    const std::string renamed = name == name_ ? "" : " under the name " + name;
    Tell("ENETUP", (told_down_ ? " is up again" : " went down and is up again") + renamed);
    name_ = name;
    return LinkState::kUp;
  }
  if (!told_down_) {
    told_down_ = true;
    Tell("ENETDOWN", " went down, waiting for it to come back");
  }
  return LinkState::kDown;
}

void LinkWatch::AwaitReturn() {
  watching_ = false;
  awaiting_ = true;
  next_check_ = Clock::now();
  Tell("EINTERFACE_AWAITED", " was deleted, waiting for an interface of that name");
}

std::optional<Device> LinkWatch::LookForReturn() {
  const auto now = Clock::now();
  if (now < next_check_) return std::nullopt;
  next_check_ = now + kCheckInterval;
  return LookForDevice(fd_, name_);
}

void LinkWatch::OnReturn(const Device& device) {
  awaiting_ = false;
  interface_index_ = device.index;
  Tell("EINTERFACE_BACK", " is back");
  // Bound to a device that is down the socket reports nothing when that comes up.
  if (!device.up) OnNetworkDown();
}

int LinkWatch::MillisecondsToCheck() const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next_check_ - Clock::now());
  return static_cast<int>(std::max<int64_t>(left.count(), 0));
}

void LinkWatch::Tell(const char* code, const std::string& what) {
  if (notice_) notice_({code, name_ + what, ""});
}

}  // namespace fandump
