#include "host/kernel_probes.h"

#include <arpa/inet.h>
#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <netinet/udp.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>

#include "owned_fd.h"

namespace fandump {

namespace {

// linux/if_packet.h has it since Linux 4.20, linux/udp.h UDP_GRO since 5.0.
constexpr int kIgnoreOutgoing = 23;
constexpr int kUdpGro = 104;

template <typename Value>
int TrySetting(int fd, int level, int option, const Value& value) {
  return setsockopt(fd, level, option, &value, sizeof value) == 0 ? 0 : errno;
}

// Returns what the program returns for every packet: nothing is let through, or member 0 is chosen.
std::array<sock_filter, 1> ReturnZero() { return {{{BPF_RET | BPF_K, 0, 0, 0}}}; }

// A socket may join unbound when it has a protocol; frames of this one, kept for local experiments by IEEE 802, never
// come. UNIQUEID makes a group that nobody else is in.
int TryFanout(int mode) {
  const OwnedFd fd(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, htons(ETH_P_802_EX1)));
  if (!fd) return errno;
  const int group = (mode | PACKET_FANOUT_FLAG_UNIQUEID) << 16;
  const int error = TrySetting(fd.get(), SOL_PACKET, PACKET_FANOUT, group);
  if (error != 0 || mode != PACKET_FANOUT_CBPF) return error;
  auto code = ReturnZero();
  const sock_fprog program{code.size(), code.data()};
  return TrySetting(fd.get(), SOL_PACKET, PACKET_FANOUT_DATA, program);
}

void ProbePacketSockets(std::vector<KernelProbe>& probes) {
  const OwnedFd fd(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0));
  const int refused = fd ? 0 : errno;
  const auto setting = [&](const char* name, int option, int value) {
    probes.push_back({name, fd ? TrySetting(fd.get(), SOL_PACKET, option, value) : refused});
  };
  probes.push_back({"packet_socket", refused});
  setting("tpacket_v3", PACKET_VERSION, TPACKET_V3);
  setting("ignore_outgoing", kIgnoreOutgoing, 1);
  constexpr std::array<std::pair<const char*, int>, 7> kModes = {{
      {"fanout_hash", PACKET_FANOUT_HASH},
      {"fanout_lb", PACKET_FANOUT_LB},
      {"fanout_cpu", PACKET_FANOUT_CPU},
      {"fanout_rollover", PACKET_FANOUT_ROLLOVER},
      {"fanout_rnd", PACKET_FANOUT_RND},
      {"fanout_qm", PACKET_FANOUT_QM},
      {"fanout_cbpf", PACKET_FANOUT_CBPF},
  }};
  for (const auto& [name, mode] : kModes) probes.push_back({name, fd ? TryFanout(mode) : refused});
}

void ProbeUdpSockets(std::vector<KernelProbe>& probes) {
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  const int refused = fd ? 0 : errno;
  probes.push_back({"udp_gro", fd ? TrySetting(fd.get(), IPPROTO_UDP, kUdpGro, 1) : refused});
  auto code = ReturnZero();
  const sock_fprog program{code.size(), code.data()};
  int error = fd ? TrySetting(fd.get(), SOL_SOCKET, SO_REUSEPORT, 1) : refused;
  if (error == 0) error = TrySetting(fd.get(), SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, program);
  probes.push_back({"reuseport_cbpf", error});
}

int TryIoUring() {
  io_uring_params parameters{};
  const OwnedFd fd(static_cast<int>(syscall(SYS_io_uring_setup, 1, &parameters)));
  return fd ? 0 : errno;
}

// Loads the smallest XDP program there is (r0 = XDP_PASS; exit), and attaches it to nothing.
int TryBpf() {
  const std::array<bpf_insn, 2> code = {{
      {BPF_ALU64 | BPF_MOV | BPF_K, 0, 0, 0, XDP_PASS},
      {BPF_JMP | BPF_EXIT, 0, 0, 0, 0},
  }};
  static constexpr char kLicense[] = "GPL";
  bpf_attr attributes{};
  attributes.prog_type = BPF_PROG_TYPE_XDP;
  attributes.insn_cnt = code.size();
  attributes.insns = reinterpret_cast<uint64_t>(code.data());
  attributes.license = reinterpret_cast<uint64_t>(kLicense);
  const OwnedFd fd(static_cast<int>(syscall(SYS_bpf, BPF_PROG_LOAD, &attributes, sizeof attributes)));
  return fd ? 0 : errno;
}

}  // namespace

std::vector<KernelProbe> ProbeKernel() {
  std::vector<KernelProbe> probes;
  ProbePacketSockets(probes);
  ProbeUdpSockets(probes);
  probes.push_back({"io_uring", TryIoUring()});
  probes.push_back({"bpf", TryBpf()});
  return probes;
}

int64_t ProbeReceiveBuffer(uint32_t asked) {
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!fd) return -1;
  const int bytes = static_cast<int>(asked);
  // Without CAP_NET_ADMIN the second is refused and the first one's value stays, cut to net.core.rmem_max.
  setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes);
  int doubled = 0;
  socklen_t length = sizeof doubled;
  if (getsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &doubled, &length) != 0) return -1;
  return doubled / 2;
}

}  // namespace fandump
