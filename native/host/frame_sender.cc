#include "host/frame_sender.h"

#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cerrno>

#include "owned_fd.h"

namespace fandump {

int BringUp(const std::string& interface) {
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  ifreq request{};
  if (!fd || interface.size() >= sizeof request.ifr_name) return !fd ? errno : ENODEV;
  interface.copy(request.ifr_name, interface.size());
  if (ioctl(fd.get(), SIOCGIFFLAGS, &request) != 0) return errno;
  request.ifr_flags |= IFF_UP;
  return ioctl(fd.get(), SIOCSIFFLAGS, &request) == 0 ? 0 : errno;
}

int SendFrame(int packet_socket, int interface_index, const uint8_t* frame, size_t length) {
  sockaddr_ll to{};
  to.sll_family = AF_PACKET;
  to.sll_ifindex = interface_index;
  const auto* address = reinterpret_cast<const sockaddr*>(&to);
  while (sendto(packet_socket, frame, length, 0, address, sizeof to) < 0) {
    if (errno != EINTR && errno != ENOBUFS) return errno;
  }
  return 0;
}

}  // namespace fandump
