// Datagrams out of received messages: what recvmmsg(2) and io_uring bring is described in the same way.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>

#include "types.h"

namespace fandump {

// Room for the control messages that UdpSocket asks for: time, drops, destination and length of a segment.
constexpr size_t kUdpControlLength = CMSG_SPACE(sizeof(timespec)) + CMSG_SPACE(sizeof(uint32_t)) +
                                     CMSG_SPACE(sizeof(in6_pktinfo)) + CMSG_SPACE(sizeof(int));

class UdpMessages {
 public:
  // Of a datagram at most datagram_size bytes are described. A message is a datagram or, on a socket with UDP_GRO,
  // several of one flow that the kernel has put together.
  explicit UdpMessages(uint32_t datagram_size) : datagram_size_(datagram_size) {}

  // The messages to be described from here on, which have to stay where they are meanwhile: name, one buffer, control
  // data, flags, and the length before truncation.
  void Begin(const mmsghdr* messages, uint32_t count);

  // Describes the next datagrams, at most room: bytes, lengths, time and truncation in packets; source, family and,
  // where the kernel tells it, destination address in tunnels. Everything else in them stays as it is. Returns how many
  // there were.
  uint32_t Describe(PacketView* packets, TunnelFacts* tunnels, uint32_t room);
  bool all_described() const { return next_ == count_; }

  // The latest count of drops that a described message has brought (SO_RXQ_OVFL), modulo 2^32; 0: none yet.
  uint32_t drops() const { return drops_; }

 private:
  // What is the same for all datagrams of a message. Sets segment_size_.
  void ReadMessage(const mmsghdr& message, PacketView& packet, TunnelFacts& tunnel);
  // Returns false when there was no time stamp.
  bool ReadControl(const msghdr& header, PacketView& packet, TunnelFacts& tunnel);
  // Cuts datagrams off the message that shared_ stands for, as far as there is room.
  uint32_t Split(PacketView* packets, TunnelFacts* tunnels, uint32_t room);

  const uint32_t datagram_size_;
  const mmsghdr* messages_ = nullptr;
  uint32_t count_ = 0;
  uint32_t next_ = 0;  // the first that is not wholly described

  // Of the message being split: bytes of each datagram but the last, bytes described already, and what they share.
  uint32_t segment_size_ = 0;
  uint32_t offset_ = 0;
  PacketView shared_;
  TunnelFacts shared_tunnel_;
  uint32_t drops_ = 0;
};

}  // namespace fandump
