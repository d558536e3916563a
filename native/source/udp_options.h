// What a UDP source is told when it is made.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "types.h"

namespace fandump {

// Whether the kernel may hand several datagrams of one flow over as one message (UDP_GRO, Linux >= 5.0). They share one
// time stamp then.
enum class Gro { kAuto, kOn, kOff };

// How messages are taken from the kernel.
enum class UdpImplementation { kAuto, kRecvmmsg, kIoUring };

// A multicast group (RFC 1112, RFC 3810) that a source joins.
struct MulticastGroup {
  std::string address;    // IPv4 or IPv6 text
  std::string source;     // whose datagrams alone are taken (RFC 4607); empty: anybody's
  std::string interface;  // where; empty: where the routing table says
};

struct UdpOptions {
  std::string address;  // IPv4 or IPv6 text without brackets; "::" takes IPv4 as well
  uint16_t port = 0;    // 1..65535
  bool reuse_port = false;
  bool ipv6_only = false;                   // another socket of the source takes IPv4 at this port
  uint32_t receive_buffer_size = 16777216;  // bytes asked of SO_RCVBUF; 0: leave the kernel's default
  uint32_t batch_size = 1024;               // datagrams per recvmmsg call, 1..1024 (UIO_MAXIOV)
  uint32_t datagram_size = 9248;            // bytes per datagram buffer, 64..65536
  Gro gro = Gro::kAuto;
  UdpImplementation implementation = UdpImplementation::kAuto;
  uint32_t busy_poll_us = 0;  // how long a receive asks the device before it sleeps (SO_BUSY_POLL); 0: not at all
  // Reads from the UDP header on (SO_ATTACH_FILTER); empty: none. With one, datagrams come one by one.
  BpfProgram filter;
  uint16_t link_type = kLinkTypeEthernet;  // nominal: what the views say until a decapsulator knows better
  // Has bind called, which puts the socket into the group that shares the port; empty: it is just bound.
  std::function<void(int fd, const std::function<void()>& bind)> join_group;
  std::function<void()> leave_group;   // called when the source begins to drain; may be empty
  std::vector<MulticastGroup> groups;  // joined by sockets that can hear them, see UdpSocket
  NoticeHandler notice;                // called from Open and Receive; may be empty
  // The name of the kernel's tunnel device that has a UDP port, or an empty one, for a message; may be empty.
  std::function<std::string(uint16_t port)> device_on_port;
};

}  // namespace fandump
