// What the device itself lost before any socket could see it.
#pragma once

#include <cstdint>

namespace fandump {

// rx_missed_errors + rx_fifo_errors of struct rtnl_link_stats64 since the device exists: frames for which NIC or driver
// had no room. 0 when the kernel cannot be asked or the device is gone. Asked through rtnetlink(7) by index, which
// stays right where /sys belongs to another network namespace and after a rename.
uint64_t ReadInterfaceDrops(int interface_index);

}  // namespace fandump
