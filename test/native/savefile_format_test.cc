// The records of savefiles: of what was written in part, those that are whole.
#include "sink/savefile_format.h"

#include <cstring>

#include "check.h"
#include "sink/pcapng_blocks.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

WriteBuffer EmptyBuffer() {
  WriteBuffer buffer;
  buffer.bytes = std::make_unique<uint8_t[]>(WriteBuffer::kCapacity);
  return buffer;
}

void PutBytes(WriteBuffer& buffer, const void* bytes, size_t size) {
  std::memcpy(buffer.bytes.get() + buffer.size, bytes, size);
  buffer.size += size;
}

template <typename Record>
void PutRecord(WriteBuffer& buffer, const Record& record) {
  record.Put(buffer.bytes.get() + buffer.size);
  buffer.size += record.length();
}

// For each size that may have been written: what lies before the last border is found, and nothing else.
void CheckWholeRecords(const WriteBuffer& buffer, const std::vector<WholeRecords>& borders, bool pcapng) {
  for (size_t size = 0; size <= buffer.size; size++) {
    WholeRecords expected;
    for (const WholeRecords& border : borders) {
      if (border.size <= size) expected = border;
    }
    const WholeRecords found = FindWholeRecords(buffer, size, pcapng);
    CHECK_EQ(found.size, expected.size);
    CHECK_EQ(found.packets, expected.packets);
    CHECK_EQ(found.captured_bytes, expected.captured_bytes);
  }
}

}  // namespace

TEST(whole_records_of_a_pcap_file_that_was_written_in_part_are_found) {
  WriteBuffer buffer = EmptyBuffer();
  buffer.starts = FileStart{"x", false};
  const PcapFileHeader header{};
  PutBytes(buffer, &header, sizeof header);
  std::vector<WholeRecords> borders = {{buffer.size, 0, 0}};
  std::vector<uint8_t> bytes(9, 0xff);
  for (const uint32_t length : {5u, 0u, 8u}) {
    PacketView packet = View(bytes);
    packet.caplen = length;
    PutRecord(buffer, PcapRecord(packet, false));
    borders.push_back({buffer.size, borders.back().packets + 1, borders.back().captured_bytes + length});
  }
  CheckWholeRecords(buffer, borders, false);
}

TEST(whole_blocks_of_a_pcapng_file_that_was_written_in_part_are_found) {
  WriteBuffer buffer = EmptyBuffer();
  const std::string section = SectionHeader({});
  PutBytes(buffer, section.data(), section.size());
  std::vector<WholeRecords> borders = {{buffer.size, 0, 0}};
  std::vector<uint8_t> bytes(9, 0xff);
  for (const uint32_t length : {5u, 0u, 8u}) {
    PacketView packet = View(bytes);
    packet.caplen = length;
    PutRecord(buffer, PcapngRecord(packet, 0, 0));
    borders.push_back({buffer.size, borders.back().packets + 1, borders.back().captured_bytes + length});
  }
  // One without a packet, and as short as a block can be.
  const std::string empty = WholeBlock(0xbad, "");
  PutBytes(buffer, empty.data(), empty.size());
  borders.push_back({buffer.size, borders.back().packets, borders.back().captured_bytes});
  CheckWholeRecords(buffer, borders, true);
}

}  // namespace fandump::test
