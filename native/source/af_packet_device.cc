#include "source/af_packet_device.h"

#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>

#include "owned_fd.h"
#include "types.h"

namespace fandump {

namespace {

std::string InterfaceNames() {
  std::string names;
  struct if_nameindex* list = if_nameindex();
  if (list == nullptr) return names;
  for (const struct if_nameindex* entry = list; entry->if_index != 0; entry++) {
    if (!names.empty()) names += ", ";
    names += entry->if_name;
  }
  if_freenameindex(list);
  return names;
}

void Ask(int fd, unsigned long request, ifreq& answer, const std::string& name) {
  if (ioctl(fd, request, &answer) == 0) return;
  if (errno == ENODEV) {
    throw CaptureError("EINTERFACE_MISSING", "opening " + name + ": no such interface", ENODEV,
                       "interfaces here: " + InterfaceNames());
  }
  throw CaptureError("EINTERFACE", "asking about interface " + name + ": " + std::generic_category().message(errno),
                     errno);
}

}  // namespace

Device FindDevice(int fd, const std::string& name) {
  if (name == kAnyInterface) {
    Device any;
    any.up = true;
    return any;
  }
  if (name.empty() || name.size() >= IFNAMSIZ) {
    throw CaptureError(
        "EINTERFACE_MISSING",
        "opening \"" + name + "\": no such interface; a name has 1 to " + std::to_string(IFNAMSIZ - 1) + " characters",
        ENODEV, "interfaces here: " + InterfaceNames());
  }
  ifreq answer{};
  name.copy(answer.ifr_name, IFNAMSIZ - 1);
  Device device;
  Ask(fd, SIOCGIFINDEX, answer, name);
  device.index = answer.ifr_ifindex;
  Ask(fd, SIOCGIFFLAGS, answer, name);
  device.up = (answer.ifr_flags & IFF_UP) != 0;
  device.loopback = (answer.ifr_flags & IFF_LOOPBACK) != 0;
  Ask(fd, SIOCGIFHWADDR, answer, name);
  device.hardware_type = answer.ifr_hwaddr.sa_family;
  return device;
}

Device FindDevice(const std::string& name) {
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!fd) {
    const int error = errno;
    throw CaptureError("ESOCKET", "looking up " + name + ": no socket: " + std::generic_category().message(error),
                       error);
  }
  return FindDevice(fd.get(), name);
}

std::optional<Device> LookForDevice(int fd, const std::string& name) {
  ifreq answer{};
  name.copy(answer.ifr_name, IFNAMSIZ - 1);
  if (ioctl(fd, SIOCGIFINDEX, &answer) != 0) return std::nullopt;
  try {
    return FindDevice(fd, name);
  } catch (const CaptureError& error) {
    // Deleted between two questions.
    if (error.system_errno() == ENODEV) return std::nullopt;
    throw;
  }
}

std::string DeviceName(int fd, int index) {
  ifreq answer{};
  answer.ifr_ifindex = index;
  return ioctl(fd, SIOCGIFNAME, &answer) == 0 ? answer.ifr_name : "";
}

bool IsDeviceUp(int fd, int index) {
  ifreq answer{};
  const std::string name = DeviceName(fd, index);
  if (name.empty()) return false;
  name.copy(answer.ifr_name, IFNAMSIZ - 1);
  return ioctl(fd, SIOCGIFFLAGS, &answer) == 0 && (answer.ifr_flags & IFF_UP) != 0;
}

std::optional<int> BoundDevice(int fd) {
  sockaddr_ll address{};
  socklen_t length = sizeof address;
  if (getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0 || address.sll_ifindex <= 0) {
    return std::nullopt;
  }
  return address.sll_ifindex;
}

}  // namespace fandump
