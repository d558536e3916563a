// Probes of the kernel, sockets of a port, and reading attributes from hostile bytes.
#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

#include "fanout/fanout_members.h"
#include "host/clock.h"
#include "host/kernel_probes.h"
#include "host/udp_sockets.h"
#include "netlink.h"
#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

int ErrorOf(const std::vector<KernelProbe>& probes, const std::string& name) {
  const auto found = std::find_if(probes.begin(), probes.end(), [&](const KernelProbe& it) { return it.name == name; });
  return found == probes.end() ? -1 : found->error;
}

OwnedFd ListenOnPort(uint16_t port) {
  OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
  return fd;
}

}  // namespace

TEST(host_probes_work_with_rights_and_leave_no_fanout_group) {
  InNamespace([] {
    const auto probes = ProbeKernel();
    for (const char* name :
         {"packet_socket", "tpacket_v3", "fanout_hash", "fanout_qm", "fanout_cbpf", "reuseport_cbpf"}) {
      if (ErrorOf(probes, name) != 0) Fail(__FILE__, __LINE__, std::string(name) + " is refused");
    }
    const auto members = ReadFanoutMembers();
    CHECK(members && members->empty());
  });
}

TEST(host_probes_of_packet_sockets_are_refused_without_the_right) {
  const pid_t child = fork();
  if (child == 0) {
    if (unshare(CLONE_NEWUSER) != 0) _exit(77);
    const auto probes = ProbeKernel();
    _exit(ErrorOf(probes, "packet_socket") == EPERM && ErrorOf(probes, "fanout_lb") == EPERM ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) Skip("no user namespace");
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST(host_receive_buffer_without_rights_ends_at_rmem_max) {
  InNamespace([] {
    // Root of a user namespace has no CAP_NET_ADMIN over the host, so the limit holds.
    constexpr uint32_t kLarge = 1u << 30;
    const int64_t given = ProbeReceiveBuffer(kLarge);
    CHECK(given > 0 && given < kLarge);
    CHECK(ProbeReceiveBuffer(8192) >= 8192);
  });
}

TEST(host_listener_of_a_port_is_found_with_address_and_user) {
  InNamespace([] {
    const auto before = ReadUdpListeners(4789);
    CHECK(before && before->empty());
    const OwnedFd fd = ListenOnPort(4789);
    const auto listeners = ReadUdpListeners(4789);
    CHECK(listeners && listeners->size() == 1);
    if (!listeners || listeners->empty()) return;
    CHECK_EQ(listeners->front().address, std::string("127.0.0.1"));
    CHECK_EQ(listeners->front().uid, 0u);
    CHECK(listeners->front().inode != 0);
    CHECK_EQ(listeners->front().drops, 0u);
    const auto other = ReadUdpListeners(4790);
    CHECK(other && other->empty());
  });
}

TEST(host_clock_can_be_read_without_rights) {
  const ClockState state = ReadClockState();
  CHECK(state.max_error_us >= 0);
}

TEST(host_attributes_end_at_the_first_that_does_not_fit) {
  // Attribute 1 with four bytes, then a header that claims more than is there.
  const uint8_t bytes[] = {8, 0, 1, 0, 0x2a, 0, 0, 0, 200, 0, 2, 0};
  for (size_t length = 0; length <= sizeof bytes; length++) {
    int seen = 0;
    const Bytes exact(bytes, bytes + length);
    ForEachAttribute(exact.data(), exact.size(), [&seen](const NetlinkAttribute& attribute) {
      seen++;
      CHECK_EQ(attribute.type, 1);
      CHECK_EQ(attribute.Number(), 42u);
    });
    CHECK_EQ(seen, length >= 8 ? 1 : 0);
  }
  const uint8_t too_short[] = {3, 0, 1, 0};
  ForEachAttribute(too_short, sizeof too_short, [](const NetlinkAttribute&) { CHECK(false); });
}

TEST(host_netlink_hands_on_the_errno_with_which_a_dump_ends) {
  const auto end_with = [](int32_t result) {
    NetlinkRequest<int32_t> done(NLMSG_DONE, NLM_F_MULTI);
    done.body = result;
    int error = 0;
    CHECK(TakeNetlinkMessage(
              done.header, [](const nlmsghdr&) { CHECK(false); }, error) == NetlinkProgress::kEnd);
    return error;
  };
  CHECK_EQ(end_with(-ENOENT), ENOENT);
  CHECK_EQ(end_with(0), 0);
  NetlinkRequest<int32_t> bare(NLMSG_DONE, NLM_F_MULTI);
  bare.header.nlmsg_len = NLMSG_HDRLEN;
  bare.body = -ENOENT;
  int error = 0;
  CHECK(TakeNetlinkMessage(
            bare.header, [](const nlmsghdr&) { CHECK(false); }, error) == NetlinkProgress::kEnd);
  CHECK_EQ(error, 0);
}

TEST(host_netlink_hands_on_the_errno_of_a_refusal) {
  struct {
    nlmsghdr header;
    char body[4];
  } request{};
  request.header.nlmsg_len = sizeof request;
  request.header.nlmsg_type = 0x7fff;
  CHECK(AskNetlink(NETLINK_ROUTE, &request.header, [](const nlmsghdr&) {}) != 0);
  CHECK_EQ(AskNetlink(12345, &request.header, [](const nlmsghdr&) {}), EPROTONOSUPPORT);
}
