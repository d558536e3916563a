#include "sink/inject.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace fandump {

namespace {

constexpr size_t kIpv4Name = 0, kIpv6Name = 1;
// How long a full queue of the device is waited for: first, and in all about a second.
constexpr long kFirstPauseNs = 50'000;
constexpr int kMostPauses = 15;
constexpr long kLongestPauseNs = 100'000'000;

void Add(std::atomic<uint64_t>& counter, uint64_t value) {
  if (value > 0) counter.store(counter.load(std::memory_order_relaxed) + value, std::memory_order_relaxed);
}

// Of an IP packet of one byte at least.
int VersionOf(const PacketView& packet) { return packet.data[0] >> 4; }

void Pause(int number) {
  const timespec pause{0, std::min(kFirstPauseNs << number, kLongestPauseNs)};
  nanosleep(&pause, nullptr);
}

}  // namespace

InjectSink::InjectSink(const InjectOptions& options, std::shared_ptr<InjectSocket> socket,
                       std::shared_ptr<ForwardPace> pace)
    : socket_(std::move(socket)),
      pace_(std::move(pace)),
      patient_(options.patient),
      shortest_(socket_->link_type() == kLinkTypeEthernet ? sizeof(ethhdr) : 1),
      messages_(kMaxPackets),
      parts_(kMaxPackets) {
  for (sockaddr_ll& name : names_) {
    name.sll_family = AF_PACKET;
    name.sll_ifindex = socket_->interface_index();
  }
  names_[kIpv4Name].sll_protocol = htons(ETH_P_IP);
  names_[kIpv6Name].sll_protocol = htons(ETH_P_IPV6);
}

void InjectSink::Consume(const PacketView* packets, size_t size) {
  while (size > 0) {
    const size_t burst = std::min(size, pace_->Burst(kMaxPackets));
    if (!pace_->Wait(burst)) {
      Add(stopped_, size);
      return;
    }
    Send(packets, burst);
    packets += burst;
    size -= burst;
  }
}

bool InjectSink::Check(const PacketView& packet) {
  if (packet.link_type != socket_->link_type()) {
    Add(not_carried_, 1);
    return false;
  }
  if (packet.caplen < shortest_) {
    Add(too_short_, 1);
    return false;
  }
  if (packet.link_type == kLinkTypeRaw && VersionOf(packet) != 4 && VersionOf(packet) != 6) {
    Add(not_carried_, 1);
    return false;
  }
  return true;
}

void InjectSink::Send(const PacketView* packets, size_t size) {
  size_t count = 0;
  uint64_t cut = 0;
  for (size_t i = 0; i < size; i++) {
    const PacketView& packet = packets[i];
    if (!Check(packet)) continue;
    msghdr& message = messages_[count].msg_hdr;
    message = {};
    if (packet.link_type == kLinkTypeRaw) {
      message.msg_name = &names_[VersionOf(packet) == 6 ? kIpv6Name : kIpv4Name];
      message.msg_namelen = sizeof(sockaddr_ll);
    }
    parts_[count] = {packet.data, packet.caplen};
    message.msg_iov = &parts_[count];
    message.msg_iovlen = 1;
    cut += packet.caplen < packet.len;
    count++;
  }
  Add(sent_cut_, cut);
  SendMessages(count);
}

void InjectSink::SendMessages(size_t count) {
  int tries = 0;
  for (size_t done = 0; done < count;) {
    const int taken = sendmmsg(socket_->fd(), &messages_[done], static_cast<unsigned>(count - done), 0);
    if (taken > 0) {
      uint64_t bytes = 0;
      for (int i = 0; i < taken; i++) bytes += parts_[done++].iov_len;
      Add(sent_, static_cast<uint64_t>(taken));
      Add(sent_bytes_, bytes);
      tries = 0;
      continue;
    }
    const int error = errno;
    if (TryAgain(error, tries)) continue;
    if (pace_->stopped() && (error == EAGAIN || error == ENOBUFS)) {
      Add(stopped_, count - done);
      return;
    }
    Refuse(error);
    done++;
    tries = 0;
  }
}

bool InjectSink::TryAgain(int error, int& tries) {
  switch (error) {
    case EINTR:
      return true;
    case EAGAIN:  // the send buffer was full for as long as a call waits
      return !pace_->stopped();
    case ENETDOWN:
      // The socket says once that the interface was down, even when it is up again.
      return tries++ == 0;
    case ENOBUFS:
      if (!patient_ || pace_->stopped() || tries == kMostPauses) return false;
      Pause(tries++);
      return true;
    case ENXIO:
    case ENODEV:
      throw CaptureError("EINJECT_GONE", "sink " + socket_->uri() + ": the interface was deleted", error);
    default:
      return false;
  }
}

void InjectSink::Refuse(int error) {
  if (error == EMSGSIZE) {
    Add(too_long_, 1);
  } else {
    Add(refused_[static_cast<size_t>(error) % refused_.size()], 1);
  }
}

void InjectSink::ReadCounters(ForwardCounters& counters) const {
  counters.sent += sent_.load(std::memory_order_relaxed);
  counters.sent_bytes += sent_bytes_.load(std::memory_order_relaxed);
  counters.sent_cut += sent_cut_.load(std::memory_order_relaxed);
  counters.not_carried += not_carried_.load(std::memory_order_relaxed);
  counters.too_long += too_long_.load(std::memory_order_relaxed);
  counters.too_short += too_short_.load(std::memory_order_relaxed);
  counters.stopped += stopped_.load(std::memory_order_relaxed);
  for (size_t i = 0; i < refused_.size(); i++) counters.refused[i] += refused_[i].load(std::memory_order_relaxed);
}

}  // namespace fandump
