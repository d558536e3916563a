// Opening a udp source: what is refused and what the user is told, the receive buffer, sharing of a port.
#include "owned_fd.h"
#include "udp_loopback.h"

namespace fandump::test {

namespace {

bool Contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(udp_open_says_that_a_port_is_in_use_and_how_to_share_it) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  const auto holder = OpenUdp(options);
  const CaptureError error = OpenError(options);
  CHECK_EQ(error.code(), std::string("EADDRINUSE_UDP_PORT"));
  CHECK_EQ(error.system_errno(), EADDRINUSE);
  CHECK(Contains(error.what(), "UDP port " + std::to_string(options.port) + " is already in use"));
  CHECK(Contains(error.hint(), UdpSourceUri(options.address, options.port) + ":reuseport"));
  CHECK(Contains(error.hint(), "every member"));
}

TEST(udp_open_with_reuseport_is_refused_beside_a_socket_that_does_not_share) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  const auto holder = OpenUdp(options);
  options.reuse_port = true;
  const CaptureError error = OpenError(options);
  CHECK_EQ(error.code(), std::string("EADDRINUSE_UDP_PORT"));
  CHECK(Contains(error.what(), "does not share it"));
}

TEST(udp_open_without_reuseport_is_refused_beside_a_socket_that_shares) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.reuse_port = true;
  const auto holder = OpenUdp(options);
  options.reuse_port = false;
  CHECK_EQ(OpenError(options).code(), std::string("EADDRINUSE_UDP_PORT"));
}

TEST(udp_open_names_an_address_that_the_host_does_not_have) {
  const CaptureError error = OpenError(OptionsFor("192.0.2.1", FreePort()));
  CHECK_EQ(error.code(), std::string("EADDRNOTAVAIL_UDP_ADDRESS"));
  CHECK(Contains(error.what(), "192.0.2.1 is not an address of this host"));
  CHECK(Contains(error.hint(), "udp::0.0.0.0:"));
}

TEST(udp_open_refuses_text_that_is_no_address) {
  for (const char* address : {"localhost", "", "127.1", "::1%lo", "1.2.3.4.5", "[::1]"}) {
    CHECK_EQ(OpenError(OptionsFor(address, 4789)).code(), std::string("EINVAL_UDP_ADDRESS"));
  }
}

TEST(udp_open_explains_a_link_local_address) {
  const CaptureError error = OpenError(OptionsFor("fe80::1", FreePort()));
  if (error.code() == "EUDP_SOCKET") Skip("no IPv6");
  CHECK_EQ(error.code(), std::string("EINVAL_UDP_ADDRESS"));
  CHECK(Contains(error.what(), "link-local"));
  CHECK(Contains(error.hint(), "udp::[::]:"));
}

TEST(udp_open_says_which_ports_need_a_capability) {
  constexpr uint16_t kPort = 9;
  if (ReadSysctl("net/ipv4/ip_unprivileged_port_start", 1024) <= kPort) Skip("every port is open to everybody here");
  const std::string told = RunUnprivileged([] {
    const CaptureError error = OpenError(OptionsFor("127.0.0.1", kPort));
    return error.code() + "|" + error.what() + "|" + error.hint();
  });
  CHECK(Contains(told, "EACCES_UDP_PORT|"));
  CHECK(Contains(told, "CAP_NET_BIND_SERVICE"));
  CHECK(Contains(told, "sysctl -w net.ipv4.ip_unprivileged_port_start=9"));
}

TEST(udp_open_of_dual_stack_is_refused_beside_an_ipv4_socket_on_the_port) {
  const uint16_t port = FreePort();
  const auto holder = OpenUdp(OptionsFor("0.0.0.0", port));
  const CaptureError error = OpenError(OptionsFor("::", port));
  if (error.code() == "EUDP_SOCKET") Skip("no IPv6");
  CHECK_EQ(error.code(), std::string("EADDRINUSE_UDP_PORT"));
}

TEST(udp_receive_buffer_is_what_was_asked_for_where_the_kernel_allows_it) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.receive_buffer_size = 65536;
  int notices = 0;
  options.notice = [&notices](const Notice&) { notices++; };
  CHECK_EQ(OpenUdp(options)->receive_buffer(), 65536u);
  CHECK_EQ(notices, 0);
}

TEST(udp_receive_buffer_zero_leaves_the_kernels_default) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.receive_buffer_size = 0;
  const int plain = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  int doubled = 0;
  socklen_t length = sizeof doubled;
  getsockopt(plain, SOL_SOCKET, SO_RCVBUF, &doubled, &length);
  close(plain);
  CHECK_EQ(OpenUdp(options)->receive_buffer(), static_cast<uint32_t>(doubled / 2));
}

TEST(udp_receive_buffer_that_the_kernel_clamps_is_told_with_the_line_that_mends_it) {
  const int64_t limit = ReadSysctl("net/core/rmem_max", 212992);
  if (limit > 500000000) Skip("net.core.rmem_max allows everything");
  const uint32_t asked = static_cast<uint32_t>(limit) + 65536;
  const std::string told = RunUnprivileged([asked] {
    std::string notices;
    UdpOptions options = OptionsFor("127.0.0.1", FreePort());
    options.receive_buffer_size = asked;
    options.notice = [&notices](const Notice& notice) {
      notices += notice.code + "|" + notice.message + "|" + notice.hint;
    };
    const uint32_t given = OpenUdp(options)->receive_buffer();
    return std::to_string(given) + "|" + notices;
  });
  CHECK(told.starts_with(std::to_string(limit) + "|UDP_RECEIVE_BUFFER|"));
  CHECK(Contains(told, std::to_string(limit) + " of " + std::to_string(asked) + " bytes"));
  CHECK(told.ends_with("|sysctl -w net.core.rmem_max=" + std::to_string(asked)));
}

TEST(udp_receive_buffer_beyond_the_limit_is_given_to_who_administers_the_network) {
  const uint32_t asked = static_cast<uint32_t>(ReadSysctl("net/core/rmem_max", 212992)) + 65536;
  const OwnedFd plain(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (setsockopt(plain.get(), SOL_SOCKET, SO_RCVBUFFORCE, &asked, sizeof asked) != 0) Skip("not allowed to us");
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.receive_buffer_size = asked;
  CHECK_EQ(OpenUdp(options)->receive_buffer(), asked);
}

TEST(udp_filter_that_the_kernel_refuses_is_told_and_runs_elsewhere) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  std::string told;
  // Without the right to a larger one, the receive buffer is told of, too.
  options.notice = [&told](const Notice& notice) {
    if (notice.code == "UDP_FILTER") told += notice.message;
  };
  constexpr uint16_t kNoInstruction = 0xffff;
  options.filter = {{kNoInstruction, 0, 0, 0}};
  const auto source = OpenUdp(options);
  CHECK(!source->filters_in_kernel());
  CHECK_EQ(told, UdpSourceUri("127.0.0.1", options.port) +
                     ": the kernel does not take the filter (Invalid argument), which therefore runs here");
}

TEST(udp_reuseport_members_get_disjoint_shares_by_flow) {
  constexpr int kFlows = 64;
  constexpr int kPerFlow = 8;
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.reuse_port = true;
  const auto first = OpenUdp(options);
  const auto second = OpenUdp(options);
  for (uint8_t flow = 0; flow < kFlows; flow++) {
    UdpSender sender("127.0.0.1", options.port);
    for (uint8_t number = 0; number < kPerFlow; number++) CHECK(sender.Send({flow, number}));
  }
  std::vector<int> seen_by(kFlows, 0);
  std::vector<int> seen(kFlows, 0);
  int member = 1;
  for (const auto& source : {first.get(), second.get()}) {
    const auto datagrams = Collect(*source, kFlows * kPerFlow, 20);
    CHECK(!datagrams.empty());
    for (const Datagram& datagram : datagrams) {
      seen[datagram.bytes[0]]++;
      seen_by[datagram.bytes[0]] |= member;
    }
    member <<= 1;
  }
  for (int flow = 0; flow < kFlows; flow++) {
    CHECK_EQ(seen[flow], kPerFlow);
    CHECK(seen_by[flow] == 1 || seen_by[flow] == 2);
  }
}

// Older kernels want CAP_NET_ADMIN.
TEST(udp_busy_polling_is_set_or_refused_with_a_hint) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.busy_poll_us = 50;
  if (geteuid() == 0) CHECK_EQ(OpenError(options).code(), std::string());
  const std::string answer = RunUnprivileged([&options] {
    const CaptureError error = OpenError(options);
    return error.code() + " " + error.hint();
  });
  CHECK(answer == " " || answer.starts_with("EUDP_BUSY_POLL leave busy_poll out"));
}

}  // namespace fandump::test
