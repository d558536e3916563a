// Descriptors that go along with a message (unix(7), SCM_RIGHTS).
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstring>
#include <optional>

#include "owned_fd.h"

namespace fandump {

// The room beside a message for so many of them; it has to live as long as the message is used.
template <size_t count>
class DescriptorRoom {
 public:
  // Before sendmsg. The descriptors stay the caller's.
  void Attach(const std::array<int, count>& descriptors, msghdr& message) {
    Offer(message);
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptors);
    std::memcpy(CMSG_DATA(header), descriptors.data(), sizeof descriptors);
  }

  // Before recvmsg.
  void Offer(msghdr& message) {
    message.msg_control = bytes_;
    message.msg_controllen = sizeof bytes_;
  }

  // After a recvmsg that brought something. Nothing: not as many came.
  static std::optional<std::array<OwnedFd, count>> Take(const msghdr& message) {
    std::array<int, count> descriptors;
    const cmsghdr* const header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS ||
        header->cmsg_len != CMSG_LEN(sizeof descriptors)) {
      return std::nullopt;
    }
    std::memcpy(descriptors.data(), CMSG_DATA(header), sizeof descriptors);
    std::array<OwnedFd, count> taken;
    for (size_t i = 0; i < count; i++) taken[i] = OwnedFd(descriptors[i]);
    return taken;
  }

 private:
  alignas(cmsghdr) char bytes_[CMSG_SPACE(count * sizeof(int))]{};
};

}  // namespace fandump
