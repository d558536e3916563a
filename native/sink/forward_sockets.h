// The sockets that a udp sink sends from: each has a source port of its own, so that whoever shares datagrams out by
// addresses and ports, as routers, network cards and SO_REUSEPORT do, keeps the packets of a flow together.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <vector>

#include "owned_fd.h"
#include "sink/forward_options.h"

namespace fandump {

class ForwardSockets {
 public:
  // RFC 7348 section 5 and RFC 8926 section 3.3 want source ports of the dynamic range (RFC 6335).
  static constexpr uint32_t kFirstPort = 49152;
  static constexpr uint32_t kPortCount = 16384;

  // Opens all of them, connected. Throws CaptureError: EFORWARD_ADDRESS, EFORWARD_ROUTE, EFORWARD_PORTS,
  // EFORWARD_SOCKET.
  explicit ForwardSockets(const ForwardOptions& options);

  size_t size() const { return sockets_.size(); }
  int operator[](size_t index) const { return sockets_[index].get(); }
  // Which socket a flow goes by.
  size_t IndexOf(uint32_t flow_hash) const { return (uint64_t{flow_hash} * sockets_.size()) >> 32; }

  // The longest payload that fits into one packet of the path; longer ones are sent in fragments. Any thread.
  uint32_t largest_unfragmented() const { return largest_unfragmented_.load(std::memory_order_relaxed); }
  // Asks the kernel anew: the path has changed. Any thread.
  void RefreshPath();

  // Whether datagrams may come back to this host: the destination is an address of it, or of a group.
  bool reaches_this_host() const { return reaches_this_host_; }
  // Whether the destination is the address of a group.
  bool is_multicast() const;
  const sockaddr_storage& destination() const { return destination_; }
  // The sink's URI without options: udp::192.0.2.1:4789.
  const std::string& uri() const { return uri_; }

 private:
  bool is_ipv6() const { return destination_.ss_family == AF_INET6; }
  void ParseDestination(const ForwardOptions& options);
  OwnedFd Open();
  void BindNear(int fd, uint32_t offset);
  void Connect(int fd);
  bool ReachesThisHost() const;
  [[noreturn]] void Fail(const char* code, const std::string& what, int error, const std::string& hint = "") const;

  std::string address_;
  std::string uri_;
  sockaddr_storage destination_{};
  socklen_t destination_length_ = 0;
  std::vector<OwnedFd> sockets_;
  std::atomic<uint32_t> largest_unfragmented_{0};
  bool reaches_this_host_ = false;
};

}  // namespace fandump
