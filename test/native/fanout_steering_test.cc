// Steering programs in a model of the kernel's interpreter, beside what the decoder sees in the same bytes.
#include <linux/if_arp.h>
#include <linux/if_packet.h>

#include <map>

#include "check.h"
#include "filter_bpf_machine.h"
#include "random_packets.h"
#include "steering_model.h"

namespace fandump::test {

namespace {

// A received frame as the kernel shows it to a fanout program.
KernelPacket Received(const Bytes& frame) {
  KernelPacket packet;
  packet.packet_type = PACKET_OTHERHOST;
  packet.protocol = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
  packet.bytes.assign(frame.begin() + 14, frame.end());
  return packet;
}

KernelPacket Sent(const Bytes& frame) {
  KernelPacket packet;
  packet.packet_type = PACKET_OUTGOING;
  packet.protocol = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
  packet.bytes = frame;
  return packet;
}

std::string Hex(const Bytes& bytes) {
  static const char* const kDigits = "0123456789abcdef";
  std::string text;
  for (const uint8_t byte : bytes) text += {kDigits[byte >> 4], kDigits[byte & 15]};
  return text;
}

constexpr int kRandomPackets = 30000;

}  // namespace

TEST(steering_programs_and_decoder_agree_on_random_frames) {
  Random random(1);
  const BpfProgram program = BuildSteeringProgram({});
  CHECK(IsLoadable(program));
  int with_tunnel = 0;
  for (int i = 0; i < kRandomPackets; i++) {
    Bytes frame = AnyFrame(random, 3);
    if (random.OneIn(2)) frame = Damaged(random, frame, 14);
    const uint16_t type = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
    const InnerFlow flow = FlowBehindEtherType(type, Bytes(frame.begin() + 14, frame.end()));
    const uint32_t expected = HashOf(flow);
    const bool agree =
        RunKernelProgram(program, Received(frame)) == expected && RunKernelProgram(program, Sent(frame)) == expected;
    if (flow.found) with_tunnel++;
    if (agree) continue;
    Fail(__FILE__, __LINE__, "the program and the decoder see different flows in " + Hex(frame));
    return;
  }
  CHECK(with_tunnel > kRandomPackets / 2);
}

TEST(steering_programs_of_all_interfaces_find_the_flow_of_what_each_kind_sends_and_receives) {
  Random random(3);
  SteeringOptions options;
  options.link_type = kLinkTypeLinuxSll2;
  const BpfProgram program = BuildSteeringProgram(options);
  CHECK(IsLoadable(program));
  for (int i = 0; i < 1000; i++) {
    const Bytes frame = AnyFrame(random, 3);
    const uint16_t type = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
    const uint32_t expected = HashOf(FlowBehindEtherType(type, Bytes(frame.begin() + 14, frame.end())));
    CHECK_EQ(RunKernelProgram(program, Received(frame)), expected);
    KernelPacket sent = Sent(frame);
    sent.hardware_type = ARPHRD_ETHER;
    CHECK_EQ(RunKernelProgram(program, sent), expected);
    sent.hardware_type = ARPHRD_LOOPBACK;
    CHECK_EQ(RunKernelProgram(program, sent), expected);
    // A tun device sends without a link header.
    KernelPacket bare = Received(frame);
    bare.packet_type = PACKET_OUTGOING;
    bare.hardware_type = ARPHRD_NONE;
    CHECK_EQ(RunKernelProgram(program, bare), expected);
  }
}

TEST(steering_programs_and_decoder_agree_on_random_datagrams) {
  Random random(2);
  for (const Encapsulation encapsulation : {kEncapVxlan, kEncapVxlanGpe, kEncapGeneve, kEncapGeneveVxlan, kEncapGue,
                                            kEncapErm, kEncapTzsp, kEncapErspan, kEncapSkip}) {
    SteeringOptions options;
    options.start = SteeringStart::kDatagram;
    options.encapsulation = encapsulation;
    options.skip = encapsulation == kEncapSkip ? 20 : 0;
    const bool by_header =
        encapsulation == kEncapGeneve || encapsulation == kEncapVxlanGpe || encapsulation == kEncapGue;
    options.link_type = by_header ? -1 : static_cast<int>(kLinkTypeEthernet);
    const BpfProgram program = BuildSteeringProgram(options);
    CHECK(IsLoadable(program));
    int found = 0;
    for (int i = 0; i < kRandomPackets / 6; i++) {
      uint16_t port = 0;
      Bytes payload = AnyDatagramPayload(random, 3, port);
      const Bytes frame = AnyFrame(random, 2);
      switch (encapsulation) {
        case kEncapVxlan:
          payload = VxlanPayload(frame);
          break;
        case kEncapVxlanGpe:
          payload = VxlanGpePayload(3, frame);
          break;
        case kEncapGue:
          payload = GuePayload(kProtocolGre, GrePacket(0x2000, kEtherTypeBridged, frame), 4 * random.Below(8));
          break;
        case kEncapGeneve:
          payload = GenevePayload(kEtherTypeBridged, frame, Bytes(4 * random.Below(8)));
          break;
        case kEncapGeneveVxlan: {
          FlowEnds carrier = AnyFlow(random);
          carrier.protocol = kProtocolUdp;
          payload = GenevePayload(carrier.ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4,
                                  AnyIp(random, carrier, TransportPacket(carrier, VxlanPayload(frame))));
          break;
        }
        case kEncapErm:
          payload = ErmPayload(frame);
          break;
        case kEncapErspan:
          payload = random.OneIn(2) ? ErspanI(frame) : ErspanIii(frame, random.OneIn(2));
          break;
        case kEncapSkip:
          payload = Join(Bytes(20), frame);
          break;
        default:
          payload = TzspPayload(frame);
      }
      if (random.OneIn(2)) payload = Damaged(random, payload, 0);
      const InnerFlow flow = FlowOfPayload(encapsulation, options.skip, payload);
      KernelPacket packet;
      packet.bytes = payload;
      if (flow.found) found++;
      if (RunKernelProgram(program, packet) == (flow.found ? HashOf(flow) : kSteeringByKernel)) continue;
      Fail(__FILE__, __LINE__,
           "encapsulation " + std::to_string(encapsulation) + ": different flows in " + Hex(payload));
      return;
    }
    CHECK(found > kRandomPackets / 24);
  }
}

TEST(steering_goes_by_the_link_type_that_is_given_for_what_a_header_does_not_name) {
  const FlowEnds flow{0x0a000001, 0xc0000201, 40000, 443, kProtocolTcp, false};
  const uint8_t unknown = 99;
  const std::pair<Encapsulation, Bytes> payloads[] = {
      {kEncapVxlanGpe, VxlanGpePayload(unknown, FlowPacket(flow))},
      {kEncapGue, GuePayload(unknown, FlowPacket(flow))},
      {kEncapGue, FlowPacket(flow)},
  };
  for (const auto& [encapsulation, payload] : payloads) {
    SteeringOptions options;
    options.start = SteeringStart::kDatagram;
    options.encapsulation = encapsulation;
    options.link_type = kLinkTypeRaw;
    KernelPacket packet;
    packet.bytes = payload;
    CHECK_EQ(RunKernelProgram(BuildSteeringProgram(options), packet), HashOf(FlowOfFrame(FlowFrame(flow))));
  }
}

TEST(steering_is_symmetric_and_even_inside_every_encapsulation) {
  const BpfProgram program = BuildSteeringProgram({});
  std::vector<TunnelKind> kinds = TunnelKinds();
  kinds.push_back(
      {"vxlan-gpe", [](const FlowEnds& flow) { return InUdp(kPortVxlanGpe, VxlanGpePayload(3, FlowFrame(flow))); }});
  kinds.push_back({"gue", [](const FlowEnds& flow) { return InUdp(kPortGue, FlowPacket(flow)); }});
  kinds.push_back({"vxlan in gue", [](const FlowEnds& flow) {
                     const FlowEnds carrier = FeedEnds(kProtocolUdp, kPortVxlan);
                     const Bytes packet = Ipv4Packet(carrier, TransportPacket(carrier, VxlanPayload(FlowFrame(flow))));
                     return InUdp(kPortGue, GuePayload(kProtocolIpv4, packet));
                   }});
  for (const TunnelKind& kind : kinds) {
    for (const bool ipv6 : {false, true}) {
      std::map<uint32_t, int> members;
      for (uint16_t number = 0; number < 1000; number++) {
        const FlowEnds flow{0x0a000000u + number, 0xc0000201, static_cast<uint16_t>(32768 + number), 443,
                            kProtocolTcp,         ipv6};
        const uint32_t forth = RunKernelProgram(program, Received(kind.frame(flow)));
        CHECK_EQ(RunKernelProgram(program, Received(kind.frame(flow.Reversed()))), forth);
        members[forth % 8]++;
      }
      for (uint32_t member = 0; member < 8; member++) {
        if (members[member] >= 94 && members[member] <= 156) continue;
        Fail(__FILE__, __LINE__,
             kind.name + ": member " + std::to_string(member) + " has " + std::to_string(members[member]) +
                 " of 1000 flows, its share is 125");
      }
    }
  }
}

TEST(steering_keeps_the_fragments_of_an_inner_datagram_together) {
  const BpfProgram program = BuildSteeringProgram({});
  const FlowEnds flow{0x0a000001, 0x0a000002, 5000, 53, kProtocolUdp, false};
  const Bytes first = Ipv4Packet(flow, TransportPacket(flow, Bytes(16)), {}, 0x2000);
  const Bytes second = Ipv4Packet(flow, Bytes(24, 0x77), {}, 3);
  const auto result = [&program](const Bytes& packet) {
    return RunKernelProgram(program, Received(InUdp(kPortVxlan, VxlanPayload(EthernetFrame(kEtherTypeIpv4, packet)))));
  };
  CHECK_EQ(result(first), result(second));
}

TEST(steering_by_one_encapsulation_leaves_the_others_to_their_outer_addresses) {
  SteeringOptions options;
  options.encapsulation = kEncapErm;
  const BpfProgram program = BuildSteeringProgram(options);
  const FlowEnds one{1, 2, 3, 4, kProtocolTcp, false};
  const FlowEnds other{5, 6, 7, 8, kProtocolTcp, false};
  const auto result = [&program](uint16_t port, const Bytes& payload) {
    return RunKernelProgram(program, Received(InUdp(port, payload)));
  };
  CHECK(result(kPortErm, ErmPayload(FlowFrame(one))) != result(kPortErm, ErmPayload(FlowFrame(other))));
  CHECK_EQ(result(kPortVxlan, VxlanPayload(FlowFrame(one))), result(kPortVxlan, VxlanPayload(FlowFrame(other))));
}

TEST(steering_looks_for_the_tunnel_at_the_port_that_was_given) {
  SteeringOptions options;
  options.encapsulation = kEncapVxlan;
  options.port = 9999;
  const FlowEnds flow;
  const Bytes frame = InUdp(9999, VxlanPayload(FlowFrame(flow)));
  CHECK_EQ(RunKernelProgram(BuildSteeringProgram(options), Received(frame)), HashOf(FlowOfFrame(FlowFrame(flow))));
  options.encapsulation = kEncapSkip;
  options.skip = 8;
  CHECK_EQ(RunKernelProgram(BuildSteeringProgram(options), Received(frame)), HashOf(FlowOfFrame(FlowFrame(flow))));
}

TEST(steering_by_slots_moves_only_the_flows_of_a_vacant_slot) {
  SteeringOptions options;
  options.group_size = 4;
  options.slots = {0, 1, 2, 3};
  const BpfProgram all = BuildSteeringProgram(options);
  // The member of slot 1 is gone, and the kernel has put the last one into its place.
  options.slots = {0, kVacantSlot, 2, 1};
  const BpfProgram without = BuildSteeringProgram(options);
  const int slot_of_place[] = {0, 3, 2};
  std::map<int, int> taken_over;
  for (uint32_t number = 0; number < 1000; number++) {
    const KernelPacket packet = Received(FlowFrame({number, 0xc0000201, 1234, 80, kProtocolTcp, false}));
    const int slot = static_cast<int>(RunKernelProgram(all, packet));
    const int now = slot_of_place[RunKernelProgram(without, packet)];
    if (slot == 1) {
      taken_over[now]++;
    } else {
      CHECK_EQ(now, slot);
    }
  }
  CHECK_EQ(taken_over.size(), 3u);
  for (const auto& [slot, flows] : taken_over) CHECK(flows > 50);
}

}  // namespace fandump::test
