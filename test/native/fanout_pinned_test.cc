// Steering programs that others have pinned in a BPF file system.
#include <arpa/inet.h>
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include "fanout/fanout.h"
#include "fanout/steering_program.h"
#include "packet_testbed.h"
#include "xdp/ebpf_assembler.h"

namespace fandump::test {

namespace {

constexpr char kFolder[] = "/mnt";
constexpr char kProgram[] = "/mnt/steer";
constexpr int kMembers = 3;
constexpr uint32_t kChosen = 1;
constexpr uint32_t kPackets = 40;

long Bpf(bpf_cmd command, bpf_attr& attributes) { return syscall(SYS_bpf, command, &attributes, sizeof attributes); }

// A program of this type that returns kChosen, at kProgram.
void Pin(bpf_prog_type type) {
  if (mount("bpf", kFolder, "bpf", 0, nullptr) != 0) {
    throw CannotRun{std::string("no BPF file system can be mounted: ") + std::strerror(errno)};
  }
  EbpfAssembler code;
  code.Set(Register::k0, kChosen);
  code.Exit();
  const std::vector<bpf_insn> instructions = code.Finish();
  bpf_attr load{};
  load.prog_type = type;
  load.insns = reinterpret_cast<uint64_t>(instructions.data());
  load.insn_cnt = static_cast<uint32_t>(instructions.size());
  load.license = reinterpret_cast<uint64_t>("MIT");
  const OwnedFd program(static_cast<int>(Bpf(BPF_PROG_LOAD, load)));
  if (!program) throw CannotRun{std::string("no BPF program can be loaded: ") + std::strerror(errno)};
  bpf_attr pin{};
  pin.pathname = reinterpret_cast<uint64_t>(kProgram);
  pin.bpf_fd = static_cast<uint32_t>(program.get());
  CHECK_EQ(Bpf(BPF_OBJ_PIN, pin), 0L);
}

uint32_t PacketsOf(const OwnedFd& socket) {
  uint32_t count = 0;
  char bytes[2048];
  while (recv(socket.get(), bytes, sizeof bytes, MSG_DONTWAIT) > 0) count++;
  return count;
}

void CheckChosen(const std::vector<OwnedFd>& members) {
  for (uint32_t i = 0; i < kMembers; i++) CHECK_EQ(PacketsOf(members[i]), i == kChosen ? kPackets : 0u);
}

FanoutOptions GroupOn(const std::string& interface) {
  FanoutOptions group;
  group.mode = PACKET_FANOUT_EBPF;
  group.id = 5;
  group.interface = interface;
  group.interface_index = static_cast<int>(if_nametoindex(interface.c_str()));
  return group;
}

OwnedFd MemberOf(const FanoutOptions& group) {
  OwnedFd fd(OpenPacketSocket());
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = group.interface_index;
  if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
  JoinFanout(fd.get(), group);
  return fd;
}

}  // namespace

TEST(a_pinned_program_chooses_the_member_of_a_fanout_group) {
  InNamespace(
      [] {
        Pin(BPF_PROG_TYPE_SOCKET_FILTER);
        MakeVeth("va", "vb");
        const FanoutOptions group = GroupOn("vb");
        std::vector<OwnedFd> members;
        for (int i = 0; i < kMembers; i++) members.push_back(MemberOf(group));
        SetFanoutProgram(members[0].get(), {{}, kProgram}, "vb");
        FrameSender sender("va");
        for (uint32_t i = 0; i < kPackets; i++) sender.Send(UdpFrame(i, static_cast<uint16_t>(i)));
        CheckChosen(members);
      },
      Rights::kHosts);
}

TEST(a_pinned_program_chooses_the_socket_of_a_shared_port) {
  InNamespace(
      [] {
        Pin(BPF_PROG_TYPE_SOCKET_FILTER);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(4789);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto* const to = reinterpret_cast<const sockaddr*>(&address);
        std::vector<OwnedFd> members;
        for (int i = 0; i < kMembers; i++) {
          members.emplace_back(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
          const int on = 1;
          setsockopt(members.back().get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
          CHECK_EQ(bind(members.back().get(), to, sizeof address), 0);
        }
        SetReuseportProgram(members[0].get(), {{}, kProgram}, "udp::127.0.0.1:4789");
        for (uint32_t i = 0; i < kPackets; i++) {
          const OwnedFd sender(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
          CHECK_EQ(sendto(sender.get(), "x", 1, 0, to, sizeof address), ssize_t{1});
        }
        CheckChosen(members);
      },
      Rights::kHosts);
}

TEST(a_pinned_program_of_another_type_is_refused_with_the_type_that_is_wanted) {
  InNamespace(
      [] {
        Pin(BPF_PROG_TYPE_XDP);
        MakeVeth("va", "vb");
        const FanoutOptions group = GroupOn("vb");
        const OwnedFd member = MemberOf(group);
        CHECK_EQ(ErrorCodeOf([&member] {
                   SetFanoutProgram(member.get(), {{}, kProgram}, "vb");
                 }),
                 std::string("ESTEERING_REFUSED"));
      },
      Rights::kHosts);
}

}  // namespace fandump::test
