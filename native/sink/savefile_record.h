// The pcap savefile format as it is written: pcap-savefile(5), draft-ietf-opsawg-pcap. In the byte order of this host.
#pragma once

#include "types.h"

namespace fandump {

constexpr uint32_t kPcapMagicMicroseconds = 0xa1b2c3d4;
constexpr uint32_t kPcapMagicNanoseconds = 0xa1b23c4d;

struct PcapFileHeader {
  uint32_t magic;
  uint16_t version_major = 2;
  uint16_t version_minor = 4;
  uint32_t reserved1 = 0;
  uint32_t reserved2 = 0;
  uint32_t snaplen;
  uint32_t link_type;
};
static_assert(sizeof(PcapFileHeader) == 24);

struct PcapRecordHeader {
  uint32_t seconds;
  uint32_t fraction;  // micro- or nanoseconds, as the file's magic says
  uint32_t captured;
  uint32_t original;
};
static_assert(sizeof(PcapRecordHeader) == 16);

constexpr size_t kMaxPcapRecord = sizeof(PcapRecordHeader) + kMaxSnaplen;

}  // namespace fandump
