// The property that BuildTunnelFilter promises: what a UDP socket's program lets through is what the expression accepts
// of the packet inside, and what decapsulation refuses. Judged by the program as the kernel runs it, by decapsulation
// and filter in userspace, and by libpcap's interpreter on the bytes of the packet inside.
#include <pcap.h>
#include <poll.h>

#include <cstring>
#include <functional>

#include "check.h"
#include "encap/encap.h"
#include "filter/link_types.h"
#include "filter/packet_filter.h"
#include "filter/tunnel_filter.h"
#include "filter_bpf_machine.h"
#include "filter_expressions.h"
#include "filter_frames.h"
#include "tunnel_packets.h"
#include "udp_loopback.h"

namespace fandump::test {
namespace {

constexpr size_t kUdpLength = 8;
constexpr size_t kEthernetLength = 14;
constexpr size_t kExpressionsAtLeast = 200;

struct Tunnel {
  std::string name;
  TunnelFilterOptions filter;
  // Puts a packet of the link type into the tunnel, by rule of the random numbers.
  std::function<Bytes(FrameMaker&, const Bytes& packet, uint16_t link_type)> wrap;
};

Bytes RandomGeneve(FrameMaker& frames, const Bytes& packet, uint16_t link_type) {
  const uint16_t ip = packet.empty() || packet[0] >> 4 == 4 ? kEtherTypeIpv4 : kEtherTypeIpv6;
  const Bytes options(frames.Below(3) == 0 ? 0 : 4 * frames.Below(64), 0x45);
  return GenevePayload(link_type == kLinkTypeEthernet ? kEtherTypeBridged : ip, packet, options);
}

// Now and then with the O bit, or without a next protocol.
Bytes RandomGpe(FrameMaker& frames, const Bytes& packet, uint16_t link_type) {
  const uint8_t ip = packet.empty() || packet[0] >> 4 == 4 ? 1 : 2;
  const uint8_t next = link_type == kLinkTypeEthernet ? 3 : ip;
  const bool plain = next == 3 && frames.Below(4) == 0;
  const auto flags = static_cast<uint8_t>((plain ? 0x08 : 0x0c) | (frames.Below(8) == 0 ? 1 : 0));
  return Join({flags, 0, 0, plain ? uint8_t{0} : next, 0, 0, 7, 0}, packet);
}

// Whether the header says what is inside.
bool NamesLinkType(const TunnelFilterOptions& filter) {
  const bool has_protocol = filter.encapsulation == kEncapGeneve || filter.encapsulation == kEncapVxlanGpe;
  return has_protocol && filter.link_type < 0;
}

TunnelFilterOptions FilterOf(Encapsulation encapsulation, int link_type = -1, uint32_t skip = 0) {
  TunnelFilterOptions options;
  options.encapsulation = encapsulation;
  options.link_type = link_type;
  options.skip = skip;
  return options;
}

TunnelFilterOptions Strict(TunnelFilterOptions options) {
  options.strict = true;
  return options;
}

std::vector<Tunnel> Tunnels() {
  const auto vxlan = [](FrameMaker&, const Bytes& packet, uint16_t) { return VxlanPayload(packet); };
  const auto skip = [](FrameMaker&, const Bytes& packet, uint16_t) { return Join(Bytes(20, 0xee), packet); };
  const auto raw = [](FrameMaker&, const Bytes& packet, uint16_t) { return packet; };
  return {{"vxlan", FilterOf(kEncapVxlan), vxlan},
          {"vxlan:dlt=raw", FilterOf(kEncapVxlan, kLinkTypeRaw), vxlan},
          {"skip=20", FilterOf(kEncapSkip, -1, 20), skip},
          {"raw:dlt=raw", FilterOf(kEncapSkip, kLinkTypeRaw), raw},
          {"vxlan-gpe", FilterOf(kEncapVxlanGpe), RandomGpe},
          {"vxlan-gpe:strict", Strict(FilterOf(kEncapVxlanGpe)), RandomGpe},
          {"vxlan-gpe:dlt=en10mb", FilterOf(kEncapVxlanGpe, kLinkTypeEthernet), RandomGpe},
          {"geneve", FilterOf(kEncapGeneve), RandomGeneve},
          {"geneve:dlt=en10mb", FilterOf(kEncapGeneve, kLinkTypeEthernet), RandomGeneve}};
}

std::vector<std::string> ExpressionsFor(const Tunnel& tunnel) {
  std::vector<std::string> expressions(std::begin(kUsualExpressions), std::end(kUsualExpressions));
  if (tunnel.filter.link_type == kLinkTypeRaw) return expressions;
  expressions.insert(expressions.end(), std::begin(kEthernetExpressions), std::end(kEthernetExpressions));
  return expressions;
}

struct Sample {
  Bytes payload;
  bool valid = false;
  Bytes inner;
  uint16_t link_type = 0;
};

// What decapsulation makes of the payload.
Sample Decapsulated(const Tunnel& tunnel, Bytes payload) {
  Sample sample;
  sample.payload = payload;
  EncapOptions options;
  options.encapsulation = tunnel.filter.encapsulation;
  options.skip = tunnel.filter.skip;
  options.link_type = tunnel.filter.link_type;
  options.strict = tunnel.filter.strict;
  static PacketBatch batch;
  TunnelFacts facts;
  batch.size = 1;
  PacketView& packet = batch.packets[0] = {};
  packet.data = payload.data();
  packet.caplen = packet.len = static_cast<uint32_t>(payload.size());
  packet.tunnel = &facts;
  InvalidCounts invalid{};
  Decapsulator(options).Decapsulate(batch, invalid);
  sample.valid = batch.size == 1;
  if (sample.valid) {
    sample.inner.assign(packet.data, packet.data + packet.caplen);
    sample.link_type = packet.link_type;
  }
  return sample;
}

Sample RandomSample(const Tunnel& tunnel, FrameMaker& frames) {
  Bytes packet = frames.Frame();
  uint16_t link_type = kLinkTypeEthernet;
  const bool may_be_raw = NamesLinkType(tunnel.filter);
  if (tunnel.filter.link_type == kLinkTypeRaw || (may_be_raw && frames.Below(2) == 0)) {
    packet.erase(packet.begin(), packet.begin() + kEthernetLength);
    link_type = kLinkTypeRaw;
  }
  Bytes payload = tunnel.wrap(frames, packet, link_type);
  if (frames.Below(10) == 0) payload.resize(frames.Below(static_cast<uint32_t>(payload.size() + 1)));
  if (frames.Below(10) == 0 && !payload.empty()) payload[frames.Below(4) % payload.size()] ^= 1 << frames.Below(8);
  return Decapsulated(tunnel, payload);
}

// libpcap's compiler and interpreter, and nothing of ours but the number of the link type.
class PeerFilter {
 public:
  PeerFilter(const std::string& expression, uint16_t link_type) {
    pcap_t* const handle = pcap_open_dead(LinkTypeToDlt(link_type), static_cast<int>(kMaxSnaplen));
    compiles_ = pcap_compile(handle, &program_, expression.c_str(), 1, PCAP_NETMASK_UNKNOWN) == 0;
    pcap_close(handle);
  }
  ~PeerFilter() {
    if (compiles_) pcap_freecode(&program_);
  }
  PeerFilter(const PeerFilter&) = delete;
  PeerFilter& operator=(const PeerFilter&) = delete;

  bool Accepts(const Bytes& packet) const {
    const auto length = static_cast<u_int>(packet.size());
    return compiles_ && bpf_filter(program_.bf_insns, packet.data(), length, length) != 0;
  }

 private:
  bpf_program program_{};
  bool compiles_ = false;
};

bool AcceptsInUserspace(PacketFilter& filter, Sample& sample) {
  PacketView packet;
  packet.data = sample.inner.data();
  packet.caplen = packet.len = static_cast<uint32_t>(sample.inner.size());
  packet.link_type = sample.link_type;
  return filter.Apply(&packet, 1) == 1;
}

struct Judges {
  Judges(const Tunnel& tunnel, const std::string& expression)
      : userspace(expression, kMaxSnaplen, true),
        ethernet(expression, kLinkTypeEthernet),
        raw(expression, kLinkTypeRaw) {
    TunnelFilterOptions options = tunnel.filter;
    options.expression = expression;
    kernel = BuildTunnelFilter(options);
    userspace.Prepare(static_cast<uint16_t>(options.link_type < 0 ? kLinkTypeEthernet : options.link_type));
    if (NamesLinkType(options)) userspace.PrepareOrRefuse(kLinkTypeRaw);
  }

  // What all should say of the sample: whether libpcap accepts it, or that it is invalid and has to be counted.
  bool Expected(const Sample& sample) const {
    return !sample.valid || (sample.link_type == kLinkTypeRaw ? raw : ethernet).Accepts(sample.inner);
  }

  TunnelFilter kernel;
  PacketFilter userspace;
  PeerFilter ethernet;
  PeerFilter raw;
};

void CheckExpression(const Tunnel& tunnel, const std::string& expression, FrameMaker& frames, int rounds) {
  Judges judges(tunnel, expression);
  const std::string what = tunnel.name + ", " + expression + ": ";
  if (judges.kernel.program.empty()) Fail(__FILE__, __LINE__, what + judges.kernel.reason);
  if (!IsLoadable(judges.kernel.program)) return Fail(__FILE__, __LINE__, what + "the kernel would refuse it");
  int wrong = 0;
  for (int round = 0; round < rounds; round++) {
    Sample sample = RandomSample(tunnel, frames);
    const bool expected = judges.Expected(sample);
    KernelPacket packet;
    packet.bytes = Join(Bytes(kUdpLength, 0xff), sample.payload);
    if ((RunKernelProgram(judges.kernel.program, packet) != 0) != expected) wrong++;
    if (sample.valid && AcceptsInUserspace(judges.userspace, sample) != expected) wrong++;
  }
  if (wrong > 0) Fail(__FILE__, __LINE__, what + "judged wrongly " + std::to_string(wrong) + " times");
}

// Sends the samples to a socket with the program, one after the other, and compares which ones it lets through.
void CheckInKernel(const Tunnel& tunnel, const std::string& expression, FrameMaker& frames, int rounds) {
  const Judges judges(tunnel, expression);
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.filter = judges.kernel.program;
  const auto source = OpenUdp(options);
  CHECK(source->filters_in_kernel());
  UdpSender sender("127.0.0.1", options.port);
  std::vector<Bytes> expected;
  for (int round = 0; round < rounds; round++) {
    const Sample sample = RandomSample(tunnel, frames);
    CHECK(sender.Send(sample.payload));
    if (judges.Expected(sample)) expected.push_back(sample.payload);
  }
  std::vector<Bytes> seen;
  for (const Datagram& datagram : Collect(*source, expected.size() + 1, 0)) seen.push_back(datagram.bytes);
  if (seen != expected) Fail(__FILE__, __LINE__, tunnel.name + ", " + expression + ": the kernel judges otherwise");
}

}  // namespace

TEST(kernel_userspace_and_libpcap_agree_on_packets_in_tunnels) {
  CHECK(std::size(kUsualExpressions) + std::size(kEthernetExpressions) >= kExpressionsAtLeast);
  FrameMaker frames(11);
  for (const Tunnel& tunnel : Tunnels()) {
    for (const std::string& expression : ExpressionsFor(tunnel)) CheckExpression(tunnel, expression, frames, 200);
  }
}

TEST(sockets_let_through_what_the_expression_accepts_inside) {
  FrameMaker frames(12);
  for (const Tunnel& tunnel : Tunnels()) {
    for (const std::string& expression : ExpressionsFor(tunnel)) CheckInKernel(tunnel, expression, frames, 20);
  }
}

TEST(a_socket_judges_each_of_the_datagrams_that_came_together) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  TunnelFilterOptions filter = FilterOf(kEncapSkip);
  filter.expression = "ether[0] == 3";
  options.filter = BuildTunnelFilter(filter).program;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  Bytes bytes;
  for (uint8_t i = 0; i < 10; i++) bytes.insert(bytes.end(), 60, i);
  CHECK(sender.SendSegmented(bytes, 60));
  const auto datagrams = Collect(*source, 10);
  CHECK_EQ(datagrams.size(), size_t{1});
  CHECK_EQ(int{datagrams[0].bytes[0]}, 3);
  CHECK_EQ(datagrams[0].bytes.size(), size_t{60});
}

TEST(what_the_kernel_cannot_tell_is_left_to_userspace_with_a_reason) {
  const auto reason = [](const char* expression, Encapsulation encapsulation) {
    TunnelFilterOptions options = FilterOf(encapsulation);
    options.expression = expression;
    const TunnelFilter filter = BuildTunnelFilter(options);
    CHECK(filter.program.empty());
    return filter.reason;
  };
  CHECK(!reason("ip[0] << ip[1] == 4", kEncapVxlan).empty());
  CHECK(!reason("ip protochain 6", kEncapVxlan).empty());
  CHECK(!reason("tcp", kEncapGeneveVxlan).empty());
  CHECK(!reason("tcp", kEncapErm).empty());
  CHECK(!reason("tcp", kEncapGue).empty());
  CHECK(!reason("tcp", kEncapAuto).empty());
}

TEST(tunnels_in_tunnels_and_strict_geneve_are_left_to_userspace) {
  TunnelFilterOptions nested = FilterOf(kEncapVxlan);
  nested.expression = "tcp";
  CHECK(!BuildTunnelFilter(nested).program.empty());
  nested.is_nested = true;
  CHECK(BuildTunnelFilter(nested).program.empty());
  TunnelFilterOptions strict = FilterOf(kEncapGeneve);
  strict.expression = "tcp";
  strict.strict = true;
  CHECK(BuildTunnelFilter(strict).program.empty());
  strict.encapsulation = kEncapVxlan;
  CHECK(!BuildTunnelFilter(strict).program.empty());
}

TEST(a_filter_for_tunnels_that_does_not_compile_is_refused_in_libpcaps_words) {
  TunnelFilterOptions options = FilterOf(kEncapVxlan);
  options.expression = "tcp prot 80";
  try {
    BuildTunnelFilter(options);
    CHECK(false);
  } catch (const CaptureError& error) {
    CHECK_EQ(error.code(), std::string("EFILTER"));
  }
}

}  // namespace fandump::test
