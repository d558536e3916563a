// What the device itself lost before any socket could see it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace fandump {

// Of one device: rx_missed_errors + rx_fifo_errors of struct rtnl_link_stats64 since it exists: frames for which NIC or
// driver had no room.
struct DeviceDrops {
  int index = 0;
  int master = 0;  // the index of the bond, say, that it belongs to; 0: none, or not asked for
  uint64_t drops = 0;
};

// Those of one device, or where index is 0 of all. Empty when the kernel cannot be asked or the device is gone. Asked
// through rtnetlink(7) by index, which stays right where /sys belongs to another network namespace and after a rename.
std::vector<DeviceDrops> ReadDeviceDrops(int index);

// What an interface, or all of them, have lost since capture began, though they may be deleted and made again with
// other counts. Any thread.
class InterfaceDrops {
 public:
  using Read = std::function<std::vector<DeviceDrops>(int index)>;

  // read: as ReadDeviceDrops.
  explicit InterfaceDrops(Read read = ReadDeviceDrops) : read_(std::move(read)) {}

  // Counts for this device, or for all where index is 0, from now on, beside what others have lost until then.
  void Begin(int index);
  // Never less than before; while a device is gone, what was known of it last.
  uint64_t Total();

 private:
  struct Counts {
    uint64_t at_begin = 0;  // the device's own count
    uint64_t since = 0;
  };

  std::map<int, uint64_t> Now() const;
  uint64_t Sum() const;

  const Read read_;
  std::mutex mutex_;  // guards what follows
  int index_ = -1;    // none yet
  std::map<int, Counts> counts_;
  uint64_t of_others_ = 0;  // of the devices before
};

}  // namespace fandump
