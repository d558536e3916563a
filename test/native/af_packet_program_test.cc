#include "source/af_packet_program.h"

#include <linux/if_arp.h>
#include <linux/if_packet.h>

#include "check.h"
#include "filter_bpf_machine.h"
#include "source/af_packet_link_type.h"

using namespace fandump;
using namespace fandump::test;

TEST(af_packet_without_filter_and_with_full_snaplen_attaches_no_program) {
  CHECK_EQ(KernelProgram({}, kMaxSnaplen, OutgoingRefusal::kNone).size(), 0u);
}

TEST(af_packet_snaplen_without_filter_becomes_a_return) {
  const BpfProgram program = KernelProgram({}, 96, OutgoingRefusal::kNone);
  CHECK_EQ(program.size(), 1u);
  CHECK_EQ(program[0].code, BPF_RET | BPF_K);
  CHECK_EQ(program[0].k, 96u);
}

TEST(af_packet_a_filter_is_left_as_it_is) {
  const BpfProgram filter = {BPF_STMT(BPF_RET | BPF_K, 64)};
  CHECK_EQ(KernelProgram(filter, 64, OutgoingRefusal::kNone).size(), 1u);
}

TEST(af_packet_outgoing_packets_are_refused_before_the_filter) {
  const BpfProgram program = KernelProgram({BPF_STMT(BPF_RET | BPF_K, 64)}, 64, OutgoingRefusal::kAll);
  CHECK_EQ(program.size(), 4u);
  CHECK_EQ(program[2].k, 0u);
  CHECK_EQ(program[3].k, 64u);
}

TEST(af_packet_outgoing_packets_of_loopback_alone_are_refused_where_others_are_wanted) {
  const BpfProgram program = KernelProgram({}, kMaxSnaplen, OutgoingRefusal::kOnLoopback);
  CHECK(IsLoadable(program));
  const auto kept = [&program](uint8_t packet_type, uint16_t hardware_type) {
    KernelPacket packet;
    packet.packet_type = packet_type;
    packet.hardware_type = hardware_type;
    return RunKernelProgram(program, packet);
  };
  CHECK_EQ(kept(PACKET_OUTGOING, ARPHRD_LOOPBACK), 0u);
  CHECK_EQ(kept(PACKET_HOST, ARPHRD_LOOPBACK), kMaxSnaplen);
  CHECK_EQ(kept(PACKET_OUTGOING, ARPHRD_ETHER), kMaxSnaplen);
}

TEST(af_packet_link_types_of_devices) {
  CHECK_EQ(LinkTypeOfDevice(1), 1);                  // ARPHRD_ETHER
  CHECK_EQ(LinkTypeOfDevice(772), 1);                // ARPHRD_LOOPBACK
  CHECK_EQ(LinkTypeOfDevice(0xfffe), 101);           // ARPHRD_NONE, tun
  CHECK_EQ(LinkTypeOfDevice(519), 101);              // ARPHRD_RAWIP
  CHECK_EQ(LinkTypeOfDevice(512), 101);              // ARPHRD_PPP
  CHECK_EQ(LinkTypeOfDevice(803), 127);              // ARPHRD_IEEE80211_RADIOTAP
  CHECK_EQ(LinkTypeOfDevice(32), kLinkTypeUnknown);  // ARPHRD_INFINIBAND
}
