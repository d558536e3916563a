// The strip program on interfaces; needs the host's rights.
#include "xdp/strip_link.h"

#include <sched.h>

#include <memory>

#include "packet_testbed.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

const StripOptions kVxlanAlone{kEncapVxlan, 0, 0};

std::unique_ptr<StripLink> Attach(const std::string& interface) {
  try {
    return std::make_unique<StripLink>(interface, static_cast<int>(if_nametoindex(interface.c_str())), kVxlanAlone);
  } catch (const CaptureError& error) {
    if (error.code() == "EXDP_BUSY") throw;
    throw CannotRun{error.what()};
  }
}

bool HasProgram(const std::string& interface) {
  return std::system(("ip link show dev " + interface + " | grep -q xdp").c_str()) == 0;
}

}  // namespace

TEST(the_xdp_link_that_is_shared_is_the_one_of_this_network_namespace) {
  const auto body = [] {
    MakeVeth("v0", "v1");
    const unsigned index = if_nametoindex("v0");
    const auto other = Attach("v0");
    // Without a process or this it would be gone, and its interfaces with it.
    const OwnedFd other_namespace(open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC));
    if (unshare(CLONE_NEWNET) != 0) throw CannotRun{"no second network namespace"};
    MakeVeth("v0", "v1");
    CHECK_EQ(if_nametoindex("v0"), index);
    auto first = Attach("v0");
    const auto second = Attach("v0");
    CHECK_EQ(std::string(second->mode()), std::string("shared"));
    FrameSender("v1").Send(UdpFrame(1));
    CHECK(Within(std::chrono::seconds(3), [&second] { return second->Counters()[kStripOther] > 0; }));
    first.reset();
    CHECK(HasProgram("v0"));
  };
  InNamespace(body, Rights::kHosts);
}

}  // namespace fandump::test
