// Sends each packet on in a UDP tunnel. VXLAN: RFC 7348. GENEVE: RFC 8926.
#pragma once

#include <sys/socket.h>

#include <array>
#include <memory>
#include <vector>

#include "sink/forward_counters.h"
#include "sink/forward_messages.h"
#include "sink/forward_pace.h"
#include "sink/forward_sockets.h"
#include "sink/sink.h"

namespace fandump {

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
  void ReadCounters(ForwardCounters& counters) const { count_.AddTo(counters); }

 private:
  // The number of bytes of a header.
  size_t MakeHeaders(const ForwardOptions& options);
  // nullptr: the tunnel carries no such packet.
  const uint8_t* HeaderFor(const PacketView& packet) const;
  void Send(const PacketView* packets, size_t size);
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
  ForwardMessages messages_;

  ForwardCount count_;
};

}  // namespace fandump
