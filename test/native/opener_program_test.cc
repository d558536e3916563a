#include <arpa/inet.h>
#include <grp.h>
#include <linux/if_ether.h>

#include "opener_runner.h"
#include "sink_testbed.h"

using namespace fandump;
using namespace fandump::test;
using opener::Request;
using opener::Status;

namespace {

int TypeOf(int fd) {
  int type = 0;
  socklen_t length = sizeof type;
  getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length);
  return type;
}

sockaddr_ll AddressOf(int fd) {
  sockaddr_ll address{};
  socklen_t length = sizeof address;
  getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length);
  return address;
}

int BindTo(int fd, const char* interface, uint16_t protocol) {
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(protocol);
  address.sll_ifindex = static_cast<int>(if_nametoindex(interface));
  return bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

}  // namespace

TEST(opener_program_gives_an_unbound_socket_of_the_type_asked_for) {
  InNamespace([] {
    for (const int type : {SOCK_RAW, SOCK_DGRAM}) {
      Request request = RequestFor("lo");
      request.type = static_cast<uint32_t>(type);
      const OpenerRun run = RunOpener(request);
      CHECK(run.Exited(0));
      CHECK(run.Said(Status::kGiven));
      CHECK_EQ(TypeOf(run.fd.get()), type);
      CHECK_EQ(AddressOf(run.fd.get()).sll_protocol, 0);
      CHECK_EQ(AddressOf(run.fd.get()).sll_ifindex, 0);
    }
  });
}

TEST(opener_program_refuses_what_is_not_a_request_of_its_version) {
  InNamespace([] {
    Request other_version = RequestFor("lo");
    other_version.magic++;
    Request other_type = RequestFor("lo");
    other_type.type = SOCK_STREAM;
    Request type_with_flags = RequestFor("lo");
    type_with_flags.type |= SOCK_NONBLOCK;
    Request endless_name = RequestFor("lo");
    std::memset(endless_name.interface, 'x', sizeof endless_name.interface);
    for (const Request& request : {other_version, other_type, type_with_flags, endless_name, RequestFor("")}) {
      const OpenerRun run = RunOpener(request);
      CHECK(run.Said(Status::kBadRequest));
      CHECK(!run.fd);
    }
  });
}

TEST(opener_program_ends_without_a_word_when_the_request_has_another_length_or_is_missing) {
  InNamespace([] {
    const std::string bytes(sizeof(Request) + 1, 'x');
    for (const size_t length : {size_t{0}, size_t{1}, sizeof(Request) - 1, sizeof(Request) + 1}) {
      const OpenerRun run = RunOpener(bytes.data(), length);
      CHECK(run.Exited(2));
      CHECK(!run.reply);
    }
  });
}

TEST(opener_program_takes_no_argument) {
  InNamespace([] {
    OpenerConditions conditions;
    for (const char* argument : {"--help", "", "eth0"}) {
      conditions.arguments = {"fandump-opener", argument};
      CHECK(RunOpener(RequestFor("lo"), conditions).Exited(2));
    }
    conditions.arguments = {};
    const OpenerRun run = RunOpener(RequestFor("lo"), conditions);
    // Kernels since 5.18 put an empty name where there is none.
    CHECK(run.Exited(2) || run.Said(Status::kGiven));
  });
}

TEST(opener_program_without_the_capability_says_so) {
  SkipUnderThreadSanitizer();
  InNamespace([] {
    OpenerConditions conditions;
    // A user namespace of its own has no right over the network namespace.
    conditions.before_exec = [] {
      if (unshare(CLONE_NEWUSER) != 0) _exit(127);
    };
    const OpenerRun run = RunOpener(RequestFor("lo"), conditions);
    CHECK(run.Said(Status::kSocketRefused));
    CHECK_EQ(run.reply->error, EPERM);
    CHECK(!run.fd);
  });
}

TEST(opener_program_under_a_policy_binds_for_good_and_the_holder_can_still_make_ring_filter_and_promiscuous_mode) {
  InNamespace([] {
    MakeVeth("v1", "v2");
    UsePolicy("root v1\n");
    const OpenerRun run = RunOpener(RequestFor("v1"));
    CHECK(run.Said(Status::kGivenBound));
    const int fd = run.fd.get();
    CHECK_EQ(AddressOf(fd).sll_ifindex, static_cast<int>(if_nametoindex("v1")));
    for (const char* interface : {"v2", "lo", "v1", "none: all"}) {
      CHECK_EQ(BindTo(fd, interface, ETH_P_ALL), -1);
      CHECK_EQ(BindTo(fd, interface, 0), -1);
    }
    const int version = TPACKET_V3;
    CHECK_EQ(setsockopt(fd, SOL_PACKET, PACKET_VERSION, &version, sizeof version), 0);
    tpacket_req3 ring{};
    ring.tp_block_size = 1 << 16;
    ring.tp_block_nr = 4;
    ring.tp_frame_size = 2048;
    ring.tp_frame_nr = ring.tp_block_size / ring.tp_frame_size * ring.tp_block_nr;
    CHECK_EQ(setsockopt(fd, SOL_PACKET, PACKET_RX_RING, &ring, sizeof ring), 0);
    CHECK_EQ(BindTo(fd, "v2", ETH_P_ALL), -1);
    packet_mreq membership{};
    membership.mr_ifindex = static_cast<int>(if_nametoindex("v1"));
    membership.mr_type = PACKET_MR_PROMISC;
    CHECK_EQ(setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &membership, sizeof membership), 0);
  });
}

TEST(opener_program_under_a_policy_puts_each_socket_that_asks_for_no_group_into_one_of_its_own) {
  InNamespace([] {
    UsePolicy("root lo\n");
    const auto group = [](const OpenerRun& run) {
      uint32_t joined = 0;
      socklen_t length = sizeof joined;
      CHECK_EQ(getsockopt(run.fd.get(), SOL_PACKET, PACKET_FANOUT, &joined, &length), 0);
      return joined & 0xffff;
    };
    const OpenerRun one = RunOpener(RequestFor("lo"));
    const OpenerRun other = RunOpener(RequestFor("lo"));
    CHECK(group(one) != group(other));
  });
}

TEST(opener_program_under_a_policy_knows_its_caller_by_each_of_his_groups) {
  NeedOtherUser();
  const auto body = [] {
    UsePolicy("others lo\n", "others:x:7:\n");
    const auto said = [](std::vector<gid_t> groups) {
      OpenerConditions conditions;
      conditions.before_exec = [groups] {
        if (setgroups(groups.size(), groups.data()) != 0) _exit(127);
      };
      return RunOpener(RequestFor("lo"), conditions).reply->status;
    };
    CHECK(said({7}) == Status::kGivenBound);
    CHECK(said({8, 7}) == Status::kGivenBound);
    CHECK(said({8}) == Status::kForbidden);
  };
  InNamespace(body, Rights::kHosts);
}

TEST(opener_program_looks_for_no_name_in_a_group_file_that_it_cannot_read_whole) {
  InNamespace([] {
    UsePolicy("others lo\n", "others:x:0:\n" + std::string(1 << 20, '#'));
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kForbidden));
  });
}

TEST(opener_program_trusts_no_policy_of_another_than_root) {
  NeedOtherUser();
  const auto body = [] {
    UsePolicy("* *\n");
    CHECK_EQ(chown(opener::kPolicyPath, 1, 0), 0);
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kPolicyUnsafe));
  };
  InNamespace(body, Rights::kHosts);
}

TEST(opener_program_under_a_policy_joins_the_group_asked_for) {
  InNamespace([] {
    MakeVeth("v1", "v2");
    UsePolicy("0 v1\n");
    Request request = RequestFor("v1");
    request.fanout = PACKET_FANOUT_LB << 16 | 77;
    const OpenerRun run = RunOpener(request);
    CHECK(run.Said(Status::kGivenBound));
    uint32_t joined = 0;
    socklen_t length = sizeof joined;
    CHECK_EQ(getsockopt(run.fd.get(), SOL_PACKET, PACKET_FANOUT, &joined, &length), 0);
    CHECK_EQ(joined, static_cast<uint32_t>(PACKET_FANOUT_LB << 16 | 77));
    request.fanout = PACKET_FANOUT_HASH << 16 | 77;
    CHECK(RunOpener(request).Said(Status::kFanoutRefused));
  });
}

TEST(opener_program_under_a_policy_refuses_other_interfaces_and_other_groups) {
  InNamespace([] {
    UsePolicy("root v1\nothers lo\n7 lo\n", "root:x:0:\nothers:x:7:root\n");
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kForbidden));
    CHECK(RunOpener(RequestFor("v1")).Said(Status::kInterfaceRefused));
    CHECK(RunOpener(RequestFor("v1:x")).Said(Status::kForbidden));
  });
}

TEST(opener_program_gives_an_unbound_socket_where_the_policy_names_every_interface) {
  InNamespace([] {
    UsePolicy("root *\n");
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kGiven));
  });
}

TEST(opener_program_trusts_no_policy_that_others_can_write_and_none_that_it_cannot_read) {
  InNamespace([] {
    for (const mode_t mode : {0664, 0646, 0666}) {
      UsePolicy("* *\n", "", mode);
      CHECK(RunOpener(RequestFor("lo")).Said(Status::kPolicyUnsafe));
    }
    UsePolicy("* *\n* * *\n");
    const OpenerRun malformed = RunOpener(RequestFor("lo"));
    CHECK(malformed.Said(Status::kPolicyMalformed));
    CHECK_EQ(malformed.reply->line, 2u);
    UsePolicy(std::string(opener::kPolicyMaxBytes + 1, '\n'));
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kPolicyUnreadable));
    UsePolicy("");
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kForbidden));
    unlink(opener::kPolicyPath);
    CHECK_EQ(symlink("/etc/group", opener::kPolicyPath), 0);
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kPolicyUnreadable));
    unlink(opener::kPolicyPath);
    CHECK_EQ(mkdir(opener::kPolicyPath, 0755), 0);
    CHECK(RunOpener(RequestFor("lo")).Said(Status::kPolicyUnsafe));
  });
}
