// Blocks of pcapng: draft-ietf-opsawg-pcapng, sections 3.5 (options), 4.1, 4.2 and 4.6.
#include "sink/pcapng_blocks.h"

#include <sys/utsname.h>

#include <algorithm>
#include <fstream>

namespace fandump {
namespace {

constexpr uint64_t kUnknownSectionLength = ~uint64_t{0};
constexpr size_t kLongestOption = 0xffff;

// "model name" on x86; ARM does not name its processors there.
std::string ProcessorName() {
  std::ifstream file("/proc/cpuinfo");
  constexpr std::string_view kKey = "model name";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(kKey)) continue;
    const size_t colon = line.find(':');
    if (colon != std::string::npos && colon + 2 < line.size()) return line.substr(colon + 2);
  }
  return "";
}

void AddCount(PcapngBlock& block, uint16_t code, uint64_t value) {
  block.AddOption(code, {reinterpret_cast<const char*>(&value), sizeof value});
}

}  // namespace

PcapngHost DescribeHost(const std::string& application) {
  PcapngHost host;
  host.application = application;
  utsname names{};
  if (uname(&names) != 0) return host;
  host.os = std::string(names.sysname) + " " + names.release;
  const std::string processor = ProcessorName();
  host.hardware = processor.empty() ? names.machine : processor + " (" + names.machine + ")";
  return host;
}

void PcapngBlock::AddOption(uint16_t code, std::string_view value) {
  const size_t length = std::min(value.size(), kLongestOption);
  Add16(code);
  Add16(static_cast<uint16_t>(length));
  AddBytes(value.data(), length);
  bytes_.resize(pcapng::PadToWord(bytes_.size()));
}

void PcapngBlock::AddTimeOption(uint16_t code, uint64_t time) {
  const uint32_t halves[] = {static_cast<uint32_t>(time >> 32), static_cast<uint32_t>(time)};
  AddOption(code, {reinterpret_cast<const char*>(halves), sizeof halves});
}

const std::string& PcapngBlock::Finish(bool has_options) {
  if (has_options) AddOption(pcapng::kEndOfOptions, {});
  const auto length = static_cast<uint32_t>(bytes_.size() + sizeof(uint32_t));
  std::memcpy(bytes_.data() + sizeof(uint32_t), &length, sizeof length);
  Add32(length);
  return bytes_;
}

std::string SectionHeader(const PcapngHost& host) {
  PcapngBlock block(pcapng::kSectionHeader);
  block.Add32(pcapng::kByteOrderMagic);
  block.Add16(pcapng::kVersionMajor);
  block.Add16(pcapng::kVersionMinor);
  block.AddBytes(&kUnknownSectionLength, sizeof kUnknownSectionLength);
  if (!host.hardware.empty()) block.AddOption(pcapng::kSectionHardware, host.hardware);
  if (!host.os.empty()) block.AddOption(pcapng::kSectionOs, host.os);
  block.AddOption(pcapng::kSectionApplication, host.application);
  return block.Finish();
}

std::string WholeBlock(uint32_t type, const std::string& body) {
  PcapngBlock block(type);
  block.AddBytes(body.data(), body.size());
  return block.Finish(false);
}

std::string StatisticsBlock(const InterfaceStatistics& statistics) {
  PcapngBlock block(pcapng::kInterfaceStatistics);
  block.Add32(statistics.interface);
  block.Add32(static_cast<uint32_t>(statistics.now >> 32));
  block.Add32(static_cast<uint32_t>(statistics.now));
  block.AddTimeOption(pcapng::kStatisticsStart, statistics.began);
  block.AddTimeOption(pcapng::kStatisticsEnd, statistics.now);
  if (const SourceCounters* counters = statistics.counters) {
    // A UDP socket with a program does not tell what it has dropped from what it has refused: a zero would be a lie.
    const bool drops_are_known = counters->refused_or_dropped == 0;
    if (drops_are_known) {
      AddCount(block, pcapng::kStatisticsReceived, counters->kernel_matched + counters->interface_dropped);
    }
    AddCount(block, pcapng::kStatisticsInterfaceDropped, counters->interface_dropped);
    AddCount(block, pcapng::kStatisticsFilterAccepted, counters->kernel_matched);
    if (drops_are_known) AddCount(block, pcapng::kStatisticsOsDropped, counters->kernel_dropped);
  }
  AddCount(block, pcapng::kStatisticsDelivered, statistics.written);
  return block.Finish();
}

}  // namespace fandump
