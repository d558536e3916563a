// The pcap savefile format: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap, pcap-savefile(5).
#pragma once

#include <cstdint>

namespace fandump {

constexpr uint32_t kPcapMagicMicroseconds = 0xa1b2c3d4;
constexpr uint32_t kPcapMagicNanoseconds = 0xa1b23c4d;
constexpr uint16_t kPcapVersionMajor = 2;
constexpr uint16_t kPcapVersionMinor = 4;

struct PcapFileHeader {
  uint32_t magic;
  uint16_t version_major;
  uint16_t version_minor;
  int32_t time_zone;  // always 0
  uint32_t accuracy;  // always 0
  uint32_t snaplen;
  uint32_t link_type;
};
static_assert(sizeof(PcapFileHeader) == 24);

struct PcapRecordHeader {
  uint32_t seconds;
  uint32_t fraction;  // micro- or nanoseconds, by the file's magic
  uint32_t caplen;
  uint32_t len;
};
static_assert(sizeof(PcapRecordHeader) == 16);

}  // namespace fandump
