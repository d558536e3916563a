// What the device itself lost before any socket could see it.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>

namespace fandump {

// rx_missed_errors + rx_fifo_errors of struct rtnl_link_stats64 since the device exists: frames for which NIC or driver
// had no room. 0 when the kernel cannot be asked or the device is gone. Asked through rtnetlink(7) by index, which
// stays right where /sys belongs to another network namespace and after a rename.
uint64_t ReadInterfaceDrops(int interface_index);

// What an interface has lost since capture began, though it may be deleted and made again with other counts. Any
// thread.
class InterfaceDrops {
 public:
  // read: as ReadInterfaceDrops.
  explicit InterfaceDrops(std::function<uint64_t(int)> read = ReadInterfaceDrops) : read_(std::move(read)) {}

  // Counts for this device from now on, beside what others have lost until then.
  void Begin(int interface_index);
  // Never less than before; while the device is gone, what was known of it last.
  uint64_t Read();

 private:
  const std::function<uint64_t(int)> read_;
  std::mutex mutex_;  // guards what follows
  int interface_index_ = 0;
  uint64_t at_begin_ = 0;   // the device's own count
  uint64_t of_others_ = 0;  // of the devices before it
  uint64_t sum_ = 0;
};

}  // namespace fandump
