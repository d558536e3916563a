#include "source/af_packet.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>

#include "bpf/socket_program.h"
#include "clock.h"
#include "cooked_header.h"
#include "source/af_packet_device.h"
#include "source/af_packet_link_type.h"
#include "source/af_packet_timestamps.h"

#ifndef PACKET_IGNORE_OUTGOING
#define PACKET_IGNORE_OUTGOING 23
#endif

namespace fandump {

namespace {

constexpr uint32_t kImmediateBlockTimeoutMs = 1;
// A packet that another CPU was just storing when the last program was attached is stored by then.
constexpr std::chrono::milliseconds kSettle{5};
// The last block is handed over by its time-out; if that takes longer than this, something is wrong.
constexpr std::chrono::milliseconds kMaxEnding{900};
constexpr int kEndingPollMs = 5;
// So few that their views and headers are still in the first cache when the last sink has come to their bytes.
constexpr size_t kPacketsAtOnce = 64;
static_assert(kPacketsAtOnce <= PacketBatch::kCapacity);

std::string ErrnoText(int error) { return std::generic_category().message(error); }

}  // namespace

void AfPacketSource::Open() {
  fd_ = OwnedFd(options_.open_socket());
  is_bound_ = BoundDevice(fd_.get()).has_value();
  const Device device = FindDevice(fd_.get(), options_.interface);
  if (!device.up) {
    throw CaptureError("EINTERFACE_DOWN", "opening " + options_.interface + ": the interface is down", ENETDOWN,
                       "sudo ip link set dev " + options_.interface + " up");
  }
  hardware_type_ = device.hardware_type;
  link_type_ = ChooseLinkType(options_.interface, hardware_type_, options_.link_type);
  if (device.index == 0) refusal_ = OutgoingRefusal::kOnLoopback;
  IgnoreOutgoing(device.loopback || options_.ignore_outgoing);

  ring_ = std::make_unique<PacketRing>(
      fd_.get(), RingOptions{options_.interface, options_.buffer_size, options_.block_size,
                             options_.immediate ? kImmediateBlockTimeoutMs : options_.block_timeout_ms});
  blocks_ = std::make_unique<BlockReader>(
      *ring_, BlockOptions{link_type_, static_cast<uint32_t>(device.index), options_.snaplen});
  if (!options_.immediate) {
    nap_ = RingNap(RingNapOptions{options_.buffer_size, options_.block_timeout_ms, options_.link_megabits});
  }
  link_ = std::make_unique<LinkWatch>(fd_.get(), options_.interface, device.index, options_.notice);

  const BpfProgram program =
      KernelProgram(options_.filter, SnaplenBehindHeader(link_type_, options_.snaplen), refusal_);
  if (!program.empty()) {
    if (const int error = AttachProgram(fd_.get(), program); error != 0) {
      throw CaptureError("EFILTER_ATTACH", "attaching the filter to " + options_.interface + ": " + ErrnoText(error),
                         error, error == ENOMEM ? "sudo sysctl -w net.core.optmem_max=1048576" : "");
    }
  }
  if (options_.hardware_timestamps) EnableHardwareTimestamps(fd_.get(), options_.interface);
  interface_drops_.Begin(device.index);
  Bind(device.index);
  if (options_.join_fanout) JoinFanout();
}

void AfPacketSource::IgnoreOutgoing(bool wanted) {
  if (!wanted) return;
  const int on = 1;
  const bool refused = setsockopt(fd_.get(), SOL_PACKET, PACKET_IGNORE_OUTGOING, &on, sizeof on) != 0;
  // Kernels before 4.20 do not have the option, and a fanout group does not heed it: it asks the group's own flag.
  if (refused || options_.join_fanout || is_bound_) refusal_ = OutgoingRefusal::kAll;
}

void AfPacketSource::Bind(int interface_index) {
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = interface_index;
  if (!is_bound_ && bind(fd_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw CaptureError("EBIND", "binding to " + options_.interface + ": " + ErrnoText(errno), errno);
  }
  if (!options_.promiscuous || interface_index == 0) return;
  packet_mreq membership{};
  membership.mr_ifindex = interface_index;
  membership.mr_type = PACKET_MR_PROMISC;
  if (setsockopt(fd_.get(), SOL_PACKET, PACKET_ADD_MEMBERSHIP, &membership, sizeof membership) != 0) {
    throw CaptureError("EPROMISC", "promiscuous mode on " + options_.interface + ": " + ErrnoText(errno), errno,
                       "leave it out with -p");
  }
}

void AfPacketSource::JoinFanout() {
  const KernelTotals before = statistics_.Restart(fd_.get());
  KernelTotals during;
  // What came while the join was going on cannot be told apart: it counts as from before, for a packet that is missing
  // from one moment of the start is less wrong than one that two members report.
  options_.join_fanout(fd_.get(), [&] { during = statistics_.Restart(fd_.get()); });
  discarded_at_join_ = before.packets + during.packets;
  blocks_->Discard(before.stored() + during.stored());
}

ReceiveStatus AfPacketSource::Receive(PacketBatch& batch, int timeout_ms) {
  batch.size = 0;
  Clock::time_point deadline{};
  while (true) {
    blocks_->Release();
    if (link_->watching()) [[unlikely]]
      CheckLink();
    if (link_->awaiting()) [[unlikely]]
      CheckReturn();
    if (ending_ == Ending::kDrained && TakesToTheEnd() && HasCaughtUp()) return ReceiveStatus::kEnd;
    batch.size = blocks_->Read(batch.packets.data(), kPacketsAtOnce);
    if (batch.size > 0) {
      PublishCounters();
      statistics_.KeepUp(fd_.get(), NowMs(CLOCK_MONOTONIC_COARSE));
      flowing_ = true;
      return ReceiveStatus::kPackets;
    }
    if (ending_ != Ending::kNot && AllDelivered()) {
      if (ending_ == Ending::kDrained) return ReceiveStatus::kEnd;
      if (options_.wait && !is_bound_ && !options_.join_fanout) {
        ending_ = Ending::kNot;
        link_->AwaitReturn();
        continue;
      }
      throw CaptureError("EINTERFACE_GONE", "The interface " + options_.interface + " disappeared", ENODEV,
                         is_bound_ || options_.join_fanout ? "" : "--wait waits for one of its name and goes on");
    }
    const auto now = Clock::now();
    if (deadline == Clock::time_point{}) {
      deadline = now + std::chrono::milliseconds(timeout_ms);
    } else if (now >= deadline) {
      return ReceiveStatus::kIdle;
    }
    // Whole blocks may have been discarded: poll() reports those as readable until they are handed back.
    blocks_->Release();
    Wait(std::chrono::ceil<std::chrono::milliseconds>(deadline - now));
  }
}

void AfPacketSource::Wait(std::chrono::milliseconds longest) {
  if (flowing_) {
    flowing_ = false;
    const auto nap = nap_.Length(blocks_->counters().packets, blocks_->counters().bytes, longest);
    if (nap.count() > 0) {
      std::this_thread::sleep_for(nap);
      return;
    }
  }
  Poll(static_cast<int>(longest.count()));
}

void AfPacketSource::Poll(int timeout_ms) {
  if (link_->watching() || link_->awaiting()) timeout_ms = std::min(timeout_ms, link_->MillisecondsToCheck());
  if (ending_ != Ending::kNot) timeout_ms = std::min(timeout_ms, kEndingPollMs);
  pollfd waiting{fd_.get(), POLLIN, 0};
  if (poll(&waiting, 1, timeout_ms) <= 0 || (waiting.revents & POLLERR) == 0) return;
  int error = 0;
  socklen_t length = sizeof error;
  // Reading the error clears it, so that the next poll() sleeps.
  getsockopt(fd_.get(), SOL_SOCKET, SO_ERROR, &error, &length);
  if (error == ENETDOWN) {
    // A device that is being deleted can still be asked.
    interface_drops_.Total();
    if (!link_->awaiting()) link_->OnNetworkDown();
  } else if (error != 0) {
    throw CaptureError("ESOCKET", "receiving from " + options_.interface + ": " + ErrnoText(error), error);
  }
}

void AfPacketSource::CheckLink() {
  if (link_->Check() == LinkState::kGone && ending_ == Ending::kNot) BeginEnding(Ending::kInterfaceGone);
}

void AfPacketSource::CheckReturn() {
  const std::optional<Device> device = link_->LookForReturn();
  if (!device) return;
  if (device->hardware_type != hardware_type_) {
    throw CaptureError(
        "EINTERFACE_GONE",
        "The interface " + options_.interface + " disappeared, and what has its name now is of another kind", ENODEV);
  }
  blocks_->SetInterface(static_cast<uint32_t>(device->index));
  if (options_.hardware_timestamps) StampByHardwareAgain();
  try {
    Bind(device->index);
  } catch (const CaptureError& error) {
    // Deleted once more meanwhile.
    if (error.system_errno() == ENODEV) return;
    throw;
  }
  interface_drops_.Begin(device->index);
  link_->OnReturn(*device);
}

// The rights that the NIC is set up with are given up by now, and a NIC that comes back may be another one.
void AfPacketSource::StampByHardwareAgain() {
  try {
    EnableHardwareTimestamps(fd_.get(), options_.interface);
  } catch (const CaptureError& error) {
    if (!options_.notice) return;
    options_.notice({error.code(), std::string(error.what()) + "; time stamps are the kernel's from here on", ""});
  }
}

void AfPacketSource::Drain() {
  if (options_.leave_fanout) options_.leave_fanout();
  // The group shares packets out to a member until its socket is closed: it takes them for as long.
  if (TakesToTheEnd()) {
    stored_at_drain_ = statistics_.Read(fd_.get()).stored();
  } else {
    AttachProgram(fd_.get(), RefusingProgram());
  }
  BeginEnding(Ending::kDrained);
}

bool AfPacketSource::HasCaughtUp() const { return stored_at_drain_ <= blocks_->counters().packets; }

bool AfPacketSource::TakesToTheEnd() const { return options_.group_goes_on && !options_.leave_fanout; }

// Of a socket with a ring that is mapped, closing the descriptor alone leaves all as it is.
void AfPacketSource::End() {
  const uint64_t read = blocks_->counters().packets;
  blocks_.reset();
  ring_.reset();
  const std::lock_guard lock(socket_mutex_);
  at_end_ = statistics_.Read(fd_.get());
  if (TakesToTheEnd() && at_end_.stored() > read) at_end_.drops += at_end_.stored() - read;
  fd_ = OwnedFd();
}

void AfPacketSource::BeginEnding(Ending ending) {
  ending_ = ending;
  ending_since_ = Clock::now();
}

bool AfPacketSource::AllDelivered() {
  const auto elapsed = Clock::now() - ending_since_;
  if (elapsed < kSettle) return false;
  if (elapsed >= kMaxEnding) return true;
  return statistics_.Read(fd_.get()).stored() <= blocks_->counters().packets;
}

void AfPacketSource::PublishCounters() {
  const BlockCounters& counters = blocks_->counters();
  received_.store(counters.packets, std::memory_order_relaxed);
  received_bytes_.store(counters.bytes, std::memory_order_relaxed);
  truncated_.store(counters.truncated, std::memory_order_relaxed);
}

void AfPacketSource::ReadCounters(SourceCounters& counters) {
  const std::lock_guard lock(socket_mutex_);
  const KernelTotals totals = fd_ ? statistics_.Read(fd_.get()) : at_end_;
  counters.received += received_.load(std::memory_order_relaxed);
  counters.received_bytes += received_bytes_.load(std::memory_order_relaxed);
  counters.truncated += truncated_.load(std::memory_order_relaxed);
  counters.kernel_matched += totals.packets;
  counters.kernel_dropped += totals.drops;
  counters.queue_freezes += totals.freezes;
  counters.discarded_at_join += discarded_at_join_;
  counters.interface_dropped += interface_drops_.Total();
}

}  // namespace fandump
