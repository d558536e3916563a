// Devices as ethtool's netlink shows them, on veth pairs of the test's own.
#include <algorithm>

#include "host/ethtool.h"
#include "host/receive_hash.h"
#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

bool Has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST(host_features_follow_what_ethtool_sets) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Run("ethtool -K v0 gro on >/dev/null");
    const auto on = ReadDeviceFeatures("v0");
    CHECK(on && Has(on->active, "rx-gro"));
    CHECK(on && Has(on->changeable, "rx-gro"));
    Run("ethtool -K v0 gro off >/dev/null");
    const auto off = ReadDeviceFeatures("v0");
    CHECK(off && !Has(off->active, "rx-gro"));
    CHECK(off && Has(off->changeable, "rx-gro"));
  });
}

TEST(host_features_that_cannot_be_switched_are_not_changeable) {
  InNamespace([] {
    const auto features = ReadDeviceFeatures("lo");
    CHECK(features && Has(features->active, "tx-checksum-ip-generic"));
    CHECK(features && !Has(features->changeable, "tx-checksum-ip-generic"));
  });
}

TEST(host_device_that_is_missing_tells_nothing) {
  InNamespace([] {
    CHECK(!ReadDeviceFeatures("nosuch0"));
    CHECK(!ReadDeviceRings("nosuch0"));
    CHECK(!ReadDeviceFeatures(""));
    CHECK(!ReadDeviceFeatures("a name that no interface can have"));
    CHECK(!ReadMtu("nosuch0"));
    CHECK(!ReadMtu("a name that no interface can have"));
    CHECK(!ReadReceiveHash("nosuch0"));
    CHECK(ReadDriver("nosuch0").driver.empty());
  });
}

TEST(host_device_tells_mtu_driver_and_channels) {
  InNamespace([] {
    Run("ip link add v0 numrxqueues 4 numtxqueues 4 type veth peer name v1");
    Run("ip link set v0 mtu 1550 up");
    CHECK_EQ(ReadMtu("v0").value_or(0), 1550u);
    CHECK_EQ(ReadDriver("v0").driver, std::string("veth"));
    Run("ethtool -L v0 rx 3");
    const auto channels = ReadDeviceChannels("v0");
    CHECK(channels && channels->receive == 3);
    CHECK(channels && channels->receive_max == 4);
    const auto timestamps = ReadDeviceTimestamps("v0");
    CHECK(timestamps && !timestamps->receives_all);
  });
}
