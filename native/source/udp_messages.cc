#include "source/udp_messages.h"

#include <netinet/udp.h>

#include <algorithm>
#include <cstring>
#include <ctime>

#include "clock.h"
#include "source/udp_address.h"

namespace fandump {

namespace {

void SetTime(const timespec& time, PacketView& packet) {
  packet.seconds = time.tv_sec;
  packet.nanoseconds = static_cast<uint32_t>(time.tv_nsec);
}

// Of what was received no more than limit bytes shall be seen.
void CutTo(uint32_t limit, PacketView& packet) {
  if (packet.caplen <= limit) return;
  packet.caplen = limit;
  packet.flags |= kFlagTruncated;
}

}  // namespace

void UdpMessages::Begin(const mmsghdr* messages, uint32_t count) {
  messages_ = messages;
  count_ = count;
  next_ = 0;
  offset_ = 0;
}

uint32_t UdpMessages::Describe(PacketView* packets, TunnelFacts* tunnels, uint32_t room) {
  uint32_t count = 0;
  while (count < room && next_ < count_) {
    if (offset_ > 0) {
      count += Split(packets + count, tunnels + count, room - count);
      continue;
    }
    PacketView& packet = packets[count];
    ReadMessage(messages_[next_], packet, tunnels[count]);
    if (segment_size_ == 0 || segment_size_ >= packet.caplen) {
      CutTo(datagram_size_, packet);
      next_++;
      count++;
      continue;
    }
    shared_ = packet;
    shared_.flags |= kFlagSharedTime;
    shared_tunnel_ = tunnels[count];
    count += Split(packets + count, tunnels + count, room - count);
  }
  return count;
}

uint32_t UdpMessages::Split(PacketView* packets, TunnelFacts* tunnels, uint32_t room) {
  uint32_t count = 0;
  for (; count < room && offset_ < shared_.caplen; count++) {
    PacketView& packet = packets[count];
    packet.data = shared_.data + offset_;
    packet.caplen = packet.len = std::min(segment_size_, shared_.caplen - offset_);
    packet.seconds = shared_.seconds;
    packet.nanoseconds = shared_.nanoseconds;
    packet.flags = shared_.flags;
    tunnels[count] = shared_tunnel_;
    offset_ += packet.caplen;
    CutTo(datagram_size_, packet);
  }
  if (offset_ == shared_.caplen) {
    offset_ = 0;
    next_++;
  }
  return count;
}

void UdpMessages::ReadMessage(const mmsghdr& message, PacketView& packet, TunnelFacts& tunnel) {
  const iovec& buffer = *message.msg_hdr.msg_iov;
  packet.data = static_cast<uint8_t*>(buffer.iov_base);
  packet.len = message.msg_len;
  packet.caplen = std::min<uint32_t>(message.msg_len, static_cast<uint32_t>(buffer.iov_len));
  packet.flags = (message.msg_hdr.msg_flags & MSG_TRUNC) != 0 ? kFlagTruncated : 0;
  SetTunnelSource(*static_cast<const sockaddr_in6*>(message.msg_hdr.msg_name), tunnel);
  segment_size_ = 0;
  if (!ReadControl(message.msg_hdr, packet, tunnel)) SetTime(Now(CLOCK_REALTIME), packet);
}

bool UdpMessages::ReadControl(const msghdr& header, PacketView& packet, TunnelFacts& tunnel) {
  bool has_time = false;
  // CMSG_NXTHDR does not write, but takes no pointer to const.
  auto* const writable = const_cast<msghdr*>(&header);
  for (cmsghdr* control = CMSG_FIRSTHDR(&header); control != nullptr; control = CMSG_NXTHDR(writable, control)) {
    const void* const data = CMSG_DATA(control);
    if (control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_TIMESTAMPNS) {
      timespec time;
      std::memcpy(&time, data, sizeof time);
      SetTime(time, packet);
      has_time = true;
    } else if (control->cmsg_level == SOL_SOCKET && control->cmsg_type == SO_RXQ_OVFL) {
      std::memcpy(&drops_, data, sizeof drops_);
    } else if (control->cmsg_level == SOL_UDP && control->cmsg_type == UDP_GRO) {
      int size;
      std::memcpy(&size, data, sizeof size);
      segment_size_ = size > 0 ? static_cast<uint32_t>(size) : 0;
    } else if (control->cmsg_level == IPPROTO_IP && control->cmsg_type == IP_PKTINFO) {
      in_pktinfo info;
      std::memcpy(&info, data, sizeof info);
      CopyIpv4(tunnel.destination, &info.ipi_addr);
    } else if (control->cmsg_level == IPPROTO_IPV6 && control->cmsg_type == IPV6_PKTINFO) {
      in6_pktinfo info;
      std::memcpy(&info, data, sizeof info);
      CopyIpv6(tunnel.destination, info.ipi6_addr);
    }
  }
  return has_time;
}

}  // namespace fandump
