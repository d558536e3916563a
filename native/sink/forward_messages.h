// The datagrams of one batch as messages for sendmmsg: as many in each as the kernel may carry together (UDP_SEGMENT).
#pragma once

#include <netinet/udp.h>
#include <sys/socket.h>

#include <bitset>
#include <vector>

#include "types.h"

namespace fandump {

class ForwardMessages {
 public:
  static constexpr size_t kPartsPerDatagram = 2;

  // header_size: of the tunnel, bytes.
  ForwardMessages(size_t sockets, size_t header_size);

  // Packets of a flow go by one socket and keep their order. What is pointed to stays where it is until Clear.
  void Add(size_t socket, uint32_t flow, const PacketView& packet, const uint8_t* header);
  // Sockets that something was added for.
  const std::vector<uint32_t>& sockets_in_use() const { return in_use_; }
  // Makes the messages of one socket, over those of the one before, and returns their number. largest: bytes of a
  // datagram that may still share a message; 0: each has its own.
  size_t Build(uint32_t socket, uint32_t largest);
  mmsghdr& operator[](size_t index) { return messages_[index]; }
  // Of such a message, or a part of one: how many datagrams carry a packet that the capture has cut.
  uint64_t CutIn(const msghdr& message) const;
  void Clear();

 private:
  // UDP_MAX_SEGMENTS of linux/udp.h before Linux 6.9.
  static constexpr size_t kMaxSegments = 64;
  static constexpr size_t kMaxPackets = PacketBatch::kCapacity;
  static constexpr size_t kSegmentControl = CMSG_SPACE(sizeof(uint16_t));
  // How far datagrams of other flows are looked for that fit.
  static constexpr size_t kLookAhead = 128;
  static constexpr size_t kFlowBits = 256;
  static constexpr uint32_t kNone = 0xffffffff;

  struct Datagram {
    const PacketView* packet;
    const uint8_t* header;
    uint32_t size;  // with the tunnel's header
    uint32_t flow;
    uint32_t next;  // in the order of one socket; kNone ends it
  };
  struct Queue {
    uint32_t first = kNone;
    uint32_t last = kNone;
  };

  // Adds to a message that begins with a datagram of this size what may share it, and takes that out of the queue.
  void Gather(msghdr& message, uint32_t size, Queue& queue);
  void TakeOut(uint32_t number, uint32_t before, Queue& queue);
  void Append(msghdr& message, const Datagram& datagram);
  void SetSegmentSize(msghdr& message, size_t index, uint32_t size);

  const size_t header_size_;
  std::vector<Datagram> datagrams_;
  std::vector<Queue> queues_;     // by socket
  std::vector<uint32_t> in_use_;  // sockets whose queue is not empty
  std::vector<mmsghdr> messages_;
  std::vector<iovec> parts_;
  std::vector<uint8_t> is_cut_;  // by datagram, in the order of parts_
  size_t parts_used_ = 0;
  struct alignas(cmsghdr) SegmentControl {
    uint8_t bytes[kSegmentControl];
  };
  std::vector<SegmentControl> controls_;
  std::bitset<kFlowBits> held_back_;  // flows of which a datagram was left in the queue
};

}  // namespace fandump
