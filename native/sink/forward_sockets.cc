#include "sink/forward_sockets.h"

#include <arpa/inet.h>

#include <cerrno>
#include <cstring>

namespace fandump {

namespace {

constexpr uint32_t kIpv4AndUdpHeader = 20 + 8;
constexpr uint32_t kIpv6AndUdpHeader = 40 + 8;

void SetOption(int fd, int level, int option, int value) { setsockopt(fd, level, option, &value, sizeof value); }

}  // namespace

ForwardSockets::ForwardSockets(const ForwardOptions& options) : address_(options.address) {
  ParseDestination(options);
  for (uint32_t i = 0; i < options.source_ports; i++) {
    OwnedFd fd = Open();
    // Evenly over the range, so that two sinks of one host rarely ask for the same ports.
    BindNear(fd.get(), i * (kPortCount / options.source_ports));
    Connect(fd.get());
    sockets_.push_back(std::move(fd));
  }
  reaches_this_host_ = ReachesThisHost();
  RefreshPath();
}

void ForwardSockets::ParseDestination(const ForwardOptions& options) {
  auto& ipv4 = reinterpret_cast<sockaddr_in&>(destination_);
  auto& ipv6 = reinterpret_cast<sockaddr_in6&>(destination_);
  const std::string port = std::to_string(options.port);
  if (inet_pton(AF_INET, address_.c_str(), &ipv4.sin_addr) == 1) {
    ipv4.sin_family = AF_INET;
    ipv4.sin_port = htons(options.port);
    destination_length_ = sizeof ipv4;
    uri_ = "udp::" + address_ + ":" + port;
  } else if (inet_pton(AF_INET6, address_.c_str(), &ipv6.sin6_addr) == 1) {
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(options.port);
    destination_length_ = sizeof ipv6;
    uri_ = "udp::[" + address_ + "]:" + port;
  } else {
    throw CaptureError("EFORWARD_ADDRESS", "sending to '" + address_ + "': neither an IPv4 nor an IPv6 address");
  }
}

void ForwardSockets::Fail(const char* code, const std::string& what, int error, const std::string& hint) const {
  throw CaptureError(code, "sink " + uri_ + ": " + what + ": " + std::strerror(error), error, hint);
}

OwnedFd ForwardSockets::Open() {
  OwnedFd fd(socket(destination_.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP));
  if (!fd) {
    const int error = errno;
    Fail("EFORWARD_SOCKET", "cannot open socket " + std::to_string(sockets_.size() + 1) + " of its source ports", error,
         error == EMFILE ? "ulimit -n 4096, or fewer ports=N" : "");
  }
  // Without it the kernel hides from us that a queue of the interface was full (udp(7)).
  SetOption(fd.get(), is_ipv6() ? IPPROTO_IPV6 : IPPROTO_IP, is_ipv6() ? IPV6_RECVERR : IP_RECVERR, 1);
  // Nobody reads what comes back; the kernel makes the least of it.
  SetOption(fd.get(), SOL_SOCKET, SO_RCVBUF, 0);
  return fd;
}

void ForwardSockets::BindNear(int fd, uint32_t offset) {
  sockaddr_storage local{};
  local.ss_family = destination_.ss_family;
  for (uint32_t tried = 0; tried < kPortCount; tried++) {
    const uint16_t port = htons(static_cast<uint16_t>(kFirstPort + (offset + tried) % kPortCount));
    if (is_ipv6()) {
      reinterpret_cast<sockaddr_in6&>(local).sin6_port = port;
    } else {
      reinterpret_cast<sockaddr_in&>(local).sin_port = port;
    }
    if (bind(fd, reinterpret_cast<const sockaddr*>(&local), destination_length_) == 0) return;
    if (errno != EADDRINUSE) break;
  }
  Fail("EFORWARD_PORTS", "cannot take a source port of 49152 to 65535", errno, "ss -uan 'sport >= 49152'");
}

void ForwardSockets::Connect(int fd) {
  if (connect(fd, reinterpret_cast<const sockaddr*>(&destination_), destination_length_) == 0) return;
  const int error = errno;
  if (error == EACCES) Fail("EFORWARD_ADDRESS", address_ + " is a broadcast address", error, "name one receiver");
  Fail("EFORWARD_ROUTE", "there is no way to " + address_, error, "ip route get " + address_);
}

void ForwardSockets::RefreshPath() {
  int mtu = 0;
  socklen_t length = sizeof mtu;
  const int level = is_ipv6() ? IPPROTO_IPV6 : IPPROTO_IP;
  if (getsockopt(sockets_.front().get(), level, is_ipv6() ? IPV6_MTU : IP_MTU, &mtu, &length) != 0) return;
  const auto headers = static_cast<int>(is_ipv6() ? kIpv6AndUdpHeader : kIpv4AndUdpHeader);
  largest_unfragmented_.store(mtu > headers ? static_cast<uint32_t>(mtu - headers) : 0, std::memory_order_relaxed);
}

bool ForwardSockets::is_multicast() const {
  return is_ipv6() ? IN6_IS_ADDR_MULTICAST(&reinterpret_cast<const sockaddr_in6&>(destination_).sin6_addr)
                   : IN_MULTICAST(ntohl(reinterpret_cast<const sockaddr_in&>(destination_).sin_addr.s_addr));
}

bool ForwardSockets::ReachesThisHost() const {
  if (is_multicast()) return true;
  // Only an address of this host can be bound to.
  const OwnedFd probe(socket(destination_.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP));
  sockaddr_storage local = destination_;
  if (is_ipv6()) {
    reinterpret_cast<sockaddr_in6&>(local).sin6_port = 0;
  } else {
    reinterpret_cast<sockaddr_in&>(local).sin_port = 0;
  }
  return bind(probe.get(), reinterpret_cast<const sockaddr*>(&local), destination_length_) == 0;
}

}  // namespace fandump
