// Which packets of an interface a capture does not take when it sends packets on: judged by the kernel, on loopback.
#include "check.h"
#include "sink/forward_exclusion.h"
#include "udp_loopback.h"

#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>

namespace fandump::test {

namespace {

// A packet socket on lo with the program, counting what has a mark in its last bytes.
class Tap {
 public:
  explicit Tap(BpfProgram program) {
    descriptor_ = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
    if (descriptor_ < 0) Skip("no packet sockets here");
    const sock_fprog argument{static_cast<unsigned short>(program.size()), program.data()};
    CHECK(setsockopt(descriptor_, SOL_SOCKET, SO_ATTACH_FILTER, &argument, sizeof argument) == 0);
    sockaddr_ll name{};
    name.sll_family = AF_PACKET;
    name.sll_protocol = htons(ETH_P_ALL);
    name.sll_ifindex = static_cast<int>(if_nametoindex("lo"));
    CHECK(bind(descriptor_, reinterpret_cast<sockaddr*>(&name), sizeof name) == 0);
  }
  ~Tap() { close(descriptor_); }
  Tap(const Tap&) = delete;
  Tap& operator=(const Tap&) = delete;

  // Whether a packet with the mark in it comes.
  bool Sees(const Bytes& mark) {
    pollfd waits{descriptor_, POLLIN, 0};
    while (poll(&waits, 1, 100) > 0) {
      Bytes frame(70000);
      frame.resize(static_cast<size_t>(std::max<ssize_t>(0, recv(descriptor_, frame.data(), frame.size(), 0))));
      if (std::search(frame.begin(), frame.end(), mark.begin(), mark.end()) != frame.end()) return true;
    }
    return false;
  }

 private:
  int descriptor_;
};

const Bytes kMark = {'f', 'a', 'n', 'd', 'u', 'm', 'p', '?', 'm', 'a', 'r', 'k'};

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
