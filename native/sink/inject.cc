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
      parts_(kMaxPackets),
      is_cut_(kMaxPackets) {
  for (sockaddr_ll& name : names_) {
    name.sll_family = AF_PACKET;
    name.sll_ifindex = socket_->interface_index();
  }
  names_[kIpv4Name].sll_protocol = htons(ETH_P_IP);
  names_[kIpv6Name].sll_protocol = htons(ETH_P_IPV6);
}

void InjectSink::Consume(const PacketView* packets, size_t size) {
  const auto send = [this](const PacketView* burst, size_t count) { Send(burst, count); };
  const size_t left_out = pace_->SendInBursts(packets, size, kMaxPackets, send);
  if (left_out > 0) count_.stopped.Add(left_out);
}

bool InjectSink::Check(const PacketView& packet) {
  const bool is_bare = IsBareIp(packet.link_type);
  if (is_bare ? socket_->link_type() != kLinkTypeRaw : packet.link_type != socket_->link_type()) {
    count_.not_carried.Add(1);
    return false;
  }
  if (packet.caplen < shortest_) {
    count_.too_short.Add(1);
    return false;
  }
  if (is_bare && VersionOf(packet) != 4 && VersionOf(packet) != 6) {
    count_.not_carried.Add(1);
    return false;
  }
  return true;
}

void InjectSink::Send(const PacketView* packets, size_t size) {
  size_t count = 0;
  for (size_t i = 0; i < size; i++) {
    const PacketView& packet = packets[i];
    if (!Check(packet)) continue;
    msghdr& message = messages_[count].msg_hdr;
    message = {};
    if (IsBareIp(packet.link_type)) {
      message.msg_name = &names_[VersionOf(packet) == 6 ? kIpv6Name : kIpv4Name];
      message.msg_namelen = sizeof(sockaddr_ll);
    }
    parts_[count] = {packet.data, packet.caplen};
    message.msg_iov = &parts_[count];
    message.msg_iovlen = 1;
    is_cut_[count] = packet.caplen < packet.len;
    count++;
  }
  SendMessages(count);
}

void InjectSink::SendMessages(size_t count) {
  int tries = 0;
  for (size_t done = 0; done < count;) {
    const int taken = sendmmsg(socket_->fd(), &messages_[done], static_cast<unsigned>(count - done), 0);
    if (taken > 0) {
      uint64_t bytes = 0, cut = 0;
      for (int i = 0; i < taken; i++, done++) {
        bytes += parts_[done].iov_len;
        cut += is_cut_[done];
      }
      count_.sent.Add(static_cast<uint64_t>(taken));
      count_.sent_bytes.Add(bytes);
      if (cut > 0) count_.sent_cut.Add(cut);
      tries = 0;
      continue;
    }
    const int error = errno;
    if (TryAgain(error, tries)) continue;
    if (pace_->stopped() && (error == EAGAIN || error == ENOBUFS)) {
      count_.stopped.Add(count - done);
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
    count_.too_long.Add(1);
  } else {
    count_.Refuse(error, 1);
  }
}

}  // namespace fandump
