// The pcap savefile format as it is written: pcap-savefile(5), draft-ietf-opsawg-pcap. In the byte order of this host.
#pragma once

#include "savefile_layout.h"
#include "types.h"

namespace fandump {

struct PcapFileHeader {
  uint32_t magic;
  uint16_t version_major = pcap_file::kVersionMajor;
  uint16_t version_minor = pcap_file::kVersionMinor;
  uint32_t reserved1 = 0;
  uint32_t reserved2 = 0;
  uint32_t snaplen;
  uint32_t link_type;
};
static_assert(sizeof(PcapFileHeader) == pcap_file::kHeaderLength);

struct PcapRecordHeader {
  uint32_t seconds;
  uint32_t fraction;  // micro- or nanoseconds, as the file's magic says
  uint32_t captured;
  uint32_t original;
};
static_assert(sizeof(PcapRecordHeader) == pcap_file::kRecordHeaderLength);

constexpr size_t kMaxPcapRecord = sizeof(PcapRecordHeader) + kMaxSnaplen;

}  // namespace fandump
