#include "packet_testbed.h"

using namespace fandump;
using namespace fandump::test;

namespace {

// Puts a tag (TPID, TCI) behind the addresses.
Bytes Tagged(Bytes frame, uint16_t tpid, uint16_t tci) {
  const uint8_t tag[4] = {static_cast<uint8_t>(tpid >> 8), static_cast<uint8_t>(tpid), static_cast<uint8_t>(tci >> 8),
                          static_cast<uint8_t>(tci)};
  frame.insert(frame.begin() + 12, tag, tag + 4);
  return frame;
}

}  // namespace

TEST(af_packet_tags_that_the_kernel_took_off_are_back_in_place) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketSource source(OptionsFor("v1"));
    source.Open();
    const Bytes plain = UdpFrame(7);
    const std::vector<Bytes> sent = {
        Tagged(plain, 0x8100, 42),
        Tagged(plain, 0x8100, 0xe000),                           // priority tag: VLAN 0, priority 7
        Tagged(plain, 0x88a8, 0x1fff),                           // 802.1ad alone, DEI set
        Tagged(Tagged(plain, 0x8100, 100), 0x88a8, 200),         // QinQ
        Tagged(Tagged(plain, 0x8100, 100), 0x8100, 0xb000 | 5),  // two customer tags
        plain,
    };
    FrameSender sender("v0");
    for (const Bytes& frame : sent) sender.Send(frame);
    const auto packets = Collect(source, sent.size());
    CHECK_EQ(packets.size(), sent.size());
    uint64_t bytes = 0;
    for (size_t i = 0; i < packets.size(); i++) {
      CHECK(packets[i].bytes == sent[i]);
      CHECK_EQ(packets[i].view.len, sent[i].size());
      CHECK_EQ((packets[i].view.flags & kFlagVlanRestored) != 0, i + 1 < sent.size());
      bytes += sent[i].size();
    }
    CHECK_EQ(CountersOf(source).received_bytes, bytes);
  });
}

TEST(af_packet_snaplen_counts_the_restored_tag) {
  for (const uint32_t snaplen : {8u, 12u, 14u, 17u, 30u}) {
    InNamespace([snaplen] {
      MakeVeth("v0", "v1");
      AfPacketOptions options = OptionsFor("v1");
      options.snaplen = snaplen;
      AfPacketSource source(options);
      source.Open();
      const Bytes frame = Tagged(UdpFrame(7), 0x8100, 42);
      FrameSender("v0").Send(frame);
      const auto packets = Collect(source, 1);
      CHECK_EQ(packets.size(), 1u);
      CHECK(packets[0].bytes == Bytes(frame.begin(), frame.begin() + snaplen));
      CHECK_EQ(packets[0].view.len, frame.size());
      CHECK_EQ(packets[0].view.flags & kFlagTruncated, 0);
    });
  }
}

TEST(af_packet_every_tag_in_a_full_block_is_restored) {
  InNamespace([] {
    MakeVeth("v0", "v1");
    AfPacketOptions options = OptionsFor("v1");
    options.block_size = 4096;
    AfPacketSource source(options);
    source.Open();
    FrameSender sender("v0");
    std::vector<Bytes> sent;
    for (uint32_t i = 0; i < 1000; i++) {
      sent.push_back(
          Tagged(Frame(kOtherHost, 0x0800, UdpPacket(1, false, i, 46 + i % 200)), 0x8100, static_cast<uint16_t>(i)));
      sender.Send(sent.back());
    }
    const auto packets = Collect(source, sent.size());
    CHECK_EQ(packets.size(), sent.size());
    for (size_t i = 0; i < packets.size(); i++) CHECK(packets[i].bytes == sent[i]);
  });
}
