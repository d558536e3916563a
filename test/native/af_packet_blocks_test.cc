#include <arpa/inet.h>
#include <linux/if_ether.h>

#include "packet_testbed.h"
#include "source/af_packet_blocks.h"

using namespace fandump;
using namespace fandump::test;

namespace {

using Change = std::function<void(tpacket_hdr_v1& block, tpacket3_hdr& packet)>;

// Bound to an interface; without a ring so far.
OwnedFd OpenBoundTo(const char* interface, std::optional<PacketRing>& ring) {
  OwnedFd fd(OpenPacketSocket());
  // A block that time has closed could have one frame, which has none after it.
  constexpr uint32_t kNoTimeout = 60'000;
  ring.emplace(fd.get(), RingOptions{interface, 8 * 4096, 4096, kNoTimeout});
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = static_cast<int>(if_nametoindex(interface));
  if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
  return fd;
}

// The first packet of a ring whose first block is full, as the kernel hands it over; the block is changed before it is
// read.
PacketView FirstAfter(const Change& change) {
  std::optional<PacketRing> ring;
  const OwnedFd fd = OpenBoundTo("v1", ring);
  FrameSender sender("v0");
  for (uint32_t i = 0; !ring->ready(0); i++) sender.Send(UdpFrame(i));
  tpacket_hdr_v1& block = ring->header(0);
  change(block, *reinterpret_cast<tpacket3_hdr*>(ring->block(0) + block.offset_to_first_pkt));
  BlockReader reader(*ring, BlockOptions{});
  PacketBatch batch;
  reader.Read(batch.packets.data(), PacketBatch::kCapacity);
  return batch.packets[0];
}

std::string CodeAfterDamage(const Change& damage) {
  return ErrorCodeOf([&damage] { FirstAfter(damage); });
}

}  // namespace

TEST(af_packet_offsets_that_leave_the_block_end_the_capture_instead_of_reading_on) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    const std::string damaged = "ERING";
    CHECK_EQ(CodeAfterDamage([](auto&, auto&) {}), std::string(""));
    CHECK_EQ(CodeAfterDamage([](auto& block, auto&) { block.offset_to_first_pkt = 4096 - 8; }), damaged);
    CHECK_EQ(CodeAfterDamage([](auto& block, auto&) { block.num_pkts = 1000000; }), damaged);
    CHECK_EQ(CodeAfterDamage([](auto&, auto& packet) { packet.tp_next_offset = 0; }), damaged);
    CHECK_EQ(CodeAfterDamage([](auto&, auto& packet) { packet.tp_next_offset = 0xfffffff0; }), damaged);
    CHECK_EQ(CodeAfterDamage([](auto&, auto& packet) { packet.tp_snaplen = 0xffffffff; }), damaged);
    CHECK_EQ(CodeAfterDamage([](auto&, auto& packet) { packet.tp_mac = 0; }), damaged);
    CHECK_EQ(CodeAfterDamage([](auto&, auto& packet) { packet.tp_mac = 0xffff; }), damaged);
  });
}

TEST(af_packet_what_the_kernel_knows_of_checksum_and_time_is_told_with_the_packet) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    const std::pair<uint32_t, int> told[] = {{TP_STATUS_CSUM_VALID, kFlagChecksumValid},
                                             {TP_STATUS_CSUMNOTREADY, kFlagChecksumNotReady},
                                             {TP_STATUS_TS_RAW_HARDWARE, kFlagHardwareTime},
                                             {0, 0}};
    for (const auto& [status, flags] : told) {
      const PacketView first = FirstAfter([status = status](auto&, auto& packet) { packet.tp_status = status; });
      CHECK_EQ(first.flags, flags);
    }
  });
}

TEST(af_packet_a_ring_has_room_while_less_than_half_of_it_waits_to_be_read) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    std::optional<PacketRing> ring;
    const OwnedFd fd = OpenBoundTo("v1", ring);
    BlockReader reader(*ring, BlockOptions{});
    FrameSender sender("v0");
    uint32_t sent = 0;
    while (!ring->ready(3)) sender.Send(UdpFrame(sent++));
    CHECK(reader.HasRoom());
    while (!ring->ready(4)) sender.Send(UdpFrame(sent++));
    CHECK(!reader.HasRoom());
    PacketBatch batch;
    reader.Read(batch.packets.data(), ring->header(0).num_pkts);
    CHECK(reader.HasRoom());
  });
}

TEST(af_packet_a_batch_that_fills_up_inside_a_block_goes_on_there) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsFor("v1"));
    source.Open();
    FrameSender sender("v0");
    constexpr uint32_t kSent = 5 * PacketBatch::kCapacity + 3;
    for (uint32_t i = 0; i < kSent; i++) sender.Send(UdpFrame(i));
    source.Drain();
    PacketBatch batch;
    uint32_t next = 0;
    ReceiveStatus status = ReceiveStatus::kPackets;
    while ((status = source.Receive(batch, 100)) != ReceiveStatus::kEnd) {
      for (size_t i = 0; i < batch.size; i++) {
        const PacketView& view = batch.packets[i];
        CHECK_EQ(NumberOf(Bytes(view.data, view.data + view.caplen)), next);
        next++;
      }
    }
    CHECK_EQ(next, kSent);
  });
}
