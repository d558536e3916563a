#include "source/af_packet_timestamps.h"

#include <linux/if_packet.h>
#include <linux/net_tstamp.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>

#include "types.h"

namespace fandump {

namespace {

[[noreturn]] void Refuse(const std::string& interface, const std::string& why, int error, const std::string& hint) {
  throw CaptureError("EHWTIMESTAMP", "turning on hardware time stamps of " + interface + ": " + why, error, hint);
}

}  // namespace

void EnableHardwareTimestamps(int fd, const std::string& interface) {
  hwtstamp_config config{};
  config.tx_type = HWTSTAMP_TX_OFF;
  config.rx_filter = HWTSTAMP_FILTER_ALL;
  ifreq request{};
  interface.copy(request.ifr_name, IFNAMSIZ - 1);
  request.ifr_data = reinterpret_cast<char*>(&config);
  if (ioctl(fd, SIOCSHWTSTAMP, &request) != 0) {
    const int error = errno;
    switch (error) {
      case EPERM:
        Refuse(interface, "setting up the NIC needs the capability CAP_NET_ADMIN", error,
               "run with sudo, or leave out enable_hw_timestamping");
      case EOPNOTSUPP:
      case ERANGE:
        Refuse(interface, "the device cannot stamp every received frame", error,
               "see what it can: ethtool -T " + interface + "; or leave out enable_hw_timestamping");
      default:
        Refuse(interface, std::generic_category().message(error), error, "leave out enable_hw_timestamping");
    }
  }
  const int source = SOF_TIMESTAMPING_RAW_HARDWARE;
  if (setsockopt(fd, SOL_PACKET, PACKET_TIMESTAMP, &source, sizeof source) != 0) {
    Refuse(interface, "the kernel does not hand them on: " + std::generic_category().message(errno), errno,
           "leave out enable_hw_timestamping");
  }
}

}  // namespace fandump
