#include "opener/opener.h"

#include <sys/socket.h>

#include <cerrno>
#include <system_error>

#include "types.h"

namespace fandump {

int OpenPacketSocket() {
  const int fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
  if (fd >= 0) return fd;
  const int error = errno;
  switch (error) {
    case EPERM:
    case EACCES:
      throw CaptureError(
          "EPERM_PACKET_SOCKET",
          "opening a packet socket needs the capability CAP_NET_RAW, which this process does not have", error,
          "run the same command with sudo, or with this capability alone: sudo setpriv --reuid \"$USER\" "
          "--regid \"$(id -g)\" --init-groups --inh-caps +net_raw --ambient-caps +net_raw fandump ... "
          "(udp:: sources need no right)");
    case EAFNOSUPPORT:
      throw CaptureError("ENO_PACKET_SOCKET",
                         "opening a packet socket: this kernel has no packet sockets (CONFIG_PACKET)", error,
                         "sudo modprobe af_packet");
    default:
      throw CaptureError("EPACKET_SOCKET", "opening a packet socket: " + std::generic_category().message(error), error);
  }
}

}  // namespace fandump
