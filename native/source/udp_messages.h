// The message headers, buffers and control data of recvmmsg(2), set up once and filled again with every call.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "types.h"

namespace fandump {

class UdpMessages {
 public:
  // batch_size messages of at most datagram_size bytes each. The buffers take memory only once they are used.
  // Throws CaptureError when there is not enough address space.
  UdpMessages(uint32_t batch_size, uint32_t datagram_size);
  ~UdpMessages();
  UdpMessages(const UdpMessages&) = delete;
  UdpMessages& operator=(const UdpMessages&) = delete;

  // One recvmmsg call with the given MSG_ flags: how many messages it took, or -1 with errno set. What Describe has
  // said of earlier messages is void then.
  int Receive(int descriptor, int flags);

  // Describes message index of the last Receive: bytes, lengths, time and truncation in packet; source, family and,
  // where the kernel tells it, destination address in tunnel. Everything else in them stays as it is.
  void Describe(uint32_t index, PacketView& packet, TunnelFacts& tunnel);

  // The latest count of drops that a described message has brought (SO_RXQ_OVFL), modulo 2^32; 0: none yet.
  uint32_t drops() const { return drops_; }

 private:
  // Room for the control messages that UdpSocket asks for: time, drops and destination.
  static constexpr size_t kControlLength =
      CMSG_SPACE(sizeof(timespec)) + CMSG_SPACE(sizeof(uint32_t)) + CMSG_SPACE(sizeof(in6_pktinfo));

  struct Slot {
    alignas(cmsghdr) uint8_t control[kControlLength];
    sockaddr_in6 name;  // large enough for sockaddr_in
    iovec buffer;
  };

  // Returns false when there was no time stamp.
  bool ReadControl(const msghdr& header, PacketView& packet, TunnelFacts& tunnel);

  std::vector<Slot> slots_;
  std::vector<mmsghdr> messages_;
  uint8_t* buffers_ = nullptr;
  size_t buffers_size_;
  uint32_t used_ = 0;  // messages that the last call has written to
  uint32_t drops_ = 0;
};

}  // namespace fandump
