// What a packet socket can ask about network devices: netdevice(7), and getsockname(2) of packet(7).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace fandump {

// The pseudo-device of libpcap that stands for all interfaces, those to come too. Linux would let a device have the
// name; nobody reaches it then, as with tcpdump.
constexpr char kAnyInterface[] = "any";

struct Device {
  int index = 0;               // 0: all of them
  uint16_t hardware_type = 0;  // ARPHRD_*
  bool up = false;             // IFF_UP
  bool loopback = false;       // IFF_LOOPBACK
};

// fd: any socket of the network namespace. kAnyInterface is up. Throws CaptureError EINTERFACE_MISSING, with the
// interfaces that there are.
Device FindDevice(int fd, const std::string& name);

// The same by a socket of its own. Throws CaptureError ESOCKET, too.
Device FindDevice(const std::string& name);

// The same, or nothing where there is no such device.
std::optional<Device> LookForDevice(int fd, const std::string& name);

// What the device is called now; empty when it is gone.
std::string DeviceName(int fd, int index);

// false also when the device is gone. By index: a device may be renamed.
bool IsDeviceUp(int fd, int index);

// The device that the packet socket is bound to: its index, or nothing when the device was deleted or has moved to
// another network namespace (the kernel then sets sll_ifindex to -1, so a reused index cannot deceive).
std::optional<int> BoundDevice(int fd);

}  // namespace fandump
