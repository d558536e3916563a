// The property that BuildKernelFilter promises: what the socket's program and, where asked for, the second look in
// userspace accept is what the expression accepts on the bytes as they were on the wire.
#include "check.h"
#include "filter/compile.h"
#include "filter/kernel_filter.h"
#include "filter/packet_filter.h"
#include "filter_bpf_machine.h"
#include "filter_frames.h"

namespace fandump::test {
namespace {

constexpr uint32_t kSnaplen = 96;
constexpr uint16_t kTpid8021q = 0x8100;
constexpr uint16_t kTpid8021ad = 0x88a8;

constexpr const char* kVlanExpressions[] = {
    "vlan",
    "vlan 13",
    "vlan 10 and vlan 20",
    "vlan and vlan",
    "vlan and tcp port 443",
    "vlan 10 and udp port 53",
    "not vlan",
    "not vlan 13",
    "vlan or arp",
    "arp or vlan",
    "vlan and arp",
    "vlan and ip",
    "vlan and ip6",
    "vlan 20 and ip6 and udp",
    "vlan and not ip",
    "vlan and host 10.0.0.1",
    "vlan and src host 10.0.0.2 and dst port 80",
    "vlan and (src net 10.0.0.0/30 or dst net 10.0.0.4/32)",
    "vlan and icmp",
    "vlan and icmp[icmptype] == icmp-echo",
    "vlan and tcp[tcpflags] & (tcp-syn|tcp-fin) != 0",
    "vlan and tcp[13] == 2",
    "vlan and ip[6:2] & 0x1fff != 0",
    "vlan and ip[0] & 0xf != 5",
    "vlan and ip proto 132",
    "vlan and portrange 1-1023",
    "vlan and len > 100",
    "len > 100 and vlan",
    "vlan and greater 90",
    "vlan and less 70",
    "vlan and ether[12:2] == 0x8100",
    "ether[12:2] == 0x88a8 and vlan",
    "ether[12] == 0x81 and vlan",
    "ether[13] == 0 and vlan",
    "ether[14:2] & 0xfff == 10 or vlan 1",
    "ether[14] & 0xe0 == 0x20 and vlan",
    "ether[15] == 13 and vlan",
    "ether[14:4] & 0xfffffff == 0xa0800 and vlan",
    "ether[12:4] == 0x8100000d or vlan 99",
    "ether[10:4] & 0xffff == 0x8100 and vlan",
    "ether[11:2] & 0xff == 0x81 and vlan",
    "ether[13:2] & 0xff == 0 and vlan",
    "ether[16:2] == 0x800 and vlan",
    "ether[ether[5] + 12:2] == 0x8100 and vlan",
    "ether[ether[5] + 16:2] == 0x800 and vlan",
    "vlan and ether host 02:00:00:00:00:01",
    "ether src 02:00:00:00:00:01 and vlan",
    "vlan and ether broadcast",
    "vlan and ether multicast",
    "vlan and ether proto 0x0806",
    "ether proto 0x8100 and vlan",
    "vlan and mpls",
    "vlan and pppoes",
    "tcp port 80 or vlan 13",
    "tcp port 80 or (vlan and tcp port 80)",
    "udp port 53 or (vlan 10 and udp port 53) or (vlan 20 and udp port 53)",
    "ip6 proto 58 or (vlan and ip6 proto 58)",
    "vlan and (tcp or udp) and not port 22 and ip[8] < 2",
    "(vlan 1 or vlan 100) and tcp",
    "vlan and stp",
    "vlan and llc",
    "vlan and ip multicast",
    "vlan and tcp[(tcp[12] & 0xf0) >> 2] == 0",
    "vlan and udp[4:2] > 100",
    "vlan and ether[20:4] % 7 == ether[0] * 3 - ether[1]",
    "outbound and vlan",
    "inbound and (vlan or ether[14:4] == 0)",
};

struct Sample {
  std::vector<uint8_t> wire;
  KernelPacket kernel;
};

Sample MakeTagged(FrameMaker& frames) {
  Sample sample;
  sample.kernel.bytes = frames.Frame();
  sample.kernel.has_tag = true;
  sample.kernel.tpid = frames.Below(3) == 0 ? kTpid8021ad : kTpid8021q;
  sample.kernel.tci = frames.Tci();
  sample.kernel.packet_type = static_cast<uint8_t>(frames.Below(5));
  const uint8_t tag[4] = {static_cast<uint8_t>(sample.kernel.tpid >> 8), static_cast<uint8_t>(sample.kernel.tpid),
                          static_cast<uint8_t>(sample.kernel.tci >> 8), static_cast<uint8_t>(sample.kernel.tci)};
  sample.wire = sample.kernel.bytes;
  sample.wire.insert(sample.wire.begin() + 12, tag, tag + 4);
  return sample;
}

Sample MakeUntagged(FrameMaker& frames) {
  Sample sample;
  sample.wire = sample.kernel.bytes = frames.Frame();
  sample.kernel.packet_type = static_cast<uint8_t>(frames.Below(5));
  return sample;
}

uint32_t Expected(const BpfProgram& program, const Sample& sample) {
  KernelPacket wire = sample.kernel;
  wire.bytes = sample.wire;
  return RunKernelProgram(program, wire);
}

// Bytes kept of the packet after the socket's program and the second look; 0: refused.
uint32_t Kept(const KernelFilter& filter, PacketFilter& recheck, Sample& sample) {
  const uint32_t kept = RunKernelProgram(filter.program, sample.kernel);
  if (kept == 0) return 0;
  PacketView packet;
  packet.data = sample.wire.data();
  packet.len = static_cast<uint32_t>(sample.wire.size());
  packet.caplen = std::min(packet.len, kept);
  packet.direction = sample.kernel.packet_type;
  packet.flags = sample.kernel.has_tag ? kFlagVlanRestored : 0;
  if (filter.recheck_restored_tags && recheck.Apply(&packet, 1) == 0) return 0;
  return packet.caplen;
}

void CheckExpression(const char* expression, bool optimize, DirectionChoice direction, FrameMaker& frames, int rounds) {
  const BpfProgram original = CompileFilter(expression, kLinkTypeEthernet, kSnaplen, optimize);
  const KernelFilter filter = BuildKernelFilter(expression, kLinkTypeEthernet, kSnaplen, optimize, direction);
  PacketFilter recheck(expression, kSnaplen, optimize, FilterScope::kRestoredTags);
  CHECK(IsLoadable(filter.program));
  int wrong = 0;
  for (int round = 0; round < rounds; round++) {
    Sample sample = frames.Below(4) == 0 ? MakeUntagged(frames) : MakeTagged(frames);
    const bool outgoing = sample.kernel.packet_type == kDirectionOutgoing;
    const bool wanted = direction == DirectionChoice::kInOut || outgoing == (direction == DirectionChoice::kOut);
    const uint32_t expected =
        wanted ? std::min(Expected(original, sample), static_cast<uint32_t>(sample.wire.size())) : 0;
    if (Kept(filter, recheck, sample) != expected) wrong++;
  }
  if (wrong > 0) {
    Fail(__FILE__, __LINE__, std::string(expression) + ": judged wrongly " + std::to_string(wrong) + " times");
  }
}

bool NeedsRecheck(const char* expression) {
  return BuildKernelFilter(expression, kLinkTypeEthernet, kSnaplen, true, DirectionChoice::kInOut)
      .recheck_restored_tags;
}

}  // namespace

TEST(vlan_expressions_hold_for_tags_that_the_kernel_has_taken_off) {
  FrameMaker frames(1);
  for (const char* expression : kVlanExpressions) {
    CheckExpression(expression, true, DirectionChoice::kInOut, frames, 2000);
    CheckExpression(expression, false, DirectionChoice::kInOut, frames, 500);
  }
}

TEST(vlan_expressions_hold_together_with_a_direction) {
  FrameMaker frames(2);
  for (const char* expression : kVlanExpressions) {
    CheckExpression(expression, true, DirectionChoice::kIn, frames, 200);
    CheckExpression(expression, true, DirectionChoice::kOut, frames, 200);
  }
}

TEST(usual_vlan_expressions_are_judged_by_the_kernel_alone) {
  for (const char* expression : {"vlan", "vlan 13", "vlan 10 and vlan 20", "vlan and tcp port 443", "not vlan",
                                 "vlan and ip6", "vlan and len > 100", "ether[14:2] & 0xfff == 10 or vlan 1"}) {
    if (NeedsRecheck(expression)) Fail(__FILE__, __LINE__, std::string(expression) + ": asks for a second look");
  }
  CHECK(NeedsRecheck("ether[14:4] == 0x000d0800 and vlan"));
  CHECK(NeedsRecheck("tcp port 80 or vlan 13"));
}

TEST(a_long_vlan_expression_jumps_over_more_than_255_instructions) {
  std::string expression = "vlan and (host 10.0.0.1";
  for (int host = 5; host <= 130; host++) expression += " or host 10.0.0." + std::to_string(host);
  expression += ")";
  FrameMaker frames(3);
  CheckExpression(expression.c_str(), true, DirectionChoice::kIn, frames, 2000);
}

// Not optimised: libpcap's optimiser takes minutes for expressions of this length.
TEST(a_vlan_expression_too_long_to_be_held_twice_is_judged_in_userspace) {
  std::string expression = "vlan and (port 1";
  for (int port = 2; port <= 50; port++) expression += " or port " + std::to_string(port * 2);
  expression += ")";
  const KernelFilter filter =
      BuildKernelFilter(expression, kLinkTypeEthernet, kSnaplen, false, DirectionChoice::kInOut);
  CHECK(filter.recheck_restored_tags);
  CHECK(filter.program.size() <= BPF_MAXINSNS);
  FrameMaker frames(4);
  CheckExpression(expression.c_str(), false, DirectionChoice::kInOut, frames, 2000);
}

}  // namespace fandump::test
