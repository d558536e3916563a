// Which packets of an interface a capture does not take when it sends packets on: judged by the kernel, on loopback.
#include "loopback_tap.h"
#include "sink/forward_exclusion.h"
#include "udp_loopback.h"

namespace fandump::test {

namespace {

void CheckExclusion(const std::string& address) {
  const uint16_t port = FreePort();
  const sockaddr_storage destination = ParseUdpAddress(address, port).storage;
  const auto program = [&] { return ExcludeDestination(destination, sizeof(ethhdr), {}, kMaxSnaplen); };
  const auto listener = OpenUdp(OptionsFor(address, port));
  UdpSender excluded(address, port), other(address, static_cast<uint16_t>(port ^ 1));
  {
    Tap tap(program());
    CHECK(excluded.Send(kMark));
    CHECK(!tap.Sees(kMark));
  }
  Tap tap(program());
  CHECK(other.Send(kMark));
  CHECK(tap.Sees(kMark));
}

}  // namespace

TEST(sink_forward_exclusion_refuses_datagrams_to_the_destination_only) { CheckExclusion("127.0.0.1"); }

TEST(sink_forward_exclusion_holds_for_ipv6) { CheckExclusion("::1"); }

TEST(sink_forward_exclusion_refuses_errors_that_quote_such_a_datagram) {
  const uint16_t port = FreePort();
  for (const std::string address : {"127.0.0.1", "::1"}) {
    Tap tap(ExcludeDestination(ParseUdpAddress(address, port).storage, sizeof(ethhdr), {}, kMaxSnaplen));
    UdpSender nobody(address, port);
    CHECK(nobody.Send(kMark));
    CHECK(!tap.Sees(kMark));
  }
}

TEST(sink_forward_exclusion_leaves_the_rest_to_the_filter) {
  const sockaddr_storage destination = ParseUdpAddress("127.0.0.1", FreePort()).storage;
  const BpfProgram nothing = {BPF_STMT(BPF_RET | BPF_K, 0)};
  Tap tap(ExcludeDestination(destination, sizeof(ethhdr), nothing, kMaxSnaplen));
  UdpSender other("127.0.0.1", FreePort());
  CHECK(other.Send(kMark));
  CHECK(!tap.Sees(kMark));
}

}  // namespace fandump::test
