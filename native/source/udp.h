// The udp:: source: datagrams of one socket, handed on as they came, tunnel headers included.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

#include "counter.h"
#include "source/source.h"
#include "source/udp_address_watch.h"
#include "source/udp_messages.h"
#include "source/udp_options.h"
#include "source/udp_receiver.h"
#include "source/udp_socket.h"

namespace fandump {

class UdpSource : public Source {
 public:
  explicit UdpSource(UdpOptions options) : options_(std::move(options)) {}

  // Besides the errors of Source: a receive buffer that the kernel clamped is told to options.notice.
  void Open() override;

  uint16_t link_type() const override { return options_.link_type; }

  // Views hold the UDP payload; each points to TunnelFacts with the outer addresses and ports. One receive may
  // take more than a PacketBatch holds: the rest is handed out by the next call without asking the kernel. Datagrams
  // that the kernel has put together are taken apart in place.
  // Where datagrams come so densely that each wake-up would find only a few, they are let gather for 50 us (and the
  // timer's slack) before the wait; their times are the kernel's and do not change by it.
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override;

  // From now on the socket refuses what comes, or if it shares its port, as soon as it cannot keep up; the source ends
  // when its queue is empty, or after one second.
  void Drain() override;
  void End() override;

  void ReadCounters(SourceCounters& counters) override;

  // Bytes of receive buffer that the kernel really gave, in the unit of receive_buffer_size; valid after Open().
  uint32_t receive_buffer() const { return socket_->receive_buffer(); }

  // Whether the kernel runs the filter of the options; valid after Open().
  bool filters_in_kernel() const { return socket_->has_filter(); }

  uint64_t socket_inode() const { return socket_->inode(); }

  // To be polled for reading; valid after Open().
  int descriptor() const { return receiver_->descriptor(); }

 private:
  std::unique_ptr<UdpReceiver> MakeReceiver();
  // Once a second: whether the host still has what the socket listens on.
  void CheckHost();
  // Takes messages from the kernel; false when there was none.
  bool Take(int timeout_ms);
  void HandOut(PacketBatch& batch);
  // Decides from the kernel's time stamps whether the next call lets datagrams gather before it takes them.
  void NoteRate(const PacketView& newest);
  // Others may stay at the port, and get nothing of what this socket refuses: it takes all until it is closed, if it
  // can.
  bool TakesToTheEnd() const { return options_.reuse_port && !options_.leave_group; }
  void RefuseMore();
  // The count of drops goes on with what is refused, and ends with the socket. Needs drops_mutex_.
  void NoteDropsAtEnd();
  // A socket that still takes more when its time is over has another one, in which it refuses.
  bool DrainIsOverdue();
  // Since the socket was opened. Any thread.
  uint64_t TotalDrops();

  // Written by the worker only; on a cache line of their own, so that readers do not slow it down.
  struct alignas(64) Counters {
    Counter received;
    Counter received_bytes;
    Counter truncated;
    std::atomic<uint32_t> drops{0};  // as SO_RXQ_OVFL brought them
  };

  UdpOptions options_;
  std::optional<UdpSocket> socket_;
  std::unique_ptr<UdpReceiver> receiver_;
  std::optional<UdpMessages> messages_;
  std::optional<UdpAddressWatch> address_watch_;
  std::chrono::steady_clock::time_point next_check_{};
  std::array<TunnelFacts, PacketBatch::kCapacity> tunnels_;
  uint32_t taken_ = 0;  // messages of the last receive

  int64_t newest_time_ = 0;  // of the last datagram, nanoseconds since the epoch
  bool gather_ = false;

  bool draining_ = false;
  bool drained_ = false;
  int64_t drain_deadline_ms_ = 0;  // of NowMs()

  Counters counters_;
  std::mutex drops_mutex_;  // of what follows
  bool refuses_ = false;    // or is closed
  uint32_t drops_at_end_ = 0;
  uint32_t last_drops_ = 0;
  uint64_t total_drops_ = 0;
};

}  // namespace fandump
