// Puts each packet on a wire again: packet(7). By sendmmsg: over veth a transmit ring took as much processor time for
// frames of 64 bytes, and an eighth more for those of 1514.
#pragma once

#include <linux/if_packet.h>
#include <sys/socket.h>

#include <array>
#include <memory>
#include <vector>

#include "sink/forward_counters.h"
#include "sink/forward_pace.h"
#include "sink/inject_socket.h"
#include "sink/sink.h"

namespace fandump {

// One worker's; workers share the socket. Packets are sent as they are: checksums, tags and addresses included.
class InjectSink : public Sink {
 public:
  InjectSink(const InjectOptions& options, std::shared_ptr<InjectSocket> socket, std::shared_ptr<ForwardPace> pace);

  // Throws CaptureError EINJECT_GONE when the interface was deleted.
  void Consume(const PacketView* packets, size_t size) override;
  // Nothing is held back.
  void Finish() override {}

  // Adds this sink's totals. Any thread.
  void ReadCounters(ForwardCounters& counters) const { count_.AddTo(counters); }

 private:
  static constexpr size_t kMaxPackets = PacketBatch::kCapacity;

  // Whether the packet may go; counts it where not.
  bool Check(const PacketView& packet);
  void Send(const PacketView* packets, size_t size);
  void SendMessages(size_t count);
  // After a call that failed: whether the same packet is worth another try. tries: so far.
  bool TryAgain(int error, int& tries);
  void Refuse(int error);

  const std::shared_ptr<InjectSocket> socket_;
  const std::shared_ptr<ForwardPace> pace_;
  const bool patient_;
  const size_t shortest_;  // bytes of a link header
  std::vector<mmsghdr> messages_;
  std::vector<iovec> parts_;
  std::vector<uint8_t> is_cut_;         // the capture has cut it
  std::array<sockaddr_ll, 2> names_{};  // where IP packets go, by version: a device without link header cannot tell

  ForwardCount count_;
};

}  // namespace fandump
