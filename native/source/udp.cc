#include "source/udp.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <ctime>
#include <system_error>

#include "clock.h"
#include "source/udp_recvmmsg.h"
#include "source/udp_ring.h"

namespace fandump {

namespace {

constexpr int64_t kDrainMs = 900;
// For a socket that shares its port, to come to the end of its queue.
constexpr int64_t kCatchUpMs = 100;
constexpr int64_t kNanosecondsPerSecond = 1000000000;
constexpr std::chrono::seconds kCheckInterval{1};

// How long datagrams may gather in the kernel when they come densely, and how many must be expected to do so. A sleep
// costs about what a wake-up for one datagram costs. The timer's slack (prctl(2), 50 us) comes on top; 10 Gbit/s
// fill 125 kB in both together, less than the smallest receive buffer for which it is done.
constexpr int64_t kGatherNanoseconds = 50000;
constexpr int64_t kGatherDatagrams = 3;
constexpr uint32_t kGatherReceiveBuffer = 196608;

// With UDP_GRO each buffer has to take the longest message there is. So few buffers stay in the cache when messages are
// short, and hold several thousand datagrams when they are long.
constexpr uint32_t kGroMessageSize = 65536;
constexpr uint32_t kGroBatch = 256;

// Errors that say something about an earlier packet, the route or the moment, not about the socket: the next
// receive may succeed. ICMP errors are among them (udp(7)).
bool IsPassing(int error) {
  switch (error) {
    case EAGAIN:
    case EINTR:
    case ECONNREFUSED:
    case EHOSTUNREACH:
    case EHOSTDOWN:
    case ENETUNREACH:
    case ENETDOWN:
    case ENOPROTOOPT:
    case EPROTO:
    case EOPNOTSUPP:
    case EMSGSIZE:
    case EACCES:
    case ENOBUFS:
    case ENOMEM:
      return true;
    default:
      return false;
  }
}

}  // namespace

void UdpSource::Open() {
  socket_.emplace(options_);
  receiver_ = MakeReceiver();
  messages_.emplace(options_.datagram_size);
  address_watch_.emplace(socket_->address(), UdpSourceUri(options_.address, options_.port), options_.notice);
  for (TunnelFacts& tunnel : tunnels_) SetTunnelDestination(socket_->address(), tunnel);
}

std::unique_ptr<UdpReceiver> UdpSource::MakeReceiver() {
  const uint32_t batch_size = socket_->has_gro() ? std::min(options_.batch_size, kGroBatch) : options_.batch_size;
  const uint32_t message_size = socket_->has_gro() ? kGroMessageSize : options_.datagram_size;
  if (options_.implementation == UdpImplementation::kIoUring) {
    try {
      return std::make_unique<UdpRing>(socket_->descriptor(), std::bit_ceil(batch_size), message_size);
    } catch (const std::system_error& error) {
      if (options_.notice) {
        options_.notice({"UDP_IO_URING",
                         UdpSourceUri(options_.address, options_.port) + ": io_uring cannot be had (" + error.what() +
                             "), recvmmsg takes its place",
                         error.code().value() == EPERM ? "sysctl -w kernel.io_uring_disabled=0" : ""});
      }
    }
  }
  return std::make_unique<UdpRecvmmsg>(*socket_, batch_size, message_size);
}

ReceiveStatus UdpSource::Receive(PacketBatch& batch, int timeout_ms) {
  batch.size = 0;
  if (messages_->all_described()) {
    if (drained_) return ReceiveStatus::kEnd;
    const bool has_some = Take(timeout_ms);
    CheckHost();
    if (!has_some) return drained_ ? ReceiveStatus::kEnd : ReceiveStatus::kIdle;
  }
  HandOut(batch);
  if (messages_->all_described()) {
    NoteRate(batch.packets[batch.size - 1]);
    drained_ = draining_ && DrainIsOverdue();
  }
  return ReceiveStatus::kPackets;
}

void UdpSource::CheckHost() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_check_) return;
  next_check_ = now + kCheckInterval;
  address_watch_->Check();
  socket_->RenewMemberships(options_.notice);
  // In time, before the kernel's counter comes round.
  TotalDrops();
}

bool UdpSource::Take(int timeout_ms) {
  const bool waits = !draining_ && timeout_ms > 0;
  if (waits && gather_) {
    const timespec pause{0, kGatherNanoseconds};
    nanosleep(&pause, nullptr);
  }
  const int taken = receiver_->Receive(waits ? timeout_ms : 0);
  messages_->Begin(receiver_->messages(), static_cast<uint32_t>(std::max(taken, 0)));
  if (taken < 0) {
    const int error = errno;
    if (!IsPassing(error)) {
      throw CaptureError(
          "EUDP_RECEIVE",
          UdpSourceUri(options_.address, options_.port) + ": cannot receive: " + std::generic_category().message(error),
          error);
    }
    if (draining_) drained_ = error == EAGAIN || DrainIsOverdue();
    return false;
  }
  taken_ = static_cast<uint32_t>(taken);
  return taken > 0;
}

void UdpSource::HandOut(PacketBatch& batch) {
  const uint32_t count = messages_->Describe(batch.packets.data(), tunnels_.data(), PacketBatch::kCapacity);
  uint64_t bytes = 0;
  uint64_t truncated = 0;
  for (uint32_t i = 0; i < count; i++) {
    PacketView& packet = batch.packets[i];
    packet.tunnel = &tunnels_[i];
    packet.link_type = options_.link_type;
    packet.direction = kDirectionUnknown;
    packet.interface_index = 0;
    bytes += packet.caplen;
    truncated += (packet.flags & kFlagTruncated) != 0 ? 1 : 0;
  }
  batch.size = count;
  counters_.received.Add(count);
  counters_.received_bytes.Add(bytes);
  if (truncated > 0) counters_.truncated.Add(truncated);
  counters_.drops.store(messages_->drops(), std::memory_order_relaxed);
}

void UdpSource::NoteRate(const PacketView& newest) {
  const int64_t time = newest.seconds * kNanosecondsPerSecond + newest.nanoseconds;
  const int64_t passed = time - newest_time_;
  newest_time_ = time;
  // A full batch has not emptied the queue: no time to sleep.
  gather_ = taken_ < receiver_->batch_size() && socket_->receive_buffer() >= kGatherReceiveBuffer && passed >= 0 &&
            passed * kGatherDatagrams <= taken_ * kGatherNanoseconds;
}

void UdpSource::Drain() {
  if (options_.leave_group) options_.leave_group();
  draining_ = true;
  if (TakesToTheEnd()) {
    drain_deadline_ms_ = NowMs() + kCatchUpMs;
  } else {
    RefuseMore();
  }
}

void UdpSource::RefuseMore() {
  const std::lock_guard lock(drops_mutex_);
  NoteDropsAtEnd();
  socket_->RefuseAll();
  drain_deadline_ms_ = NowMs() + kDrainMs;
}

void UdpSource::NoteDropsAtEnd() {
  if (refuses_) return;
  if (!socket_->ReadDrops(drops_at_end_)) drops_at_end_ = counters_.drops.load(std::memory_order_relaxed);
  refuses_ = true;
}

bool UdpSource::DrainIsOverdue() {
  if (NowMs() <= drain_deadline_ms_) return false;
  if (refuses_) return true;
  // More comes than can be taken: the queue never gets empty.
  RefuseMore();
  return false;
}

void UdpSource::End() {
  receiver_.reset();
  const std::lock_guard lock(drops_mutex_);
  NoteDropsAtEnd();
  socket_->Close();
}

void UdpSource::ReadCounters(SourceCounters& counters) {
  // Received before drops: a datagram that comes in between is missing from the sum, never in it twice.
  const uint64_t received = counters_.received.value();
  counters.received += received;
  counters.received_bytes += counters_.received_bytes.value();
  counters.truncated += counters_.truncated.value();
  if (!socket_) return;

  const uint64_t drops = TotalDrops();
  if (socket_->has_filter()) {
    counters.refused_or_dropped += drops;
    counters.kernel_matched += received;
    return;
  }
  counters.drops_are_messages = socket_->has_gro();
  counters.kernel_dropped += drops;
  counters.kernel_matched += received + drops;
}

uint64_t UdpSource::TotalDrops() {
  const std::lock_guard lock(drops_mutex_);
  uint32_t asked = drops_at_end_;
  const bool known = refuses_ || socket_->ReadDrops(asked);
  const uint32_t brought = counters_.drops.load(std::memory_order_relaxed);
  // Both read one counter of the socket, which wraps at 2^32: the later reading is the one further on.
  const uint32_t drops = known && static_cast<int32_t>(asked - brought) >= 0 ? asked : brought;
  total_drops_ += static_cast<uint32_t>(drops - last_drops_);
  last_drops_ = drops;
  return total_drops_;
}

}  // namespace fandump
