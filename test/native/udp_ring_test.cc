// The io_uring receiver: the same datagrams as by recvmmsg, and it goes on after everything that ends a receive.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <thread>

#include "source/udp_ring.h"
#include "udp_loopback.h"

namespace fandump::test {
namespace {

UdpOptions WithRing(Gro gro = Gro::kOff) {
  UdpOptions options = OptionsFor("127.0.0.1", FreePort());
  options.implementation = UdpImplementation::kIoUring;
  options.gro = gro;
  options.notice = [](const Notice& notice) {
    if (notice.code == "UDP_IO_URING") Skip(notice.message);
  };
  return options;
}

Bytes Number(uint32_t number) {
  Bytes bytes(100, 0xee);
  for (int i = 0; i < 4; i++) bytes[static_cast<size_t>(i)] = static_cast<uint8_t>(number >> (8 * i));
  return bytes;
}

double ProcessorSeconds() {
  rusage usage{};
  getrusage(RUSAGE_THREAD, &usage);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + time.tv_usec / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

TEST(a_ring_hands_over_datagrams_in_order_with_sender_and_time) {
  const UdpOptions options = WithRing();
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  const int64_t before = NowNanoseconds(CLOCK_REALTIME);
  for (uint32_t i = 0; i < 300; i++) CHECK(sender.Send(Number(i)));
  const auto datagrams = Collect(*source, 300);
  CHECK_EQ(datagrams.size(), size_t{300});
  for (uint32_t i = 0; i < datagrams.size(); i++) {
    CHECK(datagrams[i].bytes == Number(i));
    CHECK_EQ(datagrams[i].tunnel.source_port, sender.port());
    CHECK_EQ(AddressText(datagrams[i].tunnel.family, datagrams[i].tunnel.source), std::string("127.0.0.1"));
    CHECK(datagrams[i].time >= before);
  }
}

TEST(a_ring_goes_on_after_a_burst_over_all_its_buffers) {
  UdpOptions options = WithRing();
  options.batch_size = 16;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (int burst = 0; burst < 5; burst++) {
    for (uint32_t i = 0; i < 500; i++) CHECK(sender.Send(Number(i)));
    const auto datagrams = Collect(*source, 500);
    CHECK_EQ(datagrams.size(), size_t{500});
    for (uint32_t i = 0; i < datagrams.size(); i++) CHECK(datagrams[i].bytes == Number(i));
  }
  CHECK_EQ(CountersOf(*source).kernel_dropped, 0u);
}

TEST(a_ring_takes_datagrams_apart_that_the_kernel_has_put_together) {
  const UdpOptions options = WithRing(Gro::kOn);
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  CHECK(sender.SendSegmented(Bytes(950, 7), 100));
  const auto datagrams = Collect(*source, 10);
  CHECK_EQ(datagrams.size(), size_t{10});
  CHECK_EQ(datagrams[9].len, 50u);
  CHECK_EQ(int{datagrams[0].flags}, int{kFlagSharedTime});
}

TEST(a_ring_says_when_a_datagram_was_longer_than_its_buffer_not_when_it_fills_that) {
  UdpOptions options = WithRing();
  options.datagram_size = 64;
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  CHECK(sender.Send(Bytes(1000, 1)) && sender.Send(Bytes(64, 2)));
  const auto datagrams = Collect(*source, 2);
  CHECK_EQ(datagrams.size(), size_t{2});
  CHECK_EQ(datagrams[0].bytes.size(), size_t{64});
  CHECK_EQ(datagrams[0].len, 1000u);
  CHECK_EQ(int{datagrams[0].flags}, int{kFlagTruncated});
  CHECK(datagrams[1].bytes == Bytes(64, 2));
  CHECK_EQ(int{datagrams[1].flags}, 0);
}

TEST(a_ring_may_have_any_number_of_buffers) {
  OpenUdp(WithRing());
  UdpOptions options = WithRing();
  options.batch_size = 1000;
  size_t refused = 0;
  options.notice = [&refused](const Notice& notice) { refused += notice.code == "UDP_IO_URING" ? 1 : 0; };
  OpenUdp(options);
  CHECK_EQ(refused, size_t{0});
}

TEST(a_ring_does_nothing_but_receive) {
  OpenUdp(WithRing());
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  UdpRing ring(fd.get(), 16, 2048);
  ring.Receive(0);
  const int eventfd = -1;
  CHECK_EQ(syscall(SYS_io_uring_register, ring.descriptor(), IORING_REGISTER_EVENTFD, &eventfd, 1), -1);
  // Else it were EBADF.
  CHECK_EQ(errno, EACCES);
}

TEST(a_ring_takes_ipv6_and_mapped_ipv4) {
  UdpOptions options = WithRing();
  options.address = "::";
  const auto source = OpenUdp(options);
  UdpSender four("127.0.0.1", options.port), six("::1", options.port);
  CHECK(four.Send(Number(4)) && six.Send(Number(6)));
  const auto datagrams = Collect(*source, 2);
  CHECK_EQ(datagrams.size(), size_t{2});
  CHECK_EQ(int{datagrams[0].tunnel.family}, AF_INET);
  CHECK_EQ(int{datagrams[1].tunnel.family}, AF_INET6);
  CHECK_EQ(AddressText(AF_INET6, datagrams[1].tunnel.destination), std::string("::1"));
}

TEST(an_idle_ring_uses_no_processor_time) {
  const auto source = OpenUdp(WithRing());
  static PacketBatch batch;
  CHECK(source->Receive(batch, 10) == ReceiveStatus::kIdle);
  const double before = ProcessorSeconds();
  const int64_t start = NowNanoseconds(CLOCK_MONOTONIC);
  for (int i = 0; i < 5; i++) CHECK(source->Receive(batch, 100) == ReceiveStatus::kIdle);
  CHECK(NowNanoseconds(CLOCK_MONOTONIC) - start >= 400000000);
  CHECK(ProcessorSeconds() - before < 0.01);
}

TEST(a_ring_may_be_opened_in_one_thread_and_read_in_another) {
  const UdpOptions options = WithRing();
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (uint32_t i = 0; i < 50; i++) CHECK(sender.Send(Number(i)));
  size_t received = 0;
  std::thread([&] { received = Collect(*source, 50).size(); }).join();
  CHECK_EQ(received, size_t{50});
}

TEST(where_the_kernel_refuses_a_ring_recvmmsg_takes_its_place_and_a_notice_says_so) {
  const std::string answer = RunUnprivileged([]() -> std::string {
    sock_filter filter[] = {{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
                            {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_io_uring_setup},
                            {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
                            {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    const sock_fprog program{std::size(filter), filter};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) return "no seccomp";
    UdpOptions options = WithRing();
    Notice told;
    options.notice = [&told](const Notice& notice) {
      if (notice.code == "UDP_IO_URING") told = notice;
    };
    const auto source = OpenUdp(options);
    UdpSender sender("127.0.0.1", options.port);
    sender.Send(Number(1));
    return std::to_string(Collect(*source, 1).size()) + " " + told.message + "; " + told.hint;
  });
  CHECK(answer.starts_with("1 udp::127.0.0.1:"));
  CHECK(answer.find("Operation not permitted), recvmmsg takes its place; sysctl -w kernel.io_uring_disabled=0") !=
        std::string::npos);
}

TEST(a_ring_that_is_drained_hands_out_what_was_queued_then_ends) {
  const UdpOptions options = WithRing();
  const auto source = OpenUdp(options);
  UdpSender sender("127.0.0.1", options.port);
  for (uint32_t i = 0; i < 1500; i++) CHECK(sender.Send({1}));
  source->Drain();
  CHECK_EQ(Collect(*source, 3000).size(), size_t{1500});
  static PacketBatch batch;
  CHECK(source->Receive(batch, 100) == ReceiveStatus::kEnd);
}

}  // namespace fandump::test
