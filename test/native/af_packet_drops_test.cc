// The count of what an interface has lost, over its lives.
#include "source/af_packet_drops.h"

#include <net/if.h>

#include <algorithm>
#include <map>

#include "check.h"

using namespace fandump;

namespace {

// Devices and what they say; nothing of one that is gone.
struct Devices {
  std::map<int, uint64_t> drops;
  std::map<int, int> masters;
  InterfaceDrops counted{[this](int index) {
    std::vector<DeviceDrops> found;
    for (const auto& [device, count] : drops) {
      if (index == 0 || index == device) found.push_back({device, masters[device], count});
    }
    return found;
  }};
};

}  // namespace

TEST(interface_drops_count_from_the_beginning_of_the_capture) {
  Devices devices;
  devices.drops[3] = 100;
  devices.counted.Begin(3);
  CHECK_EQ(devices.counted.Total(), uint64_t{0});
  devices.drops[3] = 107;
  CHECK_EQ(devices.counted.Total(), uint64_t{7});
}

TEST(interface_drops_stay_known_when_the_device_is_gone) {
  Devices devices;
  devices.drops[3] = 100;
  devices.counted.Begin(3);
  devices.drops[3] = 107;
  CHECK_EQ(devices.counted.Total(), uint64_t{7});
  devices.drops.erase(3);
  CHECK_EQ(devices.counted.Total(), uint64_t{7});
}

TEST(interface_drops_go_on_with_the_next_device_of_the_name) {
  Devices devices;
  devices.counted.Begin(3);
  devices.drops[3] = 7;
  CHECK_EQ(devices.counted.Total(), uint64_t{7});
  devices.drops = {{4, 50}};
  devices.counted.Begin(4);
  CHECK_EQ(devices.counted.Total(), uint64_t{7});
  devices.drops[4] = 52;
  CHECK_EQ(devices.counted.Total(), uint64_t{9});
}

TEST(interface_drops_never_fall_when_a_driver_sets_its_count_back) {
  Devices devices;
  devices.drops[3] = 10;
  devices.counted.Begin(3);
  devices.drops[3] = 30;
  CHECK_EQ(devices.counted.Total(), uint64_t{20});
  devices.drops[3] = 12;
  CHECK_EQ(devices.counted.Total(), uint64_t{20});
}

TEST(interface_drops_of_any_are_those_of_all_devices_together) {
  Devices devices;
  devices.drops = {{1, 5}, {3, 100}};
  devices.counted.Begin(0);
  devices.drops = {{1, 6}, {3, 110}};
  CHECK_EQ(devices.counted.Total(), uint64_t{11});
}

TEST(interface_drops_of_any_keep_those_of_a_device_that_is_gone_and_take_in_those_of_a_new_one) {
  Devices devices;
  devices.drops = {{3, 100}};
  devices.counted.Begin(0);
  devices.drops = {{3, 110}};
  CHECK_EQ(devices.counted.Total(), uint64_t{10});
  devices.drops = {{4, 7}};
  CHECK_EQ(devices.counted.Total(), uint64_t{17});
}

TEST(interface_drops_of_any_do_not_count_a_bond_beside_its_ports) {
  Devices devices;
  devices.masters = {{3, 9}, {4, 9}};
  devices.drops = {{3, 0}, {4, 0}, {9, 0}};
  devices.counted.Begin(0);
  devices.drops = {{3, 2}, {4, 5}, {9, 7}};
  CHECK_EQ(devices.counted.Total(), uint64_t{7});
  devices.counted.Begin(9);
  devices.drops[9] = 8;
  CHECK_EQ(devices.counted.Total(), uint64_t{8});
}

TEST(the_kernel_tells_the_drops_of_each_device_and_of_one) {
  std::vector<int> expected, all;
  struct if_nameindex* list = if_nameindex();
  for (const struct if_nameindex* entry = list; entry->if_index != 0; entry++) {
    expected.push_back(static_cast<int>(entry->if_index));
  }
  if_freenameindex(list);
  for (const DeviceDrops& device : ReadDeviceDrops(0)) all.push_back(device.index);
  std::sort(all.begin(), all.end());
  std::sort(expected.begin(), expected.end());
  CHECK(all == expected);
  CHECK_EQ(ReadDeviceDrops(expected[0]).size(), size_t{1});
}
