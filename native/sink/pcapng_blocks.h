// Blocks of pcapng (draft-ietf-opsawg-pcapng) as they are written, in the byte order of this host.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include "savefile_layout.h"
#include "types.h"

namespace fandump {

// What the section header says about the machine and the program.
struct PcapngHost {
  std::string hardware;
  std::string os;
  std::string application;
};

// This machine, by /proc/cpuinfo and uname(2).
PcapngHost DescribeHost(const std::string& application);

// A block while it is made, for those that are not packets.
class PcapngBlock {
 public:
  explicit PcapngBlock(uint32_t type) {
    Add32(type);
    Add32(0);
  }
  void Add16(uint16_t value) { AddBytes(&value, sizeof value); }
  void Add32(uint32_t value) { AddBytes(&value, sizeof value); }
  void AddBytes(const void* bytes, size_t size) { bytes_.append(static_cast<const char*>(bytes), size); }
  // Cut to what an option can hold.
  void AddOption(uint16_t code, std::string_view value);
  // A time as two halves, the upper one first.
  void AddTimeOption(uint16_t code, uint64_t time);
  // Ends options and block.
  const std::string& Finish(bool has_options = true);

 private:
  std::string bytes_;
};

std::string SectionHeader(const PcapngHost& host);
// body: without type and lengths.
std::string WholeBlock(uint32_t type, const std::string& body);

// One interface at one moment, since the capture began. Times in nanoseconds since the epoch.
struct InterfaceStatistics {
  uint32_t interface = 0;
  uint64_t began = 0;
  uint64_t now = 0;
  uint64_t written = 0;                      // packets of it in the savefile
  const SourceCounters* counters = nullptr;  // none: they are told of another interface of the same source
};
std::string StatisticsBlock(const InterfaceStatistics& statistics);

}  // namespace fandump
