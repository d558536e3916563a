// Reading pcap files, pipes, and what is no savefile.
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "check.h"
#include "savefile_builder.h"

namespace fandump::test {
namespace {

constexpr uint32_t kMicroseconds = 0xa1b2c3d4;
constexpr uint32_t kNanoseconds = 0xa1b23c4d;
constexpr uint32_t kPatched = 0xa1b2cd34;

const std::vector<uint8_t> kPacket = {1, 2, 3, 4, 5};

}  // namespace

TEST(pcap_is_read_in_both_byte_orders_and_resolutions) {
  for (const bool big_endian : {false, true}) {
    for (const bool nanosecond : {false, true}) {
      BytesBuilder file(big_endian);
      file.PcapHeader(nanosecond ? kNanoseconds : kMicroseconds, 96, 113).PcapRecord(7, 123456, kPacket, 60);
      const MemoryFile memory(file.bytes());
      SavefileSource source(memory.path());
      source.Open();
      CHECK_EQ(source.link_type(), 113);
      CHECK_EQ(source.snaplen(), 96U);
      CHECK_EQ(source.nanosecond(), nanosecond);
      PacketBatch batch;
      CHECK(source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets);
      CHECK_EQ(batch.size, size_t{1});
      const PacketView& packet = batch.packets[0];
      CHECK_EQ(packet.seconds, 7);
      CHECK_EQ(packet.nanoseconds, nanosecond ? 123456U : 123456000U);
      CHECK_EQ(packet.caplen, 5U);
      CHECK_EQ(packet.len, 60U);
      CHECK_EQ(packet.link_type, 113);
      CHECK(std::vector<uint8_t>(packet.data, packet.data + 5) == kPacket);
      CHECK(source.Receive(batch, kPatientMs) == ReceiveStatus::kEnd);
      SourceCounters counters;
      source.ReadCounters(counters);
      CHECK_EQ(counters.received, 1U);
      CHECK_EQ(counters.received_bytes, 5U);
      CHECK_EQ(counters.kernel_matched, 1U);
    }
  }
}

TEST(a_fraction_of_more_than_a_second_counts_as_seconds) {
  const ReadResult result =
      ReadWhole(BytesBuilder().PcapHeader(kMicroseconds).PcapRecord(7, 2500000, kPacket, 5).bytes());
  CHECK_EQ(result.packets.at(0).view.seconds, 9);
  CHECK_EQ(result.packets.at(0).view.nanoseconds, 500000000U);
}

TEST(files_of_the_patched_libpcap_tell_interface_and_direction) {
  BytesBuilder file;
  file.PcapHeader(kPatched).U32(1).U32(2).U32(5).U32(5).U32(3).U16(0x800).U8(4).U8(0).Raw(kPacket);
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.packets.size(), size_t{1});
  CHECK_EQ(result.packets.at(0).view.interface_index, 3U);
  CHECK_EQ(result.packets.at(0).view.direction, kDirectionOutgoing);
  CHECK(result.packets.at(0).bytes == kPacket);
}

TEST(old_versions_have_the_two_lengths_the_other_way_round) {
  struct Version {
    uint16_t major, minor;
  };
  // The second is that of DG/UX.
  for (const Version version : {Version{2, 2}, Version{543, 0}}) {
    BytesBuilder file;
    file.U32(kMicroseconds).U16(version.major).U16(version.minor).U32(0).U32(0).U32(65535).U32(1);
    file.U32(1).U32(0).U32(60).U32(5).Raw(kPacket);
    const ReadResult result = ReadWhole(file.bytes());
    CHECK_EQ(result.packets.at(0).view.caplen, 5U);
    CHECK_EQ(result.packets.at(0).view.len, 60U);
  }
}

// Some of its writers had the lengths one way round, some the other.
TEST(of_the_two_lengths_in_version_2_3_the_smaller_one_is_what_was_captured) {
  BytesBuilder file;
  file.U32(kMicroseconds).U16(2).U16(3).U32(0).U32(0).U32(65535).U32(1);
  file.U32(1).U32(0).U32(60).U32(5).Raw(kPacket).PcapRecord(2, 0, kPacket, 60).PcapRecord(3, 0, kPacket, 5);
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.packets.size(), size_t{3});
  for (const ReadPacket& packet : result.packets) {
    CHECK(packet.bytes == kPacket);
    CHECK_EQ(packet.view.len, packet.view.seconds == 3 ? 5U : 60U);
  }
}

TEST(a_record_longer_than_the_snapshot_length_is_cut_to_it) {
  BytesBuilder file;
  file.PcapHeader(kMicroseconds, 3).PcapRecord(1, 0, kPacket, 5).PcapRecord(2, 0, {9}, 1);
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.packets.at(0).view.caplen, 3U);
  CHECK(result.packets.at(1).bytes == std::vector<uint8_t>{9});
}

TEST(ethernet_packets_of_the_patched_libpcap_may_exceed_the_snapshot_length_by_their_header) {
  const std::pair<uint16_t, uint32_t> kept[] = {{kLinkTypeEthernet, 10 + 14}, {kLinkTypeRaw, 10}};
  for (const auto& [link_type, most] : kept) {
    BytesBuilder file;
    file.PcapHeader(kPatched, 10, link_type);
    for (const uint32_t length : {most, most + 1}) {
      file.U32(1).U32(2).U32(length).U32(length).U32(3).U16(0x800).U8(0).U8(0).Raw(std::vector<uint8_t>(length));
    }
    const ReadResult result = ReadWhole(file.bytes());
    CHECK_EQ(result.packets.size(), size_t{2});
    for (const ReadPacket& packet : result.packets) CHECK_EQ(packet.view.caplen, most);
  }
}

TEST(raw_ip_written_as_12_is_raw_ip) {
  const ReadResult result =
      ReadWhole(BytesBuilder().PcapHeader(kMicroseconds, 0, 12).PcapRecord(1, 0, kPacket, 5).bytes());
  CHECK_EQ(result.packets.at(0).view.link_type, kLinkTypeRaw);
}

TEST(packets_before_the_damage_are_delivered) {
  BytesBuilder file;
  file.PcapHeader(kMicroseconds).PcapRecord(1, 0, kPacket, 5).PcapRecord(2, 0, kPacket, 5);
  const BytesBuilder whole = file;
  ReadResult result = ReadWhole(file.U32(1).U32(2).U32(262145).U32(262145).bytes());
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.code, std::string("ESAVEFILE_DAMAGED"));
  CHECK_EQ(result.error,
           std::string("invalid packet capture length 262145, bigger than maximum of 262144 (at byte 66)"));

  result = ReadWhole(BytesBuilder(whole).Raw({1, 2, 3, 4, 5, 6, 7}).bytes());
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.code, std::string("ESAVEFILE_TRUNCATED"));
  CHECK_EQ(result.error, std::string("truncated dump file; tried to read 16 header bytes, only got 7 (at byte 66)"));

  result = ReadWhole(BytesBuilder(whole).U32(1).U32(2).U32(60).U32(60).Raw({1, 2, 3}).bytes());
  CHECK_EQ(result.packets.size(), size_t{2});
  CHECK_EQ(result.error, std::string("truncated dump file; tried to read 60 captured bytes, only got 3 (at byte 66)"));
}

TEST(what_other_programs_have_compressed_is_told_with_the_program_that_takes_it_apart) {
  const auto hint = [](const std::vector<uint8_t>& bytes) { return ReadWhole(bytes).hint; };
  CHECK_EQ(hint({0xfd, '7', 'z', 'X', 'Z', 0}), std::string("xz -dc FILE | fandump -r -"));
  CHECK_EQ(hint({'B', 'Z', 'h', '9', '1', 'A'}), std::string("bzip2 -dc FILE | fandump -r -"));
  CHECK_EQ(hint({0x02, 0x21, 0x4c, 0x18, 9, 0}), std::string("lz4 -dc FILE | fandump -r -"));
}

TEST(what_is_no_savefile_is_told_by_its_first_bytes) {
  CHECK_EQ(ReadWhole(std::vector<uint8_t>{}).error,
           std::string("truncated dump file; tried to read 4 file header bytes, only got 0 (at byte 0)"));
  ReadResult result = ReadWhole(std::vector<uint8_t>{'h', 'e', 'l', 'l', 'o'});
  CHECK_EQ(result.code, std::string("ESAVEFILE_FORMAT"));
  CHECK_EQ(result.error,
           std::string("unknown file format; neither pcap nor pcapng begins with 68 65 6c 6c (at byte 0)"));
  CHECK_EQ(result.hint, std::string(""));
  CHECK_EQ(ReadWhole(BytesBuilder().U32(kMicroseconds).U16(2).bytes()).error,
           std::string("truncated dump file; tried to read 24 file header bytes, only got 6 (at byte 0)"));
  CHECK_EQ(ReadWhole(BytesBuilder().U32(kMicroseconds).U16(3).U16(1).U64(0).U64(0).bytes()).error,
           std::string("unsupported pcap savefile version 3.1 (at byte 0)"));
  CHECK_EQ(ReadWhole(BytesBuilder().PcapHeader(kMicroseconds, 0, 0x00300001).bytes()).error,
           std::string("unknown data link type 3145729 (at byte 0)"));
  result = ReadWhole("/nowhere/at/all");
  CHECK_EQ(result.error, std::string("No such file or directory"));
  CHECK_EQ(result.hint, std::string("ls '/nowhere/at'"));
  result = ReadWhole("/proc");
  CHECK_EQ(result.error, std::string("Is a directory"));
  CHECK_EQ(result.hint, std::string("name a file in it"));
}

TEST(a_pipe_is_read_as_it_fills_and_idle_in_between) {
  const std::string path = "/tmp/fandump-test-fifo-" + std::to_string(getpid());
  if (mkfifo(path.c_str(), 0600) != 0) Skip("no FIFO can be made in /tmp");
  const std::vector<uint8_t> header = BytesBuilder().PcapHeader(kMicroseconds).bytes();
  const std::vector<uint8_t> record = BytesBuilder().PcapRecord(1, 0, kPacket, 5).bytes();
  FILE* writer = nullptr;
  std::thread opener([&] {
    writer = fopen(path.c_str(), "wb");
    setbuf(writer, nullptr);
    fwrite(header.data(), 1, header.size(), writer);
  });
  SavefileSource source(path);
  source.Open();
  opener.join();
  unlink(path.c_str());
  PacketBatch batch;
  CHECK(source.Receive(batch, 5) == ReceiveStatus::kIdle);
  fwrite(record.data(), 1, 10, writer);
  CHECK(source.Receive(batch, 5) == ReceiveStatus::kIdle);
  fwrite(record.data() + 10, 1, record.size() - 10, writer);
  CHECK(source.Receive(batch, 5) == ReceiveStatus::kPackets);
  CHECK_EQ(batch.size, size_t{1});
  fwrite(record.data(), 1, record.size(), writer);
  source.Drain();
  CHECK(source.Receive(batch, 5) == ReceiveStatus::kEnd);
  fclose(writer);
}

TEST(a_file_larger_than_the_buffer_is_read_whole_and_in_order) {
  BytesBuilder file;
  file.PcapHeader(kMicroseconds, 0);
  for (uint32_t i = 0; i < 5000; i++) {
    const uint32_t length = i % 1000 == 999 ? 262144 : i % 400;
    file.PcapRecord(i, 0, std::vector<uint8_t>(length, static_cast<uint8_t>(i)), length);
  }
  const ReadResult result = ReadWhole(file.bytes());
  CHECK_EQ(result.code, std::string(""));
  CHECK_EQ(result.packets.size(), size_t{5000});
  int wrong = 0;
  for (uint32_t i = 0; i < result.packets.size(); i++) {
    const ReadPacket& packet = result.packets[i];
    const size_t length = i % 1000 == 999 ? 262144 : i % 400;
    if (packet.view.seconds != i || packet.bytes != std::vector<uint8_t>(length, static_cast<uint8_t>(i))) wrong++;
  }
  CHECK_EQ(wrong, 0);
}

}  // namespace fandump::test
