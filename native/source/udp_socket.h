// The socket of a UDP source: opened, bound and set up, with what the kernel says about its queue.
#pragma once

#include <cstdint>
#include <vector>

#include "source/udp_address.h"
#include "source/udp_multicast.h"
#include "source/udp_options.h"

namespace fandump {

class UdpSocket {
 public:
  // Opens and binds, and joins those of the groups that the address can hear: all of its family where it is the
  // wildcard address ("::" hears IPv4, too), else the group that it is itself. Throws CaptureError; a receive buffer
  // that the kernel clamped is only a notice.
  explicit UdpSocket(const UdpOptions& options);
  ~UdpSocket();
  UdpSocket(const UdpSocket&) = delete;
  UdpSocket& operator=(const UdpSocket&) = delete;

  int descriptor() const { return descriptor_; }
  const UdpAddress& address() const { return address_; }

  // Bytes of receive buffer in the unit in which they are asked for: half of what getsockopt(SO_RCVBUF) says, since
  // the kernel doubles the figure to pay for its own bookkeeping (socket(7)).
  uint32_t receive_buffer() const { return receive_buffer_; }

  // Whether messages may hold several datagrams (UDP_GRO).
  bool has_gro() const { return has_gro_; }

  // Whether the kernel runs UdpOptions::filter: not where there is none, nor where it has refused it, with a notice.
  bool has_filter() const { return has_filter_; }

  // The number by which /proc/net/udp knows the socket.
  uint64_t inode() const;

  // Longest wait of a blocking receive, in milliseconds, > 0; rounded up to the kernel's tick.
  void SetReceiveTimeout(int timeout_ms);

  // Joins groups again whose interface has been made anew, see MulticastMembership.
  void RenewMemberships(const NoticeHandler& notice);

  // What comes from now on is not queued. It counts as dropped all the same: as every datagram that a filter refuses.
  void RefuseAll();

  // What it was remains known, but for the drops.
  void Close();

  // Datagrams dropped since open (sk_drops, SO_MEMINFO; Linux >= 4.12), modulo 2^32. Returns false where the kernel
  // cannot say. Any thread.
  bool ReadDrops(uint32_t& drops) const;

 private:
  void Create(const UdpOptions& options);
  void SetOption(int level, int option, int value, const char* what);
  void SetGro(Gro gro);
  void SetBusyPoll(int microseconds);
  void AttachFilter(const UdpOptions& options);
  void SetReceiveBuffer(const UdpOptions& options);
  void Bind(const UdpOptions& options);
  void JoinGroups(const UdpOptions& options);

  UdpAddress address_;
  std::string uri_;
  int descriptor_ = -1;
  std::vector<MulticastMembership> memberships_;
  int timeout_ms_ = 0;
  bool has_gro_ = false;
  bool has_filter_ = false;
  uint32_t receive_buffer_ = 0;
};

}  // namespace fandump
