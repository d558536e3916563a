// The property that a filter with tests of tunnels promises: the program of a socket, the filter in userspace and a
// plain evaluation of the user's and, or and not judge every datagram alike.
#include <arpa/inet.h>
#include <sys/socket.h>

#include <cstring>
#include <memory>

#include "check.h"
#include "encap/encap.h"
#include "filter/packet_filter.h"
#include "filter/tunnel_filter.h"
#include "filter_bpf_machine.h"
#include "filter_frames.h"
#include "tunnel_packets.h"

namespace fandump::test {
namespace {

constexpr const char* kPrimitives[] = {"tcp", "udp port 53", "ip", "ip6", "ip6 or arp", "len >= 100", "ip[8] > 64"};

TunnelTest VniTest(std::vector<TunnelTest::Range> ranges) {
  TunnelTest test;
  test.ranges = std::move(ranges);
  return test;
}

TunnelTest PortTest(TunnelTest::End end, std::vector<TunnelTest::Range> ranges) {
  TunnelTest test = VniTest(std::move(ranges));
  test.fact = TunnelTest::Fact::kPort;
  test.end = end;
  return test;
}

TunnelTest AddressTest(TunnelTest::End end, std::vector<std::pair<const char*, uint32_t>> networks) {
  TunnelTest test;
  test.fact = TunnelTest::Fact::kAddress;
  test.end = end;
  for (const auto& [address, prefix] : networks) test.networks.push_back(*ParseNetwork(address, prefix));
  return test;
}

std::vector<TunnelTest> KnownTests() {
  using End = TunnelTest::End;
  return {VniTest({{42, 42}}),
          VniTest({{0, 0}, {40, 50}, {0xfffffe, 0xffffff}}),
          PortTest(End::kSource, {{50000, 50003}}),
          PortTest(End::kEither, {{4789, 4789}, {50001, 50001}}),
          AddressTest(End::kSource, {{"10.0.0.1", 32}}),
          AddressTest(End::kDestination, {{"10.0.0.0", 30}, {"2001:db8::", 33}}),
          AddressTest(End::kEither, {{"2001:db8:8000::2", 128}, {"10.0.0.2", 32}}),
          AddressTest(End::kEither, {{"0.0.0.0", 0}})};
}

// What a user may write: and, or, not and parentheses over tests and primitives.
struct Node {
  enum class Kind { kTest, kPrimitive, kNot, kAnd, kOr } kind = Kind::kTest;
  size_t leaf = 0;
  std::unique_ptr<Node> left, right;
};

std::unique_ptr<Node> RandomNode(FrameMaker& random, int depth) {
  auto node = std::make_unique<Node>();
  const uint32_t choice = random.Below(depth == 0 ? 2 : 6);
  if (choice < 2) {
    node->kind = choice == 0 ? Node::Kind::kTest : Node::Kind::kPrimitive;
    node->leaf = random.Below(1000);
    return node;
  }
  node->kind = choice == 2 ? Node::Kind::kNot : choice < 5 ? Node::Kind::kAnd : Node::Kind::kOr;
  node->left = RandomNode(random, depth - 1);
  if (choice > 2) node->right = RandomNode(random, depth - 1);
  return node;
}

// The expression that the node stands for, its tests taken out.
class Writer {
 public:
  FilterExpression Write(const Node& node) {
    Add(node);
    expression_.parts.push_back(part_);
    expression_.text = "with tests";
    return expression_;
  }

 private:
  void Add(const Node& node) {
    switch (node.kind) {
      case Node::Kind::kTest:
        expression_.parts.push_back(part_);
        expression_.tests.push_back(tests_[node.leaf % tests_.size()]);
        part_.clear();
        return;
      case Node::Kind::kPrimitive:
        part_ += std::string("(") + kPrimitives[node.leaf % std::size(kPrimitives)] + ")";
        return;
      case Node::Kind::kNot:
        part_ += "not (";
        Add(*node.left);
        part_ += ")";
        return;
      default:
        part_ += "(";
        Add(*node.left);
        part_ += node.kind == Node::Kind::kAnd ? " and " : " or ";
        Add(*node.right);
        part_ += ")";
    }
  }

  const std::vector<TunnelTest> tests_ = KnownTests();
  FilterExpression expression_;
  std::string part_;
};

// The same question asked of the facts in the plainest way.
bool IsInNetwork(const TunnelTest::Network& network, const uint8_t* address) {
  for (uint32_t bit = 0; bit < network.prefix; bit++) {
    const int mask = 0x80 >> bit % 8;
    if ((network.address[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
  }
  return true;
}

bool IsTrue(const TunnelTest& test, const TunnelFacts& tunnel) {
  const auto in_ranges = [&test](uint32_t number) {
    for (const auto& [lowest, highest] : test.ranges) {
      if (number >= lowest && number <= highest) return true;
    }
    return false;
  };
  const auto in_networks = [&](const uint8_t* address) {
    for (const TunnelTest::Network& network : test.networks) {
      if (network.family == tunnel.family && IsInNetwork(network, address)) return true;
    }
    return false;
  };
  const bool source = test.end != TunnelTest::End::kDestination;
  const bool destination = test.end != TunnelTest::End::kSource;
  if (test.fact == TunnelTest::Fact::kVni) return tunnel.vni != kNoVni && in_ranges(tunnel.vni);
  if (test.fact == TunnelTest::Fact::kPort) {
    return (source && in_ranges(tunnel.source_port)) || (destination && in_ranges(tunnel.destination_port));
  }
  return (source && in_networks(tunnel.source)) || (destination && in_networks(tunnel.destination));
}

bool IsTrue(const Node& node, const PacketView& packet, std::vector<std::unique_ptr<PacketFilter>>& primitives) {
  static const std::vector<TunnelTest> tests = KnownTests();
  switch (node.kind) {
    case Node::Kind::kTest:
      return IsTrue(tests[node.leaf % tests.size()], *packet.tunnel);
    case Node::Kind::kPrimitive: {
      PacketView copy = packet;
      return primitives[node.leaf % primitives.size()]->Apply(&copy, 1) == 1;
    }
    case Node::Kind::kNot:
      return !IsTrue(*node.left, packet, primitives);
    case Node::Kind::kAnd:
      return IsTrue(*node.left, packet, primitives) && IsTrue(*node.right, packet, primitives);
    default:
      return IsTrue(*node.left, packet, primitives) || IsTrue(*node.right, packet, primitives);
  }
}

// A datagram as a socket's program sees it, and its packet as it comes out of decapsulation.
struct Sample {
  KernelPacket datagram;
  Bytes payload;
  TunnelFacts facts;
  PacketView packet;
};

void SetEnds(FrameMaker& random, Sample& sample) {
  TunnelFacts& facts = sample.facts;
  facts.family = random.Below(2) == 0 ? AF_INET : AF_INET6;
  Bytes& header = sample.datagram.ip_header;
  header.assign(facts.family == AF_INET ? 20 : 40, 0);
  header[0] = facts.family == AF_INET ? 0x45 : 0x60;
  const auto set = [&](uint8_t(&address)[16], size_t at) {
    const char* const known[] = {"2001:db8:0:1::1", "2001:db8:8000::2", "fe80::1"};
    const uint32_t ipv4 = htonl(0x0a000000 + random.Below(5));
    const size_t length = facts.family == AF_INET ? 4 : 16;
    if (facts.family == AF_INET) {
      std::memcpy(address, &ipv4, length);
    } else {
      inet_pton(AF_INET6, known[random.Below(3)], address);
    }
    std::memcpy(header.data() + at, address, length);
  };
  set(facts.source, facts.family == AF_INET ? 12 : 8);
  set(facts.destination, facts.family == AF_INET ? 16 : 24);
  facts.source_port = static_cast<uint16_t>(49999 + random.Below(5));
  facts.destination_port = random.Below(2) == 0 ? kPortVxlan : 9999;
}

bool MakeSample(FrameMaker& random, Encapsulation encapsulation, PacketBatch& batch, Sample& sample) {
  SetEnds(random, sample);
  // A load behind the end refuses a packet at once, whatever else was asked: no frame is cut short here.
  const Bytes frame = Join(random.Frame(), Bytes(100));
  switch (encapsulation) {
    case kEncapVxlan:
      sample.payload = VxlanPayload(frame);
      break;
    case kEncapVxlanGpe:
      sample.payload = Join({0x0c, 0, 0, 3, 0, 0, 0, 0}, frame);
      break;
    case kEncapGeneve:
      sample.payload = GenevePayload(kEtherTypeBridged, frame, Bytes(4 * random.Below(3)));
      break;
    default:
      sample.payload = frame;
      break;
  }
  if (encapsulation != kEncapSkip) {
    const uint32_t vnis[] = {0, 41, 42, 50, 51, 0xffffff};
    const uint32_t vni = vnis[random.Below(6)];
    for (int i = 0; i < 3; i++) sample.payload[4 + i] = static_cast<uint8_t>(vni >> (16 - 8 * i));
  }
  Bytes header;
  Append16(header, sample.facts.source_port);
  Append16(header, sample.facts.destination_port);
  Append32(header, 0);
  sample.datagram.bytes = Join(header, sample.payload);
  batch.size = 1;
  batch.packets[0] = {};
  batch.packets[0].data = sample.payload.data();
  batch.packets[0].caplen = batch.packets[0].len = static_cast<uint32_t>(sample.payload.size());
  batch.packets[0].tunnel = &sample.facts;
  InvalidCounts invalid{};
  EncapOptions options;
  options.encapsulation = encapsulation;
  Decapsulator(options).Decapsulate(batch, invalid);
  sample.packet = batch.packets[0];
  return batch.size == 1;
}

void CheckAgreement(Encapsulation encapsulation, FrameMaker& random, int expressions, int rounds) {
  std::vector<std::unique_ptr<PacketFilter>> primitives;
  for (const char* text : kPrimitives) primitives.push_back(std::make_unique<PacketFilter>(text, kMaxSnaplen, true));
  static PacketBatch batch;
  int compiled = 0;
  for (int i = 0; i < expressions; i++) {
    const std::unique_ptr<Node> node = RandomNode(random, 3);
    TunnelFilterOptions options;
    options.encapsulation = encapsulation;
    options.link_type = kLinkTypeEthernet;
    options.expression = Writer().Write(*node);
    if (options.expression.tests.empty() || options.expression.tests.size() > kMostTunnelTests) continue;
    TunnelFilter kernel;
    try {
      kernel = BuildTunnelFilter(options);
    } catch (const CaptureError& error) {
      // As libpcap alone: nothing can pass. The plain evaluation has to say so, too.
      CHECK(std::string(error.what()) == "expression rejects all packets");
      continue;
    }
    compiled++;
    CHECK(kernel.reason.empty());
    CHECK(IsLoadable(kernel.program));
    PacketFilter userspace(options.expression, kMaxSnaplen, true);
    int wrong = 0;
    for (int round = 0; round < rounds; round++) {
      Sample sample;
      if (!MakeSample(random, encapsulation, batch, sample)) continue;
      const bool expected = IsTrue(*node, sample.packet, primitives);
      PacketView copy = sample.packet;
      if ((userspace.Apply(&copy, 1) == 1) != expected) wrong++;
      if ((RunKernelProgram(kernel.program, sample.datagram) != 0) != expected) wrong++;
    }
    CHECK_EQ(wrong, 0);
  }
  CHECK(compiled > expressions / 4);
}

TunnelFilter Build(Encapsulation encapsulation, TunnelTest test) {
  TunnelFilterOptions options;
  options.encapsulation = encapsulation;
  options.expression = FilterExpression("with a test");
  options.expression.parts = {"tcp and ", ""};
  options.expression.tests = {std::move(test)};
  return BuildTunnelFilter(options);
}

}  // namespace

TEST(kernel_and_userspace_agree_on_what_is_asked_of_tunnels) {
  FrameMaker random(21);
  for (const Encapsulation encapsulation : {kEncapVxlan, kEncapVxlanGpe, kEncapGeneve, kEncapSkip}) {
    CheckAgreement(encapsulation, random, 150, 60);
  }
}

TEST(a_packet_without_a_tunnel_answers_no) {
  for (const TunnelTest& test : KnownTests()) CHECK(!Holds(test, nullptr));
}

TEST(a_vni_that_is_known_after_decapsulation_only_is_asked_in_userspace) {
  TunnelTest inner = VniTest({{7, 7}});
  inner.fact = TunnelTest::Fact::kInnerVni;
  CHECK(Build(kEncapVxlan, inner).program.empty());
  CHECK(!Build(kEncapVxlan, inner).reason.empty());
  CHECK(Build(kEncapGeneveVxlan, VniTest({{7, 7}})).program.empty());
}

TEST(a_filter_that_no_answer_lets_pass_is_refused_in_libpcaps_words) {
  FilterExpression expression("with a test");
  expression.parts = {"", " and 1 = 2"};
  expression.tests = {VniTest({{7, 7}})};
  std::string said;
  try {
    PacketFilter(expression, kMaxSnaplen, true).Prepare(kLinkTypeEthernet);
  } catch (const CaptureError& error) {
    said = error.what();
  }
  CHECK(said == "expression rejects all packets");
}

TEST(networks_are_addresses_with_as_many_bits_as_they_have) {
  CHECK(ParseNetwork("10.0.0.0", 8).has_value());
  CHECK(ParseNetwork("2001:db8::", 128).has_value());
  CHECK(!ParseNetwork("10.0.0.0", 33).has_value());
  CHECK(!ParseNetwork("10.0.0", 8).has_value());
}

}  // namespace fandump::test
