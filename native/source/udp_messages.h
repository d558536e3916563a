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
  // batch_size messages of at most message_size bytes each. A message is a datagram or, on a socket with UDP_GRO, several
  // of one flow that the kernel has put together. Of a datagram at most datagram_size bytes are described. The buffers
  // take memory only once they are used. Throws CaptureError when there is not enough address space.
  UdpMessages(uint32_t batch_size, uint32_t message_size, uint32_t datagram_size);
  ~UdpMessages();
  UdpMessages(const UdpMessages&) = delete;
  UdpMessages& operator=(const UdpMessages&) = delete;

  // One recvmmsg call with the given MSG_ flags: how many messages it took, or -1 with errno set. What Describe has
  // said of earlier messages is void then.
  int Receive(int descriptor, int flags);

  // Describes the next datagrams of the last Receive, at most room: bytes, lengths, time and truncation in packets;
  // source, family and, where the kernel tells it, destination address in tunnels. Everything else in them stays as it
  // is. Returns how many there were.
  uint32_t Describe(PacketView* packets, TunnelFacts* tunnels, uint32_t room);
  bool all_described() const { return next_ == taken_; }

  // The latest count of drops that a described message has brought (SO_RXQ_OVFL), modulo 2^32; 0: none yet.
  uint32_t drops() const { return drops_; }

 private:
  // Room for the control messages that UdpSocket asks for: time, drops, destination and length of a segment.
  static constexpr size_t kControlLength = CMSG_SPACE(sizeof(timespec)) + CMSG_SPACE(sizeof(uint32_t)) +
                                           CMSG_SPACE(sizeof(in6_pktinfo)) + CMSG_SPACE(sizeof(int));

  struct Slot {
    alignas(cmsghdr) uint8_t control[kControlLength];
    sockaddr_in6 name;  // large enough for sockaddr_in
    iovec buffer;
  };

  // What is the same for all datagrams of a message. Sets segment_size_.
  void ReadMessage(const mmsghdr& message, PacketView& packet, TunnelFacts& tunnel);
  // Returns false when there was no time stamp.
  bool ReadControl(const msghdr& header, PacketView& packet, TunnelFacts& tunnel);
  // Cuts datagrams off the message that segments_of_ stands for, as far as there is room.
  uint32_t Split(PacketView* packets, TunnelFacts* tunnels, uint32_t room);

  std::vector<Slot> slots_;
  std::vector<mmsghdr> messages_;
  uint8_t* buffers_ = nullptr;
  size_t buffers_size_;
  const uint32_t datagram_size_;
  uint32_t used_ = 0;   // messages that the last call has written to
  uint32_t taken_ = 0;  // messages of the last call
  uint32_t next_ = 0;   // the first of them that is not wholly described

  // Of the message being split: bytes of each datagram but the last, bytes described already, and what they share.
  uint32_t segment_size_ = 0;
  uint32_t offset_ = 0;
  PacketView shared_;
  TunnelFacts shared_tunnel_;
  uint32_t drops_ = 0;
};

}  // namespace fandump
