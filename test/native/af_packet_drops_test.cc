// The count of what an interface has lost, over its lives.
#include "source/af_packet_drops.h"

#include <map>

#include "check.h"

using namespace fandump;

namespace {

// Devices and what they say; 0 of one that is gone.
struct Devices {
  std::map<int, uint64_t> drops;
  InterfaceDrops counted{[this](int index) { return drops[index]; }};
};

}  // namespace

TEST(interface_drops_count_from_the_beginning_of_the_capture) {
  Devices devices;
  devices.drops[3] = 100;
  devices.counted.Begin(3);
  CHECK_EQ(devices.counted.Read(), uint64_t{0});
  devices.drops[3] = 107;
  CHECK_EQ(devices.counted.Read(), uint64_t{7});
}

TEST(interface_drops_stay_known_when_the_device_is_gone) {
  Devices devices;
  devices.drops[3] = 100;
  devices.counted.Begin(3);
  devices.drops[3] = 107;
  CHECK_EQ(devices.counted.Read(), uint64_t{7});
  devices.drops.erase(3);
  CHECK_EQ(devices.counted.Read(), uint64_t{7});
}

TEST(interface_drops_go_on_with_the_next_device_of_the_name) {
  Devices devices;
  devices.counted.Begin(3);
  devices.drops[3] = 7;
  CHECK_EQ(devices.counted.Read(), uint64_t{7});
  devices.drops = {{4, 50}};
  devices.counted.Begin(4);
  CHECK_EQ(devices.counted.Read(), uint64_t{7});
  devices.drops[4] = 52;
  CHECK_EQ(devices.counted.Read(), uint64_t{9});
}

TEST(interface_drops_never_fall_when_a_driver_sets_its_count_back) {
  Devices devices;
  devices.drops[3] = 10;
  devices.counted.Begin(3);
  devices.drops[3] = 30;
  CHECK_EQ(devices.counted.Read(), uint64_t{20});
  devices.drops[3] = 12;
  CHECK_EQ(devices.counted.Read(), uint64_t{20});
}
