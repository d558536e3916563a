// How a UDP source takes messages from the kernel.
#pragma once

#include <sys/socket.h>

#include <cstdint>

namespace fandump {

class UdpReceiver {
 public:
  virtual ~UdpReceiver() = default;

  // Takes what is there, waiting at most timeout_ms for the first message, not at all when that is 0. Returns how many
  // there were, or -1 with errno set: EAGAIN when none came. What was taken before is void then.
  virtual int Receive(int timeout_ms) = 0;

  // Can be polled: readable when a Receive would find messages, once there has been one that found none.
  virtual int descriptor() const = 0;

  // The messages of the last Receive. msg_len is the length before truncation.
  virtual const mmsghdr* messages() const = 0;

  // Most messages that one Receive takes.
  virtual uint32_t batch_size() const = 0;
};

}  // namespace fandump
