#include <fcntl.h>

#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

TEST(opener_gives_a_packet_socket_that_closes_on_exec_and_receives_nothing_yet) {
  InNamespace([] {
    const OwnedFd fd(OpenPacketSocket());
    CHECK((fcntl(fd.get(), F_GETFD) & FD_CLOEXEC) != 0);
    sockaddr_ll address{};
    socklen_t length = sizeof address;
    CHECK_EQ(getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &length), 0);
    CHECK_EQ(address.sll_family, AF_PACKET);
    CHECK_EQ(address.sll_protocol, 0);
  });
}

TEST(opener_gives_a_socket_without_link_headers_where_that_is_asked_for) {
  InNamespace([] {
    const OwnedFd fd(OpenPacketSocket(SOCK_DGRAM));
    int type = 0;
    socklen_t length = sizeof type;
    CHECK_EQ(getsockopt(fd.get(), SOL_SOCKET, SO_TYPE, &type, &length), 0);
    CHECK_EQ(type, SOCK_DGRAM);
  });
}

TEST(opener_without_the_right_names_the_capability_and_a_command_that_is_not_setcap_on_node) {
  const pid_t child = fork();
  if (child == 0) {
    // In a user namespace of its own the process has no right over the network namespace that it stays in.
    if (unshare(CLONE_NEWUSER) != 0) _exit(77);
    try {
      OpenPacketSocket();
    } catch (const CaptureError& error) {
      const std::string what = error.what();
      const bool good = error.code() == "EPERM_PACKET_SOCKET" && error.system_errno() == EPERM &&
                        Contains(what, "CAP_NET_RAW") && Contains(error.hint(), "sudo") &&
                        Contains(error.hint(), "--setcap") && !Contains(error.hint(), "cap_net_raw");
      _exit(good ? 0 : 1);
    }
    _exit(2);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) Skip("no user namespace");
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
