#include <time.h>

#include <thread>

#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

AfPacketOptions Telling(const std::string& interface, std::vector<Notice>& notices) {
  AfPacketOptions options = OptionsFor(interface);
  options.notice = [&notices](const Notice& notice) { notices.push_back(notice); };
  return options;
}

// Puts the socket that is opened into fd.
AfPacketOptions TellingSocket(const std::string& interface, int& fd) {
  AfPacketOptions options = OptionsFor(interface);
  options.open_socket = [&fd] { return fd = OpenPacketSocket(); };
  return options;
}

// What the kernel has counted since it was asked last; it starts again with that.
uint32_t UnreadPackets(int fd) {
  tpacket_stats_v3 unread{};
  socklen_t length = sizeof unread;
  CHECK_EQ(getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, &unread, &length), 0);
  return unread.tp_packets;
}

// Receives for so long, whatever comes.
void Idle(Source& source, int milliseconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  PacketBatch batch;
  while (std::chrono::steady_clock::now() < end) source.Receive(batch, 50);
}

}  // namespace

TEST(af_packet_a_missing_interface_is_named_with_those_that_exist) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsFor("eth9"));
    std::string message;
    CHECK_EQ(ErrorCodeOf([&] { source.Open(); }, &message), std::string("EINTERFACE_MISSING"));
    CHECK(Contains(message, "eth9"));
    try {
      source.Open();
    } catch (const CaptureError& error) {
      CHECK(Contains(error.hint(), "lo") && Contains(error.hint(), "v0") && Contains(error.hint(), "v1"));
    }
    AfPacketSource long_name(OptionsFor("a-name-that-no-device-can-have"));
    CHECK_EQ(ErrorCodeOf([&] { long_name.Open(); }), std::string("EINTERFACE_MISSING"));
  });
}

TEST(af_packet_an_interface_that_is_down_is_refused) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Run("ip link set v1 down");
    AfPacketSource source(OptionsFor("v1"));
    CHECK_EQ(ErrorCodeOf([&] { source.Open(); }), std::string("EINTERFACE_DOWN"));
  });
}

TEST(af_packet_ring_sizes_that_cannot_be_say_which_number_is_wrong) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    const auto open = [](uint64_t buffer_size, uint64_t block_size, std::string* message) {
      AfPacketOptions options = OptionsFor("v1");
      options.buffer_size = buffer_size;
      options.block_size = block_size;
      return ErrorCodeOf([&options] { AfPacketSource(options).Open(); }, message);
    };
    std::string message;
    CHECK_EQ(open(1 << 20, 5000, &message), std::string("ERING_SIZE"));
    CHECK(Contains(message, "block_size 5000"));
    CHECK_EQ(open(1 << 20, 0, &message), std::string("ERING_SIZE"));
    CHECK_EQ(open(4096, 32768, &message), std::string("ERING_SIZE"));
    CHECK(Contains(message, "buffer_size 4096"));
    CHECK_EQ(open(uint64_t{1} << 44, 32768, &message), std::string("ERING_SIZE"));
    CHECK_EQ(open(3 * 4096, 3 * 4096, &message), std::string(""));
  });
}

TEST(af_packet_under_a_ring_too_small_received_and_dropped_add_up_to_sent) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    options.block_size = 4096;
    options.buffer_size = 2 * 4096;
    AfPacketSource source(options);
    source.Open();
    FrameSender sender("v0");
    constexpr uint64_t kSent = 3000;
    for (uint32_t i = 0; i < kSent; i++) sender.Send(UdpFrame(i));
    size_t got = Collect(source, 10).size();
    got += DrainAll(source).size();
    const SourceCounters counters = CountersOf(source);
    CHECK_EQ(counters.received, got);
    CHECK(counters.kernel_dropped > 0);
    CHECK(counters.queue_freezes > 0);
    CHECK_EQ(counters.received + counters.kernel_dropped, kSent);
    CHECK_EQ(counters.kernel_matched, kSent);
  });
}

// They are 32 bits wide.
TEST(af_packet_the_counters_of_the_kernel_are_fetched_as_packets_come) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    int fd = -1;
    AfPacketSource source(TellingSocket("v1", fd));
    source.Open();
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 3; i++) sender.Send(UdpFrame(i));
    CHECK_EQ(Collect(source, 3).size(), 3u);
    CHECK_EQ(UnreadPackets(fd), 0u);
    CHECK_EQ(CountersOf(source).kernel_matched, 3u);
  });
}

TEST(af_packet_the_counters_of_the_kernel_are_fetched_every_ten_seconds) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    int fd = -1;
    AfPacketSource source(TellingSocket("v1", fd));
    source.Open();
    FrameSender sender("v0");
    KernelStatistics statistics;
    statistics.KeepUp(fd, 500);
    sender.Send(UdpFrame(1));
    statistics.KeepUp(fd, 10'499);
    CHECK_EQ(UnreadPackets(fd), 1u);
    sender.Send(UdpFrame(2));
    statistics.KeepUp(fd, 10'500);
    CHECK_EQ(UnreadPackets(fd), 0u);
  });
}

TEST(af_packet_counters_read_from_another_thread_add_up) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    options.block_size = 4096;
    options.buffer_size = 8 * 4096;
    AfPacketSource source(options);
    source.Open();
    std::atomic<bool> stop{false};
    std::thread reader([&] {
      while (!stop) CountersOf(source);
    });
    constexpr uint64_t kSent = 20000;
    std::thread sending([] {
      FrameSender sender("v0");
      for (uint32_t i = 0; i < kSent; i++) sender.Send(UdpFrame(i));
    });
    size_t got = Collect(source, kSent, 200).size();
    sending.join();
    got += DrainAll(source).size();
    stop = true;
    reader.join();
    const SourceCounters counters = CountersOf(source);
    CHECK_EQ(counters.received, got);
    CHECK_EQ(counters.received + counters.kernel_dropped, kSent);
    CHECK_EQ(counters.kernel_matched, kSent);
  });
}

TEST(af_packet_drain_delivers_what_was_sent_just_before_and_nothing_after) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    options.block_timeout_ms = 100;
    AfPacketSource source(options);
    source.Open();
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 700; i++) sender.Send(UdpFrame(i));
    source.Drain();
    sender.Send(UdpFrame(9999));
    const auto begin = std::chrono::steady_clock::now();
    const auto packets = DrainAll(source);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
    CHECK_EQ(packets.size(), 700u);
    if (!packets.empty()) CHECK_EQ(NumberOf(packets.back().bytes), 699u);
  });
}

TEST(af_packet_an_idle_source_waits_no_longer_than_asked_and_drains_at_once) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsFor("v1"));
    source.Open();
    PacketBatch batch;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(source.Receive(batch, 30) == ReceiveStatus::kIdle);
    CHECK(source.Receive(batch, 0) == ReceiveStatus::kIdle);
    CHECK_EQ(DrainAll(source).size(), 0u);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(300));
  });
}

TEST(af_packet_immediate_hands_on_within_milliseconds) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    options.block_timeout_ms = 1000;
    options.immediate = true;
    AfPacketSource source(options);
    source.Open();
    FrameSender("v0").Send(UdpFrame(1));
    const auto begin = std::chrono::steady_clock::now();
    CHECK_EQ(Collect(source, 1).size(), 1u);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(100));
  });
}

TEST(af_packet_a_link_that_goes_down_and_up_is_told_and_capture_resumes) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Telling("v1", notices));
    source.Open();
    Run("ip link set v1 down");
    const double before = ThreadSeconds();
    Idle(source, 1000);
    CHECK(ThreadSeconds() - before < 0.05);
    CHECK_EQ(notices.size(), 1u);
    if (!notices.empty()) CHECK_EQ(notices[0].message, std::string("v1 went down, waiting for it to come back"));
    Run("ip link set v1 up");
    Idle(source, 400);
    CHECK_EQ(notices.size(), 2u);
    if (notices.size() == 2) CHECK_EQ(notices[1].message, std::string("v1 is up again"));
    FrameSender("v0").Send(UdpFrame(4));
    CHECK_EQ(Collect(source, 1).size(), 1u);
  });
}

TEST(af_packet_a_renamed_interface_is_captured_on) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Telling("v1", notices));
    source.Open();
    Run("ip link set v1 down && ip link set v1 name w1 && ip link set w1 up");
    Idle(source, 400);
    FrameSender("v0").Send(UdpFrame(4));
    CHECK_EQ(Collect(source, 1).size(), 1u);
    CHECK_EQ(notices.size(), 1u);
    if (!notices.empty()) CHECK_EQ(notices[0].code, std::string("ENETUP"));
  });
}

TEST(af_packet_a_deleted_interface_delivers_what_it_had_and_ends) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Telling("v1", notices));
    source.Open();
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 600; i++) sender.Send(UdpFrame(i));
    Run("ip link delete v0");
    size_t got = 0;
    PacketBatch batch;
    std::string message;
    const auto begin = std::chrono::steady_clock::now();
    const std::string code = ErrorCodeOf(
        [&] {
          while (std::chrono::steady_clock::now() - begin < std::chrono::seconds(5)) {
            source.Receive(batch, 50);
            got += batch.size;
          }
        },
        &message);
    CHECK_EQ(code, std::string("EINTERFACE_GONE"));
    CHECK_EQ(message, std::string("The interface v1 disappeared"));
    CHECK_EQ(got, 600u);
    CHECK_EQ(notices.size(), 0u);
    CHECK_EQ(CountersOf(source).received, 600u);
  });
}

TEST(af_packet_an_interface_deleted_while_it_is_down_ends_too) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Telling("v1", notices));
    source.Open();
    Run("ip link set v1 down");
    Idle(source, 300);
    Run("ip link delete v0");
    CHECK_EQ(ErrorCodeOf([&] { Idle(source, 2000); }), std::string("EINTERFACE_GONE"));
    CHECK_EQ(notices.size(), 1u);
  });
}
