// Damaged savefiles of every kind: reading ends with packets inside the buffer or an error, never with anything else.
// FANDUMP_MUTATIONS sets the number of rounds.
#include <cstdlib>
#include <random>

#include "check.h"
#include "savefile_builder.h"

namespace fandump::test {
namespace {

constexpr int kDefaultRounds = 5000;

std::vector<std::vector<uint8_t>> Seeds() {
  const std::vector<uint8_t> packet(40, 0x5a);
  std::vector<std::vector<uint8_t>> seeds;
  for (const bool big_endian : {false, true}) {
    for (const uint32_t magic : {0xa1b2c3d4U, 0xa1b23c4dU, 0xa1b2cd34U}) {
      BytesBuilder pcap(big_endian);
      pcap.PcapHeader(magic);
      for (uint32_t i = 0; i < 4; i++) pcap.PcapRecord(i, i, packet, 60);
      seeds.push_back(pcap.bytes());
    }
    const std::vector<uint8_t> options = BytesBuilder(big_endian).U16(9).U16(1).U8(9).U8(0).U16(0).U32(0).bytes();
    const std::vector<uint8_t> flags = BytesBuilder(big_endian).U16(2).U16(4).U32(2).U32(0).bytes();
    BytesBuilder pcapng(big_endian);
    pcapng.SectionHeader().Interface(1, 96, options).Interface(101);
    pcapng.EnhancedPacket(0, 1, packet, 60, flags).SimplePacket(40, packet).ObsoletePacket(1, 2, packet, 60);
    pcapng.SectionHeader().Interface(276).EnhancedPacket(0, 3, {1, 2, 3}, 3);
    seeds.push_back(pcapng.bytes());
  }
  return seeds;
}

class Mutator {
 public:
  void Mutate(std::vector<uint8_t>& bytes) {
    constexpr uint8_t kExtremes[] = {0, 1, 2, 3, 4, 6, 8, 12, 0x7f, 0x80, 0xfe, 0xff};
    for (uint32_t changes = 1 + Below(4); changes > 0 && !bytes.empty(); changes--) {
      const size_t at = Below(static_cast<uint32_t>(bytes.size()));
      switch (Below(8)) {
        case 0:
          bytes.resize(at);
          break;
        case 1:
          bytes.erase(bytes.begin() + static_cast<ptrdiff_t>(at));
          break;
        case 2:
          bytes.insert(bytes.begin() + static_cast<ptrdiff_t>(at), kExtremes[Below(sizeof kExtremes)]);
          break;
        case 3:
        case 4:
          bytes[at] = kExtremes[Below(sizeof kExtremes)];
          break;
        default:
          bytes[at] ^= static_cast<uint8_t>(1U << Below(8));
      }
    }
  }
  uint32_t Below(uint32_t limit) { return std::uniform_int_distribution<uint32_t>(0, limit - 1)(random_); }

 private:
  std::mt19937 random_{11};
};

}  // namespace

TEST(damaged_savefiles_end_in_packets_or_an_error) {
  const char* wanted = std::getenv("FANDUMP_MUTATIONS");
  const int rounds = wanted == nullptr ? kDefaultRounds : std::atoi(wanted);
  const std::vector<std::vector<uint8_t>> seeds = Seeds();
  Mutator mutator;
  int damaged = 0, wrong = 0;
  for (int round = 0; round < rounds; round++) {
    std::vector<uint8_t> bytes = seeds[mutator.Below(static_cast<uint32_t>(seeds.size()))];
    mutator.Mutate(bytes);
    const ReadResult result = ReadWhole(bytes);
    if (!result.code.empty()) damaged++;
    size_t total = 0;
    for (const ReadPacket& packet : result.packets) {
      total += packet.bytes.size();
      if (packet.view.nanoseconds > 999'999'999 || packet.view.caplen > kMaxSnaplen) wrong++;
    }
    if (total > bytes.size() || (!result.code.empty() && !result.code.starts_with("ESAVEFILE_"))) wrong++;
  }
  CHECK_EQ(wrong, 0);
  CHECK(damaged > rounds / 4);
}

}  // namespace fandump::test
