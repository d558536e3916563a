// Filter programs for cooked packets, whose header the kernel does not have.
#include <algorithm>

#include "check.h"
#include "cooked_header.h"
#include "cooked_packets.h"
#include "filter/compile.h"
#include "filter/kernel_filter.h"
#include "filter/packet_filter.h"
#include "filter_bpf_machine.h"
#include "filter_expressions.h"
#include "filter_frames.h"

namespace fandump::test {
namespace {

constexpr uint32_t kSnaplen = 96;
constexpr uint16_t kEthernetHardware = 1;

// A packet as a cooked socket's program sees it, and with its header.
struct Sample {
  KernelPacket kernel;
  std::vector<uint8_t> wire;
};

Sample MakeSample(FrameMaker& frames, uint16_t link_type) {
  const std::vector<uint8_t> frame = frames.Frame();
  Sample sample;
  sample.kernel.protocol = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
  sample.kernel.packet_type = static_cast<uint8_t>(frames.Below(5));
  sample.kernel.hardware_type = kEthernetHardware;
  sample.kernel.interface_index = 1 + frames.Below(3);
  sample.kernel.bytes.assign(frame.begin() + 14, frame.end());
  sample.wire = CookedHeaderOf(sample.kernel, link_type);
  sample.wire.insert(sample.wire.end(), sample.kernel.bytes.begin(), sample.kernel.bytes.end());
  return sample;
}

// Bytes kept of header and packet after the socket's program and, where it asks for it, the second look; 0: refused.
uint32_t Kept(const KernelFilter& filter, PacketFilter& recheck, Sample& sample, uint16_t link_type) {
  const uint32_t kept = RunKernelProgram(filter.program, sample.kernel);
  if (kept == 0) return 0;
  PacketView packet;
  packet.data = sample.wire.data();
  packet.link_type = link_type;
  packet.len = static_cast<uint32_t>(sample.wire.size());
  packet.caplen = std::min(packet.len, CookedHeaderLength(link_type) + kept);
  if (filter.recheck_all && recheck.Apply(&packet, 1) == 0) return 0;
  return std::min(packet.caplen, kSnaplen);
}

// false: libpcap does not know what the expression would mean for the link type.
bool Compiles(const char* expression, uint16_t link_type) {
  try {
    CompileFilter(expression, link_type, kSnaplen, true);
    return true;
  } catch (const CaptureError&) {
    return false;
  }
}

bool CheckExpression(const char* expression, uint16_t link_type, bool optimize, FrameMaker& frames, int rounds) {
  if (!Compiles(expression, link_type)) return false;
  const BpfProgram original = CompileFilter(expression, link_type, kSnaplen, optimize);
  const KernelFilter filter = BuildKernelFilter(expression, link_type, kSnaplen, optimize, DirectionChoice::kInOut);
  PacketFilter recheck(expression, kSnaplen, optimize);
  CHECK(IsLoadable(filter.program));
  int wrong = 0;
  for (int round = 0; round < rounds; round++) {
    Sample sample = MakeSample(frames, link_type);
    const uint32_t expected = std::min(RunOnBytes(original, sample.wire), static_cast<uint32_t>(sample.wire.size()));
    if (Kept(filter, recheck, sample, link_type) != expected) wrong++;
  }
  if (wrong == 0) return true;
  Fail(__FILE__, __LINE__, std::string(expression) + ": judged wrongly " + std::to_string(wrong) + " times");
  return true;
}

KernelFilter Build(const char* expression, uint16_t link_type) {
  return BuildKernelFilter(expression, link_type, kSnaplen, true, DirectionChoice::kInOut);
}

}  // namespace

TEST(cooked_filters_judge_the_packet_behind_the_header_as_they_would_judge_both) {
  for (const uint16_t link_type : {kLinkTypeLinuxSll, kLinkTypeLinuxSll2}) {
    FrameMaker frames(link_type);
    int checked = 0;
    for (const char* expression : kUsualExpressions) {
      if (CheckExpression(expression, link_type, true, frames, 300)) checked++;
      CheckExpression(expression, link_type, false, frames, 100);
    }
    CHECK(checked > 100);
  }
}

TEST(cooked_filters_read_the_fields_of_the_header_from_the_kernel) {
  FrameMaker frames(1);
  for (const char* expression :
       {"inbound", "outbound", "ifindex 2", "link[0:2] = 0x0800", "link[1] = 6", "link[0] = 8", "link[4:4] = 3",
        "link[6:2] = 1", "link[7] > 1", "link[8:2] = 1", "link[10] = 4", "link[9] = 1"}) {
    CHECK(CheckExpression(expression, kLinkTypeLinuxSll2, true, frames, 500));
    if (Build(expression, kLinkTypeLinuxSll2).recheck_all) {
      Fail(__FILE__, __LINE__, std::string(expression) + ": asks for a second look");
    }
  }
  for (const char* expression : {"inbound", "outbound", "link[0:2] = 4", "link[1] = 0", "link[2:2] = 1",
                                 "link[14:2] = 0x0800", "link[15] = 6"}) {
    CHECK(CheckExpression(expression, kLinkTypeLinuxSll, true, frames, 500));
    CHECK(!Build(expression, kLinkTypeLinuxSll).recheck_all);
  }
}

TEST(cooked_filters_of_what_the_kernel_does_not_tell_are_judged_in_userspace) {
  FrameMaker frames(2);
  for (const char* expression :
       {"link[12:4] = 0x02000000", "link[11] = 6", "link[0:4] = 0x08000000", "link[link[11]] = 0"}) {
    CHECK(CheckExpression(expression, kLinkTypeLinuxSll2, true, frames, 500));
    CHECK(Build(expression, kLinkTypeLinuxSll2).recheck_all);
  }
}

TEST(cooked_filters_leave_room_for_the_header_in_the_snaplen) {
  const auto kept = [](uint16_t link_type, uint32_t snaplen) {
    KernelPacket packet;
    packet.bytes.resize(200);
    const KernelFilter filter = BuildKernelFilter("", link_type, snaplen, true, DirectionChoice::kInOut);
    return RunKernelProgram(filter.program, packet);
  };
  CHECK_EQ(kept(kLinkTypeLinuxSll2, 96), 76U);
  CHECK_EQ(kept(kLinkTypeLinuxSll, 96), 80U);
  // 0 would refuse the packet.
  CHECK_EQ(kept(kLinkTypeLinuxSll2, 20), 1U);
  CHECK_EQ(kept(kLinkTypeLinuxSll2, 1), 1U);
}

TEST(cooked_filters_hold_together_with_a_direction) {
  KernelPacket packet;
  packet.protocol = 0x0800;
  packet.bytes.resize(40);
  for (const char* expression : {"ip", "link[11] = 6"}) {
    const KernelFilter out = BuildKernelFilter(expression, kLinkTypeLinuxSll2, kSnaplen, true, DirectionChoice::kOut);
    packet.packet_type = kDirectionOutgoing;
    CHECK(RunKernelProgram(out.program, packet) > 0);
    packet.packet_type = kDirectionHost;
    CHECK_EQ(RunKernelProgram(out.program, packet), 0U);
  }
}

}  // namespace fandump::test
