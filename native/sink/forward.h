// Sends each packet on in a UDP tunnel. VXLAN: RFC 7348. GENEVE: RFC 8926.
#pragma once

#include <sys/socket.h>

#include <array>
#include <atomic>
#include <memory>
#include <vector>

#include "sink/forward_pace.h"
#include "sink/forward_sockets.h"
#include "sink/sink.h"

namespace fandump {

// Totals of a sink; each is monotonic.
struct ForwardCounters {
  static constexpr size_t kErrnoCount = 134;  // EHWPOISON is the last

  uint64_t sent = 0;
  uint64_t sent_bytes = 0;       // of the packets, without the tunnel's headers
  uint64_t icmp_errors = 0;      // answers that a datagram could not be delivered
  uint64_t not_carried = 0;      // of a link type that the tunnel does not carry
  uint64_t stopped = 0;          // not due yet when the capture was stopped
  std::array<uint64_t, kErrnoCount> refused{};  // packets that the system did not take, by errno
};

// Throws CaptureError ELINKTYPE_FORWARD where the tunnel carries no packets of that link type.
void CheckForwardLinkType(const ForwardOptions& options, const std::string& uri, uint16_t link_type);

// One worker's; workers share sockets and pace. Packets of a flow keep their order.
class ForwardSink : public Sink {
 public:
  ForwardSink(const ForwardOptions& options, std::shared_ptr<ForwardSockets> sockets,
              std::shared_ptr<ForwardPace> pace);

  void Consume(const PacketView* packets, size_t size) override;
  // Nothing is held back.
  void Finish() override {}

  // Adds this sink's totals. Any thread.
  void ReadCounters(ForwardCounters& counters) const;

 private:
  // UDP_MAX_SEGMENTS of linux/udp.h before Linux 6.9.
  static constexpr size_t kMaxSegments = 64;
  static constexpr size_t kMaxPackets = PacketBatch::kCapacity;
  static constexpr size_t kSegmentControl = CMSG_SPACE(sizeof(uint16_t));

  struct Datagram {
    const PacketView* packet;
    uint32_t size;           // with the tunnel's header
    uint32_t next;           // in the order of one socket; kNone ends it
    const uint8_t* header;
  };
  static constexpr uint32_t kNone = 0xffffffff;
  struct Queue {
    uint32_t first = kNone;
    uint32_t last = kNone;
  };

  void MakeHeaders(const ForwardOptions& options);
  // nullptr: the tunnel carries no such packet.
  const uint8_t* HeaderFor(const PacketView& packet) const;
  void Send(const PacketView* packets, size_t size);
  // Messages for the datagrams of one socket, as many in each as the kernel may carry together; returns their number.
  size_t Build(const Queue& queue);
  void AddDatagram(msghdr& message, const Datagram& datagram);
  void SendMessages(int fd, size_t count);
  void SendApart(int fd, const msghdr& message);
  // After a call that failed: whether the same message is worth another try. tries: so far.
  static bool TryAgain(int error, int& tries);
  void Refuse(int error, const msghdr& message);
  void SegmentNoMoreUnlessPathChanged(int error);
  void CountSent(const msghdr& message);

  const Encapsulation encapsulation_;
  const std::shared_ptr<ForwardSockets> sockets_;
  const std::shared_ptr<ForwardPace> pace_;
  bool segment_;
  std::vector<uint8_t> header_;       // for Ethernet, and for any packet where the header does not say which it is
  std::vector<uint8_t> ipv4_header_;  // GENEVE only
  std::vector<uint8_t> ipv6_header_;

  std::vector<Datagram> datagrams_;
  std::vector<Queue> queues_;     // by socket
  std::vector<uint32_t> in_use_;  // sockets whose queue is not empty
  std::vector<mmsghdr> messages_;
  std::vector<iovec> parts_;
  size_t parts_used_ = 0;
  struct alignas(cmsghdr) SegmentControl {
    uint8_t bytes[kSegmentControl];
  };
  std::vector<SegmentControl> controls_;

  // Written by the worker only; on a cache line of their own.
  alignas(64) std::atomic<uint64_t> sent_{0};
  std::atomic<uint64_t> sent_bytes_{0};
  std::atomic<uint64_t> icmp_errors_{0};
  std::atomic<uint64_t> not_carried_{0};
  std::atomic<uint64_t> stopped_{0};
  std::array<std::atomic<uint64_t>, ForwardCounters::kErrnoCount> refused_{};
};

}  // namespace fandump
