#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>

#include "fanout/fanout.h"
#include "fanout/fanout_errors.h"
#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

FanoutOptions Group(const std::string& interface, int id = 7) {
  FanoutOptions options;
  options.id = id;
  options.interface = interface;
  options.interface_index = static_cast<int>(if_nametoindex(interface.c_str()));
  return options;
}

OwnedFd BoundSocket(const std::string& interface, uint16_t protocol = ETH_P_ALL) {
  OwnedFd fd(OpenPacketSocket());
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(protocol);
  address.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
  if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
  return fd;
}

// Joins a fresh socket and expects the error; returns its message.
std::string Refused(const FanoutOptions& options, const std::string& code) {
  const OwnedFd fd = BoundSocket(options.interface);
  std::string message;
  CHECK_EQ(ErrorCodeOf([&] { JoinFanout(fd.get(), options); }, &message), code);
  return message;
}

}  // namespace

TEST(fanout_a_group_of_another_interface_is_named_with_it) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    MakeVeth("w0", "w1");
    const OwnedFd member = BoundSocket("w1");
    JoinFanout(member.get(), Group("w1"));
    const std::string message = Refused(Group("v1"), "EFANOUT_INTERFACE");
    CHECK(Contains(message, "fanout group 7 on v1") && Contains(message, "w1"));
  });
}

TEST(fanout_another_mode_is_named) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    FanoutOptions by_cpu = Group("v1");
    by_cpu.mode = PACKET_FANOUT_CPU;
    const OwnedFd member = BoundSocket("v1");
    JoinFanout(member.get(), by_cpu);
    CHECK(Contains(Refused(Group("v1"), "EFANOUT_MODE"), "share by cpu, not by hash"));
  });
}

TEST(fanout_other_flags_are_what_is_left) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    FanoutOptions with_defrag = Group("v1");
    with_defrag.defrag = true;
    const OwnedFd member = BoundSocket("v1");
    JoinFanout(member.get(), with_defrag);
    CHECK(Contains(Refused(Group("v1"), "EFANOUT_FLAGS"), "other flags than these: none"));
    FanoutOptions with_rollover = Group("v1");
    with_rollover.rollover = true;
    CHECK(Contains(Refused(with_rollover, "EFANOUT_FLAGS"), "rollover"));
  });
}

TEST(fanout_members_of_one_protocol_only_are_named) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    const OwnedFd member = BoundSocket("v1", ETH_P_IP);
    JoinFanout(member.get(), Group("v1"));
    CHECK(Contains(Refused(Group("v1"), "EFANOUT_PROTOCOL"), "0x0800"));
  });
}

TEST(fanout_the_257th_member_hears_that_the_group_is_full) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<OwnedFd> members;
    for (int i = 0; i < static_cast<int>(kMaxGroupSize); i++) {
      members.push_back(BoundSocket("v1"));
      CHECK_EQ(JoinFanout(members.back().get(), Group("v1")).members_before, i);
    }
    CHECK(Contains(Refused(Group("v1"), "EFANOUT_FULL"), "256 members"));
  });
}

TEST(fanout_a_second_join_of_one_socket_is_named) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    const OwnedFd member = BoundSocket("v1");
    JoinFanout(member.get(), Group("v1"));
    CHECK_EQ(ErrorCodeOf([&] { JoinFanout(member.get(), Group("v1", 8)); }), std::string("EFANOUT_ALREADY"));
  });
}

TEST(fanout_options_that_exclude_each_other_are_refused_before_the_kernel_is_asked) {
  FanoutOptions options;
  options.interface = "eth0";
  options.mode = PACKET_FANOUT_ROLLOVER;
  options.rollover = true;
  CHECK_EQ(ErrorCodeOf([&] { CheckFanoutOptions(options); }), std::string("EFANOUT_FLAGS"));
  options.mode = 8;
  CHECK_EQ(ErrorCodeOf([&] { CheckFanoutOptions(options); }), std::string("EFANOUT_MODE"));
  options.mode = 0;
  options.id = 65536;
  CHECK_EQ(ErrorCodeOf([&] { CheckFanoutOptions(options); }), std::string("EFANOUT_ID"));
}

TEST(fanout_errors_of_other_kernels_have_their_own_words) {
  FanoutOptions options;
  options.interface = "eth0";
  options.id = 7;
  const std::vector<FanoutMember> nobody;
  const auto code = [&](int error, bool up) { return ExplainFanoutFailure(options, error, nobody, up).code(); };
  CHECK_EQ(code(EINVAL, false), std::string("EFANOUT_DOWN"));
  CHECK_EQ(code(ENETDOWN, true), std::string("EFANOUT_DOWN"));
  CHECK_EQ(code(EINVAL, true), std::string("EFANOUT_UNKNOWN"));
  CHECK_EQ(code(EPERM, true), std::string("EFANOUT_REFUSED"));
  CHECK_EQ(code(ENOPROTOOPT, true), std::string("EFANOUT_UNKNOWN"));
  const CaptureError unseen = ExplainFanoutFailure(options, EINVAL, std::nullopt, true);
  CHECK_EQ(unseen.code(), std::string("EFANOUT_REFUSED"));
  CHECK(Contains(unseen.what(), "does not show which"));
}
