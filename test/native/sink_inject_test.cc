// Packets put on a wire, as a capture at its other end gets them.
#include "packet_testbed.h"
#include "sink/inject.h"
#include "sink/inject_exclusion.h"
#include "source/af_packet_device.h"
#include "source/af_packet_link_type.h"

namespace fandump::test {

namespace {

InjectDevice Find(const std::string& interface) {
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  const Device device = FindDevice(fd.get(), interface);
  return {device.index, device.up, LinkTypeOfDevice(device.hardware_type)};
}

InjectOptions On(const std::string& interface) {
  InjectOptions options;
  options.interface = interface;
  return options;
}

struct Injector {
  explicit Injector(const InjectOptions& options)
      : socket(std::make_shared<InjectSocket>(options, Find(options.interface), [] { return OpenPacketSocket(); })),
        pace(std::make_shared<ForwardPace>(options.rate)),
        sink(options, socket, pace) {}

  void Send(std::vector<Bytes> packets, uint16_t link_type = kLinkTypeEthernet) {
    std::vector<PacketView> views(packets.size());
    for (size_t i = 0; i < packets.size(); i++) {
      views[i].data = packets[i].data();
      views[i].caplen = views[i].len = static_cast<uint32_t>(packets[i].size());
      views[i].link_type = link_type;
    }
    sink.Consume(views.data(), views.size());
  }
  ForwardCounters counters() const {
    ForwardCounters result;
    sink.ReadCounters(result);
    return result;
  }

  std::shared_ptr<InjectSocket> socket;
  std::shared_ptr<ForwardPace> pace;
  InjectSink sink;
};

}  // namespace

TEST(sink_inject_puts_every_byte_on_the_wire_tags_included) {
  for (const bool bypass : {false, true}) {
    InNamespace([bypass] {
      MakeVeth("v0", "v1");
      AfPacketSource source(OptionsFor("v1"));
      source.Open();
      std::vector<Bytes> sent;
      for (uint32_t i = 0; i < 1000; i++) {
        sent.push_back(Frame(kOtherHost, 0x0800, UdpPacket(1, false, i, 46 + i * 7 % 1455)));
        const Bytes tag = {0x81, 0, 0x20, 42};
        if (i % 3 == 0) sent.back().insert(sent.back().begin() + 12, tag.begin(), tag.end());
      }
      InjectOptions options = On("v0");
      options.bypass = bypass;
      options.patient = true;
      Injector injector(options);
      for (size_t i = 0; i < sent.size(); i += 250) injector.Send({&sent[i], &sent[i] + 250});
      const auto packets = Collect(source, sent.size());
      CHECK_EQ(packets.size(), sent.size());
      for (size_t i = 0; i < packets.size(); i++) CHECK(packets[i].bytes == sent[i]);
      CHECK_EQ(injector.counters().sent, uint64_t{1000});
    });
  }
}

TEST(sink_inject_counts_what_does_not_fit_and_sends_the_rest) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsFor("v1"));
    source.Open();
    Injector injector(On("v0"));
    injector.Send({UdpFrame(1), Frame(kOtherHost, 0x0800, Bytes(1501)), Bytes(13), UdpFrame(2)});
    injector.Send({Bytes(40)}, kLinkTypeRaw);
    const auto packets = Collect(source, 2);
    CHECK_EQ(packets.size(), size_t{2});
    const ForwardCounters counters = injector.counters();
    CHECK_EQ(counters.sent, uint64_t{2});
    CHECK_EQ(counters.too_long, uint64_t{1});
    CHECK_EQ(counters.too_short, uint64_t{1});
    CHECK_EQ(counters.not_carried, uint64_t{1});
  });
}

TEST(sink_inject_counts_while_the_interface_is_down_and_goes_on_when_it_is_up) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Injector injector(On("v0"));
    Run("ip link set v0 down");
    injector.Send({UdpFrame(1), UdpFrame(2)});
    CHECK_EQ(injector.counters().refused[ENETDOWN], uint64_t{2});
    Run("ip link set v0 up");
    injector.Send({UdpFrame(3)});
    CHECK_EQ(injector.counters().sent, uint64_t{1});
    Run("ip link delete v0");
    std::string code;
    try {
      injector.Send({UdpFrame(4)});
    } catch (const CaptureError& error) {
      code = error.code();
    }
    CHECK_EQ(code, std::string("EINJECT_GONE"));
  });
}

TEST(sink_inject_refuses_an_interface_that_is_down) {
  InNamespace([] {
    Run("ip link add v0 type veth peer name v1");
    std::string code;
    try {
      Injector injector(On("v0"));
    } catch (const CaptureError& error) {
      code = error.code();
    }
    CHECK_EQ(code, std::string("EINJECT_DOWN"));
  });
}

TEST(sink_inject_marks_packets_so_that_its_own_capture_leaves_them_out) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Injector injector(On("v0"));
    CHECK(injector.socket->mark().has_value());
    // At the other end of the wire, too.
    AfPacketOptions excluding = OptionsFor("v1");
    excluding.filter = ExcludeMark(*injector.socket->mark(), {}, kMaxSnaplen);
    AfPacketSource source(excluding);
    source.Open();
    injector.Send({UdpFrame(1)});
    FrameSender other("v0");
    other.Send(UdpFrame(2));
    const auto packets = Collect(source, 2);
    CHECK_EQ(packets.size(), size_t{1});
    CHECK_EQ(NumberOf(packets.at(0).bytes), 2u);
  });
}

TEST(sink_inject_sends_ip_packets_to_a_device_without_link_header) {
  InNamespace([] {
    if (std::system("ip tuntap add mode tun name tun0 2>/dev/null") != 0) throw CannotRun{"no tun devices"};
    Run("ip link set tun0 up");
    Injector injector(On("tun0"));
    CHECK_EQ(injector.socket->link_type(), kLinkTypeRaw);
    injector.Send({UdpPacket(1, false, 1), Bytes(40, 0x60), Bytes(20, 0x10)}, kLinkTypeRaw);
    const ForwardCounters counters = injector.counters();
    // Nobody holds the device's other side: it may take packets or say that its link is down.
    CHECK_EQ(counters.sent + counters.refused[ENETDOWN] + counters.refused[ENOBUFS], uint64_t{2});
    CHECK_EQ(counters.not_carried, uint64_t{1});
  });
}

TEST(sink_inject_counts_what_a_stop_leaves_out_before_it_is_due_and_in_a_full_queue) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    InjectOptions options = On("v0");
    options.rate = 1;
    Injector paced(options);
    paced.pace->Stop();
    paced.Send({UdpFrame(1), UdpFrame(2), UdpFrame(3)});
    CHECK_EQ(paced.counters().stopped, uint64_t{3});

    // A queue that no frame has room in.
    if (std::system("tc qdisc add dev v0 root bfifo limit 1 2>/dev/null") != 0) throw CannotRun{"no queue for v0"};
    options.rate = 0;
    options.patient = true;
    Injector patient(options);
    patient.pace->Stop();
    patient.Send({UdpFrame(1), UdpFrame(2), UdpFrame(3)});
    CHECK_EQ(patient.counters().stopped, uint64_t{3});
    CHECK_EQ(patient.counters().refused[ENOBUFS], uint64_t{0});
  });
}

TEST(sink_inject_counts_cut_packets_only_where_they_were_sent) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    Injector injector(On("v0"));
    std::vector<Bytes> frames = {UdpFrame(1), UdpFrame(2), Frame(kOtherHost, 0x0800, Bytes(1501))};
    std::vector<PacketView> views(frames.size());
    for (size_t i = 0; i < frames.size(); i++) {
      views[i].data = frames[i].data();
      views[i].caplen = static_cast<uint32_t>(frames[i].size());
      views[i].len = views[i].caplen + (i > 0);
    }
    injector.sink.Consume(views.data(), views.size());
    CHECK_EQ(injector.counters().sent, uint64_t{2});
    CHECK_EQ(injector.counters().too_long, uint64_t{1});
    CHECK_EQ(injector.counters().sent_cut, uint64_t{1});
  });
}

}  // namespace fandump::test
