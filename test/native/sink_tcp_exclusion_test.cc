// Which packets of an interface a capture does not take when it sends them on by TCP.
#include "loopback_tap.h"
#include "sink/tcp_exclusion.h"
#include "tcp_loopback.h"
#include "tunnel_packets.h"
#include "udp_loopback.h"

namespace fandump::test {

namespace {

// A connection over loopback through which either side can say something.
struct Conversation {
  explicit Conversation(const std::string& address)
      : listener(ListenTcp({address, 0, false}, "test")), port(PortOf(listener)) {
    client = ConnectTcp({address, port, true}, "test");
    server = OwnedFd(accept(listener.get(), nullptr, nullptr));
  }
  void Say(const OwnedFd& from) const {
    CHECK_EQ(send(from.get(), kMark.data(), kMark.size(), 0), static_cast<ssize_t>(kMark.size()));
  }

  OwnedFd listener;
  uint16_t port;
  OwnedFd client;
  OwnedFd server;
};

BpfProgram Excluding(const std::string& address, uint16_t port, const BpfProgram& filter = {}) {
  return ExcludeTcpEndpoint(ParseTcpEndpoint({address, port, false}), sizeof(ethhdr), filter, kMaxSnaplen);
}

void CheckExclusion(const std::string& excluded, const std::string& address) {
  const Conversation own(address), other(address);
  for (const bool from_server : {false, true}) {
    Tap tap(Excluding(excluded, own.port));
    own.Say(from_server ? own.server : own.client);
    CHECK(!tap.Sees(kMark));
    other.Say(from_server ? other.server : other.client);
    CHECK(tap.Sees(kMark));
  }
}

}  // namespace

TEST(sink_tcp_exclusion_refuses_both_directions_of_the_sinks_connections_only) {
  CheckExclusion("127.0.0.1", "127.0.0.1");
}

TEST(sink_tcp_exclusion_holds_for_ipv6) { CheckExclusion("::1", "::1"); }

TEST(sink_tcp_exclusion_of_every_address_is_one_of_the_port) {
  CheckExclusion("0.0.0.0", "127.0.0.1");
  CheckExclusion("::", "::1");
  CheckExclusion("::", "127.0.0.1");
}

TEST(sink_tcp_exclusion_is_for_its_address) {
  const Conversation own("127.0.0.1");
  Tap tap(Excluding("127.0.0.2", own.port));
  own.Say(own.client);
  CHECK(tap.Sees(kMark));
}

TEST(sink_tcp_exclusion_refuses_its_segments_in_the_hosts_own_vxlan) {
  const uint16_t port = FreePort();
  const auto listener = OpenUdp(OptionsFor("127.0.0.1", port));
  UdpSender sender("127.0.0.1", port);
  FlowEnds reader;
  const Bytes segment = Ipv4Packet(reader, TransportPacket(reader, kMark));
  const Bytes tunnelled = VxlanPayload(EthernetFrame(kEtherTypeIpv4, segment));
  for (const std::string own : {"0.0.0.0", "::", "192.0.2.1"}) {
    Tap tap(Excluding(own, reader.destination_port));
    CHECK(sender.Send(tunnelled));
    CHECK(!tap.Sees(kMark));
  }
  Tap tap(Excluding("192.0.2.2", reader.destination_port));
  CHECK(sender.Send(tunnelled));
  CHECK(tap.Sees(kMark));
}

TEST(sink_tcp_exclusion_leaves_the_rest_to_the_filter) {
  const Conversation own("127.0.0.1");
  Tap tap(Excluding("127.0.0.2", own.port, {BPF_STMT(BPF_RET | BPF_K, 0)}));
  own.Say(own.client);
  CHECK(!tap.Sees(kMark));
}

}  // namespace fandump::test
