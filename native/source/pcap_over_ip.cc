#include "source/pcap_over_ip.h"

namespace fandump {

namespace {

OwnedFd AcceptOne(const TcpOptions& options, const std::string& uri) {
  const OwnedFd listener = ListenTcp(options, uri);
  while (true) {
    pollfd ready{listener.get(), POLLIN, 0};
    poll(&ready, 1, -1);
    OwnedFd fd(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (fd) return fd;
    // One that has gone again before it was taken (accept(2)) is as good as none.
    if (errno == EINTR || errno == EAGAIN || errno == ECONNABORTED || errno == EPROTO) continue;
    throw CaptureError("ETCP_ACCEPT", uri + ": cannot take a connection: " + std::strerror(errno), errno);
  }
}

}  // namespace

std::unique_ptr<SavefileSource> OpenPcapOverIp(const TcpOptions& options) {
  const std::string uri = TcpUri(options);
  OwnedFd fd = options.connects ? ConnectTcp(options, uri) : AcceptOne(options, uri);
  const int on = 1;
  // A host that was switched off is noticed some day.
  setsockopt(fd.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  return std::make_unique<SavefileSource>(std::move(fd), uri);
}

}  // namespace fandump
