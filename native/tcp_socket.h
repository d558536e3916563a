// TCP connections that carry a savefile's bytes (PCAP over IP): addresses, listening, connecting. For sink and source.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "address_text.h"
#include "owned_fd.h"
#include "types.h"
#include "wait_for.h"

namespace fandump {

struct TcpOptions {
  std::string address;  // IPv4 or IPv6 text
  uint16_t port = 0;
  bool connects = false;  // else: listens
};

// An address and a port, as the kernel takes them.
struct TcpEndpoint {
  sockaddr_storage name{};
  socklen_t length = 0;

  int family() const { return name.ss_family; }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&name); }
  const in_addr& ipv4() const { return reinterpret_cast<const sockaddr_in&>(name).sin_addr; }
  const in6_addr& ipv6() const { return reinterpret_cast<const sockaddr_in6&>(name).sin6_addr; }
  uint16_t port() const {
    return ntohs(family() == AF_INET ? reinterpret_cast<const sockaddr_in&>(name).sin_port
                                     : reinterpret_cast<const sockaddr_in6&>(name).sin6_port);
  }
  bool is_wildcard() const {
    return family() == AF_INET ? ipv4().s_addr == htonl(INADDR_ANY) : IN6_IS_ADDR_UNSPECIFIED(&ipv6());
  }
  bool HasAddressOf(const TcpEndpoint& other) const {
    if (family() != other.family()) return false;
    return family() == AF_INET ? ipv4().s_addr == other.ipv4().s_addr : IN6_ARE_ADDR_EQUAL(&ipv6(), &other.ipv6());
  }
};

// 192.0.2.1:57012, [2001:db8::1]:57012
inline std::string TcpText(const std::string& address, uint16_t port) {
  return HostText(address) + ":" + std::to_string(port);
}

// tcp::192.0.2.1:57012, tcp+connect::192.0.2.1:57012
inline std::string TcpUri(const TcpOptions& options) {
  return (options.connects ? "tcp+connect::" : "tcp::") + TcpText(options.address, options.port);
}

// Throws CaptureError ETCP_ADDRESS.
inline TcpEndpoint ParseTcpEndpoint(const TcpOptions& options) {
  TcpEndpoint endpoint;
  auto& ipv4 = reinterpret_cast<sockaddr_in&>(endpoint.name);
  auto& ipv6 = reinterpret_cast<sockaddr_in6&>(endpoint.name);
  if (inet_pton(AF_INET, options.address.c_str(), &ipv4.sin_addr) == 1) {
    ipv4.sin_family = AF_INET;
    ipv4.sin_port = htons(options.port);
    endpoint.length = sizeof ipv4;
  } else if (inet_pton(AF_INET6, options.address.c_str(), &ipv6.sin6_addr) == 1) {
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(options.port);
    endpoint.length = sizeof ipv6;
  } else {
    throw CaptureError("ETCP_ADDRESS", TcpUri(options) + ": neither an IPv4 nor an IPv6 address");
  }
  return endpoint;
}

// Whether something that listens at one would take connections to the other. An address of this host is bound to for a
// moment to learn that it is one.
inline bool TcpReaches(const TcpEndpoint& listens, const TcpEndpoint& target) {
  if (listens.port() != target.port()) return false;
  if (listens.HasAddressOf(target)) return true;
  // [::] takes IPv4, too.
  if (!listens.is_wildcard() || (listens.family() == AF_INET && target.family() != AF_INET)) return false;
  const OwnedFd probe(socket(target.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
  TcpEndpoint any_port = target;
  auto* port = target.family() == AF_INET ? &reinterpret_cast<sockaddr_in&>(any_port.name).sin_port
                                          : &reinterpret_cast<sockaddr_in6&>(any_port.name).sin6_port;
  *port = 0;
  return bind(probe.get(), any_port.get(), any_port.length) == 0;
}

namespace tcp_internal {

[[noreturn]] inline void Fail(const char* code, const std::string& who, const std::string& what, int error,
                              const std::string& hint) {
  throw CaptureError(code, who + ": " + what + ": " + std::strerror(error), error, hint);
}

inline OwnedFd Open(const TcpEndpoint& endpoint, const std::string& who, int flags) {
  OwnedFd fd(socket(endpoint.family(), SOCK_STREAM | SOCK_CLOEXEC | flags, IPPROTO_TCP));
  if (!fd) Fail("ETCP_SOCKET", who, "cannot open a socket", errno, "");
  return fd;
}

}  // namespace tcp_internal

// who: the source or sink, for messages. Throws CaptureError: ETCP_ADDRESS, ETCP_PORT where the port cannot be had.
inline OwnedFd ListenTcp(const TcpOptions& options, const std::string& who) {
  constexpr int kBacklog = 64;
  const TcpEndpoint endpoint = ParseTcpEndpoint(options);
  const std::string port = std::to_string(options.port);
  OwnedFd fd = tcp_internal::Open(endpoint, who, SOCK_NONBLOCK);
  const int on = 1;
  // Connections of an earlier run that are not quite closed do not keep the port.
  setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  int error = bind(fd.get(), endpoint.get(), endpoint.length) == 0 ? 0 : errno;
  if (error == 0 && listen(fd.get(), kBacklog) != 0) error = errno;
  switch (error) {
    case 0:
      return fd;
    case EADDRINUSE:
      tcp_internal::Fail("ETCP_PORT", who, "port " + port + " is taken", error, "ss -ltnp 'sport = :" + port + "'");
    case EACCES:
      tcp_internal::Fail("ETCP_PORT", who, "ports below net.ipv4.ip_unprivileged_port_start are root's", error,
                         "take a port of 1024 or more");
    case EADDRNOTAVAIL:
      tcp_internal::Fail("ETCP_ADDRESS", who, "no interface of this host has the address", error,
                         "ip -brief address; 0.0.0.0 is every IPv4 address");
    default:
      tcp_internal::Fail("ETCP_PORT", who, "cannot listen on port " + port, error, "");
  }
}

// Waits ten seconds at most. Throws CaptureError: ETCP_ADDRESS, ETCP_CONNECT.
inline OwnedFd ConnectTcp(const TcpOptions& options, const std::string& who) {
  constexpr int kPatienceMs = 10'000;
  const TcpEndpoint endpoint = ParseTcpEndpoint(options);
  OwnedFd fd = tcp_internal::Open(endpoint, who, SOCK_NONBLOCK);
  int error = connect(fd.get(), endpoint.get(), endpoint.length) == 0 ? 0 : errno;
  if (error == EINPROGRESS) {
    const bool is_ready = WaitFor(fd.get(), POLLOUT, kPatienceMs);
    socklen_t length = sizeof error;
    error = ETIMEDOUT;
    if (is_ready) getsockopt(fd.get(), SOL_SOCKET, SO_ERROR, &error, &length);
  }
  if (error == 0) return fd;
  const std::string text = TcpText(options.address, options.port);
  if (error == ECONNREFUSED) {
    tcp_internal::Fail("ETCP_CONNECT", who, "nobody listens there", error,
                       "start the other side first: nc -z " + options.address + " " + std::to_string(options.port));
  }
  tcp_internal::Fail("ETCP_CONNECT", who, "cannot connect to " + text, error, "ip route get " + options.address);
}

}  // namespace fandump
