#include "source/udp_socket.h"

#include <linux/sock_diag.h>
#include <netinet/udp.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <system_error>
#include <utility>

#include "bpf/socket_program.h"

namespace fandump {

namespace {

constexpr int kFirstUnprivilegedPort = 1024;

std::string ErrnoText(int error) { return std::generic_category().message(error); }

CaptureError BindError(const UdpOptions& options, const std::string& uri, int error) {
  const std::string port = std::to_string(options.port);
  std::string code = "EUDP_BIND";
  std::string why = ErrnoText(error);
  std::string hint;
  switch (error) {
    case EADDRINUSE:
      code = "EADDRINUSE_UDP_PORT";
      if (const std::string device = options.device_on_port ? options.device_on_port(options.port) : "";
          !device.empty()) {
        why = "UDP port " + port + " is that of the kernel's tunnel device " + device;
        hint = "capture what came through the tunnel there: fandump -i " + device + "; or: ip link delete " + device;
      } else if (options.reuse_port) {
        why = "UDP port " + port + " is held by a socket that does not share it, or by another user's";
        hint =
            "its holder must share the port, too, and run as this user; to find it: ss -ulnpe 'sport = :" + port + "'";
      } else {
        why = "UDP port " + port + " is already in use";
        hint = "to share it, write :reuseport in the URI of every member (" + uri + ":reuseport)";
      }
      break;
    case EACCES:
      code = "EACCES_UDP_PORT";
      why = "ports below " + std::to_string(kFirstUnprivilegedPort) + " need CAP_NET_BIND_SERVICE";
      hint = "run as root, or: sysctl -w net.ipv4.ip_unprivileged_port_start=" + port;
      break;
    case EADDRNOTAVAIL:
      code = "EADDRNOTAVAIL_UDP_ADDRESS";
      why = options.address + " is not an address of this host";
      hint = UdpSourceUri("0.0.0.0", options.port) + " listens on every address; to list them: ip -brief address";
      break;
    case EINVAL:
      // An address of interface scope (RFC 4007) without its interface; nothing else here is refused so.
      code = "EINVAL_UDP_ADDRESS";
      why = "a link-local address belongs to an interface, and the URI names none";
      hint = UdpSourceUri("::", options.port) + " listens on every address";
      break;
    default:
      break;
  }
  return {code, uri + ": cannot listen: " + why, error, hint};
}

}  // namespace

UdpSocket::UdpSocket(const UdpOptions& options)
    : address_(ParseUdpAddress(options.address, options.port)), uri_(UdpSourceUri(options.address, options.port)) {
  try {
    Create(options);
    SetReceiveBuffer(options);
    // Last: from here on datagrams arrive, and all that is said about them must be switched on by then.
    if (options.join_group) {
      options.join_group(descriptor_, [this, &options] { Bind(options); });
    } else {
      Bind(options);
    }
    JoinGroups(options);
  } catch (...) {
    if (descriptor_ >= 0) close(descriptor_);
    throw;
  }
}

UdpSocket::~UdpSocket() { Close(); }

void UdpSocket::Close() {
  if (descriptor_ >= 0) close(std::exchange(descriptor_, -1));
}

void UdpSocket::Create(const UdpOptions& options) {
  descriptor_ = socket(address_.family(), SOCK_DGRAM | SOCK_CLOEXEC, IPPROTO_UDP);
  if (descriptor_ < 0) {
    const int error = errno;
    const bool no_ipv6 = error == EAFNOSUPPORT && address_.family() == AF_INET6;
    throw CaptureError("EUDP_SOCKET", uri_ + ": cannot open a UDP socket: " + ErrnoText(error), error,
                       no_ipv6 ? "this kernel has no IPv6; use " + UdpSourceUri("0.0.0.0", options.port) : "");
  }
  const bool is_ipv6 = address_.family() == AF_INET6;
  // net.ipv6.bindv6only may have it otherwise; [::] takes both families on every host, unless it has company.
  if (is_ipv6) SetOption(IPPROTO_IPV6, IPV6_V6ONLY, options.ipv6_only ? 1 : 0, "choose its IP versions");
  if (options.reuse_port) SetOption(SOL_SOCKET, SO_REUSEPORT, 1, "share the port");
  SetOption(SOL_SOCKET, SO_TIMESTAMPNS, 1, "ask for time stamps");
  SetOption(SOL_SOCKET, SO_RXQ_OVFL, 1, "ask for the count of drops");
  if (options.busy_poll_us > 0) {
    SetBusyPoll(static_cast<int>(options.busy_poll_us));
  }
  AttachFilter(options);
  if (!has_filter_) SetGro(options.gro);
  if (address_.is_wildcard()) {
    if (is_ipv6) {
      SetOption(IPPROTO_IPV6, IPV6_RECVPKTINFO, 1, "ask for destination addresses");
    } else {
      SetOption(IPPROTO_IP, IP_PKTINFO, 1, "ask for destination addresses");
    }
  }
}

void UdpSocket::SetGro(Gro gro) {
  if (gro == Gro::kOff) return;
  const int on = 1;
  has_gro_ = setsockopt(descriptor_, SOL_UDP, UDP_GRO, &on, sizeof on) == 0;
  if (has_gro_ || gro == Gro::kAuto) return;
  const int error = errno;
  throw CaptureError("EUDP_GRO", uri_ + ": gro=on: this kernel has no UDP_GRO (" + ErrnoText(error) + ")", error,
                     "leave gro=on out; Linux 5.0 and later have it");
}

void UdpSocket::SetBusyPoll(int microseconds) {
  if (setsockopt(descriptor_, SOL_SOCKET, SO_BUSY_POLL, &microseconds, sizeof microseconds) == 0) return;
  const int error = errno;
  throw CaptureError(
      "EUDP_BUSY_POLL",
      uri_ + ": cannot have the device polled for " + std::to_string(microseconds) + " us: " + ErrnoText(error), error,
      error == EPERM ? "leave busy_poll out, or run as root: this kernel wants CAP_NET_ADMIN" : "");
}

void UdpSocket::AttachFilter(const UdpOptions& options) {
  if (options.filter.empty()) return;
  const int error = AttachProgram(descriptor_, options.filter);
  has_filter_ = error == 0;
  if (has_filter_ || !options.notice) return;
  options.notice({"UDP_FILTER",
                  uri_ + ": the kernel does not take the filter (" + ErrnoText(error) + "), which therefore runs here",
                  error == ENOMEM ? "sysctl -w net.core.optmem_max=131072" : ""});
}

void UdpSocket::RefuseAll() { AttachProgram(descriptor_, RefusingProgram()); }

uint64_t UdpSocket::inode() const {
  struct stat status {};
  return fstat(descriptor_, &status) == 0 ? status.st_ino : 0;
}

void UdpSocket::SetOption(int level, int option, int value, const char* what) {
  if (setsockopt(descriptor_, level, option, &value, sizeof value) == 0) return;
  const int error = errno;
  throw CaptureError("EUDP_OPTION", uri_ + ": cannot " + what + ": " + ErrnoText(error), error);
}

void UdpSocket::SetReceiveBuffer(const UdpOptions& options) {
  const auto given = [this] {
    int doubled = 0;
    socklen_t length = sizeof doubled;
    getsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &doubled, &length);
    return static_cast<uint32_t>(doubled / 2);
  };
  // The kernel doubles the figure in an int and cuts it to fit (net/core/sock.c).
  const int asked = static_cast<int>(std::min<uint32_t>(options.receive_buffer_size, INT_MAX / 2));
  if (asked > 0) {
    SetOption(SOL_SOCKET, SO_RCVBUF, asked, "set the receive buffer");
    // Refused without CAP_NET_ADMIN; whether it helped is read back below.
    if (given() < static_cast<uint32_t>(asked)) {
      setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUFFORCE, &asked, sizeof asked);
    }
  }
  receive_buffer_ = given();
  if (receive_buffer_ < static_cast<uint32_t>(asked) && options.notice) {
    options.notice({"UDP_RECEIVE_BUFFER",
                    uri_ + ": the kernel gave " + std::to_string(receive_buffer_) + " of " + std::to_string(asked) +
                        " bytes of receive buffer; bursts may be dropped",
                    "sysctl -w net.core.rmem_max=" + std::to_string(asked)});
  }
}

void UdpSocket::Bind(const UdpOptions& options) {
  if (bind(descriptor_, address_.get(), address_.length) != 0) throw BindError(options, uri_, errno);
}

void UdpSocket::JoinGroups(const UdpOptions& options) {
  for (const MulticastGroup& group : options.groups) {
    if (CanHear(address_, group)) memberships_.emplace_back(descriptor_, address_.family(), group, uri_);
  }
}

void UdpSocket::RenewMemberships(const NoticeHandler& notice) {
  for (MulticastMembership& membership : memberships_) membership.Renew(notice);
}

void UdpSocket::SetReceiveTimeout(int timeout_ms) {
  if (timeout_ms == timeout_ms_) return;
  const timeval timeout{timeout_ms / 1000, timeout_ms % 1000 * 1000};
  if (setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout) != 0) {
    const int error = errno;
    throw CaptureError("EUDP_OPTION", uri_ + ": cannot limit the wait for datagrams: " + ErrnoText(error), error);
  }
  timeout_ms_ = timeout_ms;
}

bool UdpSocket::ReadDrops(uint32_t& drops) const {
  uint32_t meminfo[SK_MEMINFO_VARS] = {};
  socklen_t length = sizeof meminfo;
  if (getsockopt(descriptor_, SOL_SOCKET, SO_MEMINFO, meminfo, &length) != 0) return false;
  if (length < (SK_MEMINFO_DROPS + 1) * sizeof meminfo[0]) return false;
  drops = meminfo[SK_MEMINFO_DROPS];
  return true;
}

}  // namespace fandump
