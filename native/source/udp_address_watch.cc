#include "source/udp_address_watch.h"

#include <cerrno>

#include "owned_fd.h"

namespace fandump {

void UdpAddressWatch::Check() {
  const bool is_here = IsHere();
  if (is_here != told_gone_) return;
  told_gone_ = !is_here;
  if (!notice_) return;
  if (is_here) {
    notice_({"EADDRESS_BACK", uri_ + ": the address is on this host again", ""});
  } else {
    notice_({"EADDRESS_GONE", uri_ + ": the address is no longer one of this host's, waiting for it to come back",
             "ip address"});
  }
}

// Binding to any port asks the kernel what binding the source's own would have asked, multicast and wildcard included.
bool UdpAddressWatch::IsHere() const {
  const OwnedFd probe(socket(address_.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!probe) return !told_gone_;
  UdpAddress any_port = address_;
  if (any_port.family() == AF_INET6) {
    reinterpret_cast<sockaddr_in6&>(any_port.storage).sin6_port = 0;
  } else {
    reinterpret_cast<sockaddr_in&>(any_port.storage).sin_port = 0;
  }
  return bind(probe.get(), any_port.get(), any_port.length) == 0 || errno != EADDRNOTAVAIL;
}

}  // namespace fandump
