// Which packets of an interface a capture does not take when it sends packets on: judged by the kernel, on loopback.
#include "loopback_tap.h"
#include "owned_fd.h"
#include "sink/forward_exclusion.h"
#include "tunnel_packets.h"
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

constexpr uint16_t kSinkPort = 4790;

// A datagram as the host sends it to the sink's destination, or to another port there.
Bytes OwnPacket(bool ipv6, uint16_t port = kSinkPort) {
  FlowEnds ends;
  ends.protocol = kProtocolUdp;
  ends.destination_port = port;
  ends.ipv6 = ipv6;
  return IpPacket(ends, TransportPacket(ends, kMark));
}

Bytes OwnFrame(bool ipv6, uint16_t port = kSinkPort) {
  return EthernetFrame(ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4, OwnPacket(ipv6, port));
}

BpfProgram ExcludingOwn(bool ipv6) {
  const sockaddr_storage destination =
      ParseUdpAddress(ipv6 ? "2001:db8:0:c000::c000:201" : "192.0.2.1", kSinkPort).storage;
  return ExcludeDestination(destination, sizeof(ethhdr), {}, kMaxSnaplen);
}

// Whether a capture takes a datagram with the payload, to the port of somebody who listens.
bool Takes(const BpfProgram& program, const std::string& address, uint16_t port, const Bytes& payload) {
  const auto listener = OpenUdp(OptionsFor(address, port));
  UdpSender sender(address, port);
  Tap tap(program);
  CHECK(sender.Send(payload));
  return tap.Sees(kMark);
}

// The same of an IP packet over loopback with the protocol.
bool Takes(const BpfProgram& program, uint8_t protocol, const Bytes& payload) {
  const OwnedFd sender(socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, protocol));
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  Tap tap(program);
  CHECK_EQ(sendto(sender.get(), payload.data(), payload.size(), 0, reinterpret_cast<sockaddr*>(&name), sizeof name),
           static_cast<ssize_t>(payload.size()));
  return tap.Sees(kMark);
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

TEST(sink_forward_exclusion_refuses_its_datagrams_in_the_hosts_own_vxlan) {
  for (const std::string outer : {"127.0.0.1", "::1"}) {
    const uint16_t port = FreePort();
    for (const bool ipv6 : {false, true}) {
      CHECK(!Takes(ExcludingOwn(ipv6), outer, port, VxlanPayload(OwnFrame(ipv6))));
      CHECK(Takes(ExcludingOwn(ipv6), outer, port, VxlanPayload(OwnFrame(ipv6, kSinkPort ^ 1))));
    }
  }
}

TEST(sink_forward_exclusion_refuses_its_datagrams_behind_options_of_geneve) {
  const Bytes options(12, 0);
  CHECK(!Takes(ExcludingOwn(false), "127.0.0.1", kPortGeneve,
               GenevePayload(kEtherTypeBridged, OwnFrame(false), options)));
  CHECK(Takes(ExcludingOwn(false), "127.0.0.1", kPortGeneve,
              GenevePayload(kEtherTypeBridged, OwnFrame(false, kSinkPort ^ 1), options)));
}

TEST(sink_forward_exclusion_refuses_its_datagrams_in_gre_and_ipip) {
  for (const uint16_t flags : {0, 0x2000}) {
    CHECK(!Takes(ExcludingOwn(false), kProtocolGre, GrePacket(flags, kEtherTypeIpv4, OwnPacket(false))));
    CHECK(!Takes(ExcludingOwn(true), kProtocolGre, GrePacket(flags, kEtherTypeBridged, OwnFrame(true))));
    CHECK(Takes(ExcludingOwn(false), kProtocolGre, GrePacket(flags, kEtherTypeIpv4, OwnPacket(false, kSinkPort ^ 1))));
  }
  CHECK(!Takes(ExcludingOwn(false), kProtocolIpv4, OwnPacket(false)));
  CHECK(!Takes(ExcludingOwn(true), kProtocolIpv6, OwnPacket(true)));
  CHECK(Takes(ExcludingOwn(true), kProtocolIpv6, OwnPacket(true, kSinkPort ^ 1)));
}

// As long as the part that is looked at, and shorter: a load behind the end would refuse them.
TEST(sink_forward_exclusion_takes_datagrams_too_short_for_a_tunnel) {
  const uint16_t port = FreePort();
  for (size_t size = kMark.size(); size < 80; size++) {
    Bytes payload(size);
    std::copy(kMark.begin(), kMark.end(), payload.begin());
    CHECK(Takes(ExcludingOwn(false), "127.0.0.1", port, payload));
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
