// Reading pcapng: sections, interfaces, kinds of packet blocks, units of time, damage.
#include "check.h"
#include "savefile_builder.h"

namespace fandump::test {
namespace {

const std::vector<uint8_t> kPacket = {1, 2, 3, 4, 5};

// Two options of an interface: resolution, and seconds to add.
std::vector<uint8_t> TimeOptions(bool big_endian, uint8_t resolution, uint64_t offset) {
  return BytesBuilder(big_endian).U16(9).U16(1).U8(resolution).U8(0).U16(0).U16(14).U16(8).U64(offset).U32(0).bytes();
}

std::vector<uint8_t> FlagsOption(uint32_t flags) {
  return BytesBuilder().U16(1).U16(3).Raw({'a', 'b', 'c', 0}).U16(2).U16(4).U32(flags).U32(0).bytes();
}

PacketView TimeOf(uint8_t resolution, uint64_t offset, uint64_t time) {
  BytesBuilder file;
  file.SectionHeader().Interface(1, 0, TimeOptions(false, resolution, offset)).EnhancedPacket(0, time, kPacket, 5);
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.code, std::string(""));
  return result.packets.at(0).view;
}

std::string ErrorOf(const BytesBuilder& file) { return ReadWhole(file.bytes()).error; }

}  // namespace

TEST(pcapng_is_read_in_both_byte_orders_with_every_kind_of_packet_block) {
  for (const bool big_endian : {false, true}) {
    BytesBuilder file(big_endian);
    file.SectionHeader().Interface(1, 4).Block(0xbad, BytesBuilder(big_endian).Raw(kPacket));
    file.EnhancedPacket(0, 5'000'001, {1, 2, 3}, 60).SimplePacket(60, {1, 2, 3, 4}).ObsoletePacket(0, 7, {9}, 1);
    const ReadResult result = ReadWhole(file.bytes());
    CHECK_EQ(result.error, std::string(""));
    CHECK_EQ(result.packets.size(), size_t{3});
    CHECK_EQ(result.packets.at(0).view.seconds, 5);
    CHECK_EQ(result.packets.at(0).view.nanoseconds, 1000U);
    CHECK_EQ(result.packets.at(0).view.len, 60U);
    CHECK(result.packets.at(0).bytes == (std::vector<uint8_t>{1, 2, 3}));
    CHECK(result.packets.at(1).bytes == (std::vector<uint8_t>{1, 2, 3, 4}));
    CHECK_EQ(result.packets.at(1).view.len, 60U);
    CHECK_EQ(result.packets.at(2).view.nanoseconds, 7000U);
    CHECK(result.packets.at(2).bytes == std::vector<uint8_t>{9});
  }
}

TEST(interfaces_of_different_link_types_and_resolutions_share_a_file) {
  BytesBuilder file;
  file.SectionHeader().Interface(1, 96).Interface(101, 0, TimeOptions(false, 9, 0)).Interface(276, 64);
  file.EnhancedPacket(1, 1, kPacket, 5).EnhancedPacket(0, 1, kPacket, 5).EnhancedPacket(2, 1, kPacket, 5);
  const MemoryFile memory(file.bytes());
  SavefileSource source(memory.path());
  source.Open();
  CHECK_EQ(source.link_type(), 1);
  CHECK_EQ(source.snaplen(), 96U);
  CHECK(!source.nanosecond());
  const ReadResult result = ReadWhole(memory.path());
  CHECK_EQ(result.packets.at(0).view.link_type, 101);
  CHECK_EQ(result.packets.at(0).view.interface_index, 1U);
  CHECK_EQ(result.packets.at(0).view.nanoseconds, 1U);
  CHECK_EQ(result.packets.at(1).view.link_type, 1);
  CHECK_EQ(result.packets.at(1).view.nanoseconds, 1000U);
  CHECK_EQ(result.packets.at(2).view.link_type, 276);
}

TEST(each_section_has_its_own_byte_order_and_interfaces) {
  BytesBuilder second(true);
  second.SectionHeader().Interface(101).EnhancedPacket(0, 2'000'000, kPacket, 5);
  BytesBuilder file;
  file.SectionHeader().Interface(1).Interface(1).EnhancedPacket(1, 1'000'000, kPacket, 5).Raw(second.bytes());
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.packets.at(1).view.seconds, 2);
  CHECK_EQ(result.packets.at(1).view.link_type, 101);
  // Numbered through all sections: an interface of the second one is none of the first.
  CHECK_EQ(result.packets.at(0).view.interface_index, 1U);
  CHECK_EQ(result.packets.at(1).view.interface_index, 2U);

  BytesBuilder missing;
  missing.SectionHeader().Interface(1).EnhancedPacket(0, 1, kPacket, 5).SectionHeader().EnhancedPacket(0, 1, {}, 0);
  CHECK(ErrorOf(missing).find("there's no Interface Description Block for that interface") != std::string::npos);
}

TEST(time_units_are_powers_of_ten_or_of_two) {
  CHECK_EQ(TimeOf(9, 0, 1'234'567'890'123'456'789).seconds, 1'234'567'890);
  CHECK_EQ(TimeOf(9, 0, 1'234'567'890'123'456'789).nanoseconds, 123'456'789U);
  CHECK_EQ(TimeOf(0, 0, 77).seconds, 77);
  CHECK_EQ(TimeOf(3, 0, 1'500).nanoseconds, 500'000'000U);
  CHECK_EQ(TimeOf(12, 0, 1'000'000'001'999).nanoseconds, 1U);
  CHECK_EQ(TimeOf(19, 0, 15'000'000'000'000'000'000U).nanoseconds, 500'000'000U);
  CHECK_EQ(TimeOf(0x80 | 10, 0, 1024 + 512).nanoseconds, 500'000'000U);
  CHECK_EQ(TimeOf(0x80 | 63, 0, uint64_t{3} << 62).seconds, 1);
  CHECK_EQ(TimeOf(0x80 | 63, 0, uint64_t{3} << 62).nanoseconds, 500'000'000U);
  CHECK_EQ(TimeOf(6, 1000, 1).seconds, 1000);
  CHECK_EQ(TimeOf(6, static_cast<uint64_t>(-1000), 1).seconds, -1000);
  CHECK_EQ(TimeOf(6, 1000, 1).nanoseconds, 1000U);
}

TEST(packet_flags_tell_the_direction) {
  const std::pair<uint32_t, uint8_t> cases[] = {{0, kDirectionUnknown},
                                                {1, kDirectionHost},
                                                {2, kDirectionOutgoing},
                                                {1 | 1 << 2, kDirectionHost},
                                                {1 | 2 << 2, kDirectionMulticast},
                                                {1 | 3 << 2, kDirectionBroadcast},
                                                {1 | 4 << 2, kDirectionOtherHost}};
  for (const auto& [flags, direction] : cases) {
    BytesBuilder file;
    file.SectionHeader().Interface(1).EnhancedPacket(0, 1, kPacket, 5, FlagsOption(flags));
    CHECK_EQ(ReadWhole(file.bytes()).packets.at(0).view.direction, direction);
  }
}

TEST(damaged_blocks_are_named) {
  const BytesBuilder start = BytesBuilder().SectionHeader().Interface(1).EnhancedPacket(0, 1, kPacket, 5);
  CHECK_EQ(ErrorOf(BytesBuilder(start).U32(6).U32(8).U32(8)),
           std::string("block in pcapng dump file has a length of 8 < 12 (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).U32(6).U32(13).U32(13)),
           std::string("block in pcapng dump file has a length of 13 that is not a multiple of 4 (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).U32(6).U32(0x40000000).U32(0)),
           std::string("pcapng block size 1073741824 > maximum 16777216 (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).U32(6).U32(16).U32(0).U32(20)),
           std::string("block total length in header and trailer don't match (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).EnhancedPacket(7, 1, kPacket, 5)),
           std::string("a packet arrived on interface 7, but there's no Interface Description Block for that "
                       "interface (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).SimplePacket(60, kPacket)),
           std::string("packet of 60 bytes in a block with room for 8 (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).SimplePacket(9, kPacket)),
           std::string("packet of 9 bytes in a block with room for 8 (at byte 88)"));
  CHECK_EQ(ErrorOf(BytesBuilder(start).U32(6).U32(64).U32(0)),
           std::string("truncated pcapng dump file; tried to read 56 bytes, only got 4 (at byte 88)"));
  CHECK_EQ(ReadWhole(BytesBuilder(start).Raw({6, 0, 0}).bytes()).packets.size(), size_t{1});
  CHECK_EQ(ErrorOf(BytesBuilder().SectionHeader().EnhancedPacket(0, 1, kPacket, 5).Interface(1)),
           std::string("the capture file has a packet block before any Interface Description Blocks (at byte 28)"));
  CHECK_EQ(ErrorOf(BytesBuilder().SectionHeader().Interface(1, 0, TimeOptions(false, 20, 0))),
           std::string("time stamp resolution 10^-20 is finer than 64 bits can hold (at byte 28)"));
}

TEST(more_interfaces_than_memory_is_spent_on_are_refused) {
  BytesBuilder file;
  file.SectionHeader();
  for (int i = 0; i < 65536; i++) file.Interface(1);
  file.EnhancedPacket(65535, 1, kPacket, 5).Interface(1);
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.packets.size(), size_t{1});
  CHECK_EQ(result.error.substr(0, 26), std::string("more than 65536 interfaces"));
}

TEST(version_1_2_is_read_as_1_0) {
  BytesBuilder file, section;
  section.U32(0x1a2b3c4d).U16(1).U16(2).U64(~uint64_t{0});
  file.Block(0x0a0d0d0a, section).Interface(1).EnhancedPacket(0, 1, kPacket, 5);
  CHECK_EQ(ReadWhole(file.bytes()).packets.size(), size_t{1});
}

TEST(the_last_option_of_a_block_counts_where_no_mark_ends_them) {
  BytesBuilder file, options;
  options.U16(2).U16(4).U32(2);
  file.SectionHeader().Interface(1).EnhancedPacket(0, 1, kPacket, 5, options.bytes());
  CHECK_EQ(ReadWhole(file.bytes()).packets.at(0).view.direction, kDirectionOutgoing);
}

TEST(packets_before_a_damaged_block_are_read) {
  BytesBuilder file;
  file.SectionHeader().Interface(1).EnhancedPacket(0, 1, kPacket, 5).EnhancedPacket(0, 2, kPacket, 5);
  const ReadResult result = ReadWhole(file.U32(6).U32(8).U32(8).bytes());
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.code, std::string("ESAVEFILE_DAMAGED"));
}

TEST(options_of_a_packet_come_in_the_byte_order_of_this_host) {
  std::vector<std::vector<uint8_t>> orders;
  for (const bool big_endian : {false, true}) {
    BytesBuilder options(big_endian);
    options.U16(2).U16(4).U32(1).U16(1).U16(3).Raw({'a', 'b', 'c', 0}).U16(4).U16(8).U64(7).U32(0);
    BytesBuilder file(big_endian);
    file.SectionHeader().Interface(1).EnhancedPacket(0, 1, kPacket, 5, options.bytes());
    const MemoryFile memory(file.bytes());
    SavefileSource source(memory.path());
    source.Open();
    static PacketBatch batch;
    CHECK(source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets);
    const PacketView& packet = batch.packets[0];
    CHECK_EQ(packet.direction, kDirectionHost);
    orders.emplace_back(packet.block_options, packet.block_options + packet.block_options_length);
  }
  CHECK_EQ(orders[0].size(), size_t{28});
  CHECK(orders[0] == orders[1]);
}

TEST(a_block_larger_than_the_buffer_is_skipped) {
  BytesBuilder file;
  file.SectionHeader().Interface(1);
  file.Block(0xbad, BytesBuilder().Raw(std::vector<uint8_t>(3 << 20, 7))).EnhancedPacket(0, 1, kPacket, 5);
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.error, std::string(""));
  CHECK(result.packets.at(0).bytes == kPacket);
}

TEST(a_pcapng_file_without_interfaces_has_no_packets) {
  const ReadResult result = ReadWhole(BytesBuilder().SectionHeader().bytes());
  CHECK_EQ(result.code, std::string());
  CHECK_EQ(result.packets.size(), size_t{0});
}

}  // namespace fandump::test
