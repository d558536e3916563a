// Packets of a network interface through packet(7) and a TPACKET_V3 ring.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "owned_fd.h"
#include "source/af_packet_blocks.h"
#include "source/af_packet_drops.h"
#include "source/af_packet_link_watch.h"
#include "source/af_packet_nap.h"
#include "source/af_packet_program.h"
#include "source/af_packet_ring.h"
#include "source/af_packet_statistics.h"
#include "source/source.h"

namespace fandump {

struct AfPacketOptions {
  std::string interface;             // kAnyInterface: all of them; promiscuous means nothing then
  uint64_t buffer_size = 134217728;  // bytes of the ring
  uint64_t block_size = 32768;       // bytes, a multiple of the page size
  uint32_t block_timeout_ms = 10;    // how long a packet may wait in a block that is not full
  uint32_t link_megabits = 0;        // full speed of the interface, per second; 0: unknown
  bool hardware_timestamps = false;
  bool promiscuous = true;
  bool ignore_outgoing = false;    // always on where every packet would come twice: on loopback
  int link_type = -1;              // LINKTYPE_; -1: from the device; a cooked one: of a cooked socket
  uint32_t snaplen = kMaxSnaplen;  // what filter returns for a packet that it accepts
  // Hands packets on at once. TPACKET_V3 hands over whole blocks only, so this is a block time-out of one millisecond:
  // per-packet wake-ups as of TPACKET_V2 would cost more than the millisecond is worth to a reader.
  bool immediate = false;
  // Waits for an interface of the same name when it is deleted, and goes on with that. Not for a member of a fanout
  // group: the kernel lets none bind anew.
  bool wait = false;
  BpfProgram filter;                 // run by the kernel; complete, with direction and snaplen
  std::function<int()> open_socket;  // gives an AF_PACKET descriptor (opener/opener.h)
  // Called once the socket is bound; empty: no group. It calls has_joined as soon as the socket is a member: what comes
  // from then on is this member's.
  std::function<void(int fd, const std::function<void()>& has_joined)> join_fanout;
  std::function<void()> leave_fanout;  // called when the source begins to drain; may be empty
  // Others may stay in the group: what a member refuses at its end, none of them gets.
  bool group_goes_on = false;
  NoticeHandler notice;  // called on the worker's thread
};

// In a fanout group, packets that came between bind and join belong to the members that were there before. They are
// counted by the kernel, taken from the ring's beginning and thrown away, so that none is seen twice.
class AfPacketSource : public Source {
 public:
  explicit AfPacketSource(AfPacketOptions options) : options_(std::move(options)) {}

  // Protocol 0, ring, filter, bind, promiscuous, fanout: in this order no frame of another interface and none that the
  // filter refuses enters the ring. Throws CaptureError: EINTERFACE_MISSING, EINTERFACE_DOWN, ELINKTYPE, ERING_*,
  // EFILTER_ATTACH, EHWTIMESTAMP, EBIND, EPROMISC, and what open_socket and join_fanout throw.
  void Open() override;
  uint16_t link_type() const override { return link_type_; }
  // Throws CaptureError EINTERFACE_GONE after the last packet of a deleted interface, ESOCKET, ERING; where it waits
  // for the interface, what binding to that throws.
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override;
  bool HasRoom() const override { return blocks_ && blocks_->HasRoom(); }
  void Drain() override;
  void End() override;
  // kernel_matched and what follows leave out what came before the fanout join.
  void ReadCounters(SourceCounters& counters) override;

 private:
  enum class Ending { kNot, kDrained, kInterfaceGone };
  using Clock = std::chrono::steady_clock;

  void IgnoreOutgoing(bool wanted);
  void Bind(int interface_index);
  void JoinFanout();
  // Waits for a block, at most so long: first by a nap when traffic is flowing, then by poll().
  void Wait(std::chrono::milliseconds longest);
  // Sleeps until a block is handed over, at most so long; takes note of the socket's errors.
  void Poll(int timeout_ms);
  void CheckLink();
  // Binds to the interface that has come back, if it has. Needs no privilege: the socket and its ring stay.
  void CheckReturn();
  void StampByHardwareAgain();
  void BeginEnding(Ending ending);
  // Refuses nothing as it ends: what is in the ring when the socket is closed counts as dropped.
  bool TakesToTheEnd() const;
  // What was there when the end was asked for is delivered.
  bool HasCaughtUp() const;
  // Nothing is left to deliver: as many packets were read as the kernel has put into the ring.
  bool AllDelivered();
  void PublishCounters();

  AfPacketOptions options_;
  OwnedFd fd_;
  std::unique_ptr<PacketRing> ring_;
  std::unique_ptr<BlockReader> blocks_;
  std::unique_ptr<LinkWatch> link_;
  std::mutex socket_mutex_;  // of closing fd_, which others than the worker ask for its counters
  KernelStatistics statistics_;
  KernelTotals at_end_;           // guarded by socket_mutex_, once fd_ is closed; what its ring still held is dropped
  uint64_t stored_at_drain_ = 0;  // what had gone into the ring
  uint16_t hardware_type_ = 0;    // ARPHRD_*
  uint16_t link_type_ = kLinkTypeEthernet;
  InterfaceDrops interface_drops_;
  bool is_bound_ = false;                             // by the opener, for good, and in a fanout group
  OutgoingRefusal refusal_ = OutgoingRefusal::kNone;  // by program, where the socket option does not reach
  uint64_t discarded_at_join_ = 0;
  RingNap nap_;
  bool flowing_ = false;  // packets were delivered since the last wait
  Ending ending_ = Ending::kNot;
  Clock::time_point ending_since_;

  // Written by the worker only; on a cache line of their own, so that readers do not slow it down.
  alignas(64) std::atomic<uint64_t> received_{0};
  std::atomic<uint64_t> received_bytes_{0};
  std::atomic<uint64_t> truncated_{0};
};

}  // namespace fandump
