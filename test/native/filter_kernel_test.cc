// The socket's program for expressions without `vlan`, for directions, and at the kernel's limits.
#include <sys/socket.h>
#include <unistd.h>

#include "bpf/bpf_codes.h"
#include "check.h"
#include "filter/compile.h"
#include "filter/kernel_filter.h"
#include "filter_bpf_machine.h"
#include "filter_frames.h"

namespace fandump::test {
namespace {

std::string ErrorOf(const std::string& expression) {
  try {
    BuildKernelFilter(expression, kLinkTypeEthernet, kMaxSnaplen, true, DirectionChoice::kInOut);
  } catch (const CaptureError& error) {
    CHECK_EQ(error.code(), std::string("EFILTER"));
    return error.what();
  }
  return "";
}

KernelFilter Build(const std::string& expression, DirectionChoice direction, uint32_t snaplen = kMaxSnaplen) {
  return BuildKernelFilter(expression, kLinkTypeEthernet, snaplen, true, direction);
}

}  // namespace

TEST(nothing_is_attached_when_everything_is_wanted) { CHECK(Build("", DirectionChoice::kInOut).program.empty()); }

TEST(a_snaplen_alone_is_a_program_that_returns_it) {
  const KernelFilter filter = Build("", DirectionChoice::kInOut, 68);
  CHECK_EQ(filter.program.size(), size_t{1});
  CHECK_EQ(RunKernelProgram(filter.program, {}), 68U);
}

TEST(a_direction_alone_looks_at_the_packet_type) {
  KernelPacket packet;
  packet.bytes.resize(60);
  for (uint8_t type = kDirectionHost; type <= kDirectionOutgoing; type++) {
    packet.packet_type = type;
    const bool outgoing = type == kDirectionOutgoing;
    CHECK_EQ(RunKernelProgram(Build("", DirectionChoice::kIn).program, packet), outgoing ? 0 : kMaxSnaplen);
    CHECK_EQ(RunKernelProgram(Build("", DirectionChoice::kOut).program, packet), outgoing ? kMaxSnaplen : 0);
  }
}

TEST(without_the_word_vlan_tagged_frames_match_by_the_bytes_that_are_left) {
  const KernelFilter filter = Build("tcp port 80", DirectionChoice::kInOut);
  CHECK(!filter.recheck_restored_tags);
  const BpfProgram original = CompileFilter("tcp port 80", kLinkTypeEthernet, kMaxSnaplen, true);
  FrameMaker frames(5);
  int matched = 0;
  for (int round = 0; round < 5000; round++) {
    KernelPacket packet;
    packet.bytes = frames.Frame();
    packet.has_tag = frames.Below(2) == 0;
    packet.tpid = 0x8100;
    packet.tci = frames.Tci();
    const uint32_t kept = RunKernelProgram(filter.program, packet);
    CHECK_EQ(kept, RunOnBytes(original, packet.bytes));
    if (kept > 0 && packet.has_tag) matched++;
  }
  CHECK(matched > 0);
}

TEST(vlan_counts_as_a_word_of_its_own_only) {
  CHECK(Build("(vlan)", DirectionChoice::kInOut).program.size() >
        Build("ether proto 0x8100", DirectionChoice::kInOut).program.size());
  CHECK(Build("not(vlan 3)&&tcp", DirectionChoice::kInOut).program.at(0).k == bpf::kTagPresentAt);
}

TEST(a_bad_expression_is_refused_in_the_words_of_libpcap) {
  CHECK_EQ(ErrorOf("tcp port"), std::string("can't parse filter expression: syntax error"));
  CHECK_EQ(ErrorOf("tcp and udp"), std::string("expression rejects all packets"));
  CHECK(!ErrorOf("vlan 5000").empty());
}

// libpcap would take what stands before it alone.
TEST(an_expression_with_a_zero_byte_is_refused) {
  CHECK_EQ(ErrorOf(std::string("tcp\0 or udp", 11)), std::string("the filter has a zero byte in it"));
}

// Not optimised: libpcap's optimiser takes minutes for expressions of this length.
TEST(a_program_longer_than_the_kernel_takes_is_refused) {
  std::string expression = "ip6 host 2001:db8::";
  for (int host = 1; host <= 300; host++) expression += " or ip6 host 2001:db8::" + std::to_string(host);
  std::string message;
  try {
    BuildKernelFilter(expression, kLinkTypeEthernet, kMaxSnaplen, false, DirectionChoice::kInOut);
  } catch (const CaptureError& error) {
    message = error.what();
  }
  CHECK(message.find("instructions, more than the kernel takes (4096)") != std::string::npos);
}

TEST(the_kernel_takes_the_programs) {
  const int fd = socket(AF_INET, SOCK_DGRAM, 0);
  for (const char* expression :
       {"vlan 13", "vlan 10 and vlan 20", "tcp port 80 or (vlan and tcp port 80)", "vlan and ether[14] & 0xe0 == 0x20",
        "outbound and vlan and len > 100", "vlan and tcp[(tcp[12] & 0xf0) >> 2] == 0"}) {
    for (const bool optimize : {true, false}) {
      BpfProgram program = BuildKernelFilter(expression, kLinkTypeEthernet, 96, optimize, DirectionChoice::kIn).program;
      const sock_fprog attached{static_cast<unsigned short>(program.size()), program.data()};
      CHECK_EQ(setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &attached, sizeof attached), 0);
    }
  }
  close(fd);
}

}  // namespace fandump::test
