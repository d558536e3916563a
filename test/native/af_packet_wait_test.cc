// AfPacketSource::wait: an interface that is deleted and made again under its name.
#include <atomic>
#include <thread>

#include "check.h"
#include "packet_testbed.h"
#include "source/af_packet.h"
#include "source/af_packet_device.h"

namespace fandump::test {
namespace {

AfPacketOptions Waiting(const std::string& interface, std::vector<Notice>& notices) {
  AfPacketOptions options = OptionsFor(interface);
  options.wait = true;
  options.notice = [&notices](const Notice& notice) { notices.push_back(notice); };
  return options;
}

// Receives until so many packets have come, or three seconds have passed; how many there were.
size_t ReceiveSome(Source& source, size_t wanted) {
  PacketBatch batch;
  size_t got = 0;
  const auto begin = std::chrono::steady_clock::now();
  while (got < wanted && std::chrono::steady_clock::now() - begin < std::chrono::seconds(3)) {
    source.Receive(batch, 20);
    got += batch.size;
  }
  return got;
}

bool WaitForNotice(Source& source, const std::vector<Notice>& notices, const std::string& code) {
  PacketBatch batch;
  const auto begin = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - begin < std::chrono::seconds(3)) {
    for (const Notice& notice : notices) {
      if (notice.code == code) return true;
    }
    source.Receive(batch, 20);
  }
  return false;
}

void DeleteInterface(Source& source, const std::vector<Notice>& notices) {
  Run("ip link delete v0");
  CHECK(WaitForNotice(source, notices, "EINTERFACE_AWAITED"));
}

}  // namespace

TEST(af_packet_goes_on_with_an_interface_that_is_made_again) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Waiting("v1", notices));
    source.Open();
    {
      FrameSender sender("v0");
      for (uint32_t i = 0; i < 50; i++) sender.Send(UdpFrame(i));
    }
    Run("ip link delete v0");
    CHECK_EQ(ReceiveSome(source, 50), 50u);
    CHECK(WaitForNotice(source, notices, "EINTERFACE_AWAITED"));
    MakeVeth("v0", "v1");
    CHECK(WaitForNotice(source, notices, "EINTERFACE_BACK"));
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 70; i++) sender.Send(UdpFrame(i));
    CHECK_EQ(ReceiveSome(source, 70), 70u);
    CHECK_EQ(CountersOf(source).received, 120u);
  });
}

TEST(af_packet_packets_have_the_number_of_the_interface_that_was_made_again) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Waiting("v1", notices));
    source.Open();
    const uint32_t before = if_nametoindex("v1");
    DeleteInterface(source, notices);
    MakeVeth("v0", "v1");
    CHECK(if_nametoindex("v1") != before);
    CHECK(WaitForNotice(source, notices, "EINTERFACE_BACK"));
    FrameSender("v0").Send(UdpFrame(4));
    const auto packets = Collect(source, 1, 3000);
    CHECK_EQ(packets.size(), 1u);
    for (const Captured& packet : packets) CHECK_EQ(packet.view.interface_index, if_nametoindex("v1"));
  });
}

TEST(af_packet_waits_for_an_interface_that_comes_back_down) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Waiting("v1", notices));
    source.Open();
    DeleteInterface(source, notices);
    Run("ip link add v0 type veth peer name v1");
    CHECK(WaitForNotice(source, notices, "ENETDOWN"));
    Run("ip link set v0 up && ip link set v1 up");
    CHECK(WaitForNotice(source, notices, "ENETUP"));
    FrameSender sender("v0");
    for (uint32_t i = 0; i < 10; i++) sender.Send(UdpFrame(i));
    CHECK(ReceiveSome(source, 10) >= 10u);
  });
}

TEST(af_packet_does_not_go_on_with_an_interface_of_another_kind) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketOptions options = Waiting("v1", notices);
    options.link_type = kLinkTypeEthernet;
    AfPacketSource source(std::move(options));
    source.Open();
    DeleteInterface(source, notices);
    Run("ip tuntap add v1 mode tun && ip link set v1 up");
    std::string message;
    CHECK_EQ(ErrorCodeOf([&] { WaitForNotice(source, notices, "EINTERFACE_BACK"); }, &message),
             std::string("EINTERFACE_GONE"));
    CHECK(Contains(message, "another kind"));
  });
}

TEST(af_packet_ends_at_once_while_it_waits_for_an_interface) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Waiting("v1", notices));
    source.Open();
    DeleteInterface(source, notices);
    source.Drain();
    PacketBatch batch;
    const auto begin = std::chrono::steady_clock::now();
    while (source.Receive(batch, 20) != ReceiveStatus::kEnd) {
      if (std::chrono::steady_clock::now() - begin > std::chrono::seconds(3)) break;
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
  });
}

TEST(af_packet_says_the_new_name_of_an_interface_that_was_renamed) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::vector<Notice> notices;
    AfPacketSource source(Waiting("v1", notices));
    source.Open();
    Run("ip link set v1 down");
    CHECK(WaitForNotice(source, notices, "ENETDOWN"));
    Run("ip link set v1 name w1 && ip link set w1 up");
    CHECK(WaitForNotice(source, notices, "ENETUP"));
    CHECK(Contains(notices.back().message, "under the name w1"));
  });
}

TEST(af_packet_looks_for_a_device_that_comes_and_goes_without_an_error) {
  InNamespace([] {
    const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    std::atomic<bool> ends{false};
    std::thread flickering([&ends] {
      for (int i = 0; i < 100; i++) Run("ip link add d0 type veth peer name d1 && ip link delete d0");
      ends.store(true);
    });
    size_t seen = 0;
    std::string error;
    while (!ends.load()) {
      try {
        seen += LookForDevice(fd.get(), "d0").has_value();
      } catch (const CaptureError& thrown) {
        error = thrown.what();
      }
    }
    flickering.join();
    CHECK(seen > 0);
    CHECK_EQ(error, std::string(""));
  });
}

}  // namespace fandump::test
