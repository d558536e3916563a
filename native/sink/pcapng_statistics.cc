#include "sink/pcapng_statistics.h"

#include "clock.h"

namespace fandump {
namespace {

uint64_t WallClockNs() { return static_cast<uint64_t>(NowNs(CLOCK_REALTIME)); }

}  // namespace

PcapngStatistics::PcapngStatistics(CountersOfSource counters, size_t sources, int64_t interval_ms)
    : counters_(std::move(counters)), interval_ms_(interval_ms), known_drops_(sources), to_tell_(sources) {}

void PcapngStatistics::Begin() {
  began_ns_ = WallClockNs();
  due_ms_ = NowMs(CLOCK_MONOTONIC_COARSE) + interval_ms_;
}

std::vector<std::string> PcapngStatistics::Blocks(const SavedInterfaces& interfaces) {
  due_ms_ = NowMs(CLOCK_MONOTONIC_COARSE) + interval_ms_;
  std::vector<std::string> blocks;
  if (!counters_) return blocks;
  for (const auto& interface : interfaces.all()) {
    if (interface->id == SavedInterface::kNotInFile) continue;
    InterfaceStatistics statistics;
    statistics.interface = interface->id;
    statistics.began = began_ns_;
    statistics.now = WallClockNs();
    statistics.written = interface->written;
    SourceCounters counters;
    if (interface->is_nominal) {
      counters = counters_(interface->source);
      statistics.counters = &counters;
    }
    blocks.push_back(StatisticsBlock(statistics));
  }
  return blocks;
}

void PcapngStatistics::LookForDrops() {
  if (!counters_) return;
  for (size_t i = 0; i < known_drops_.size(); i++) {
    const uint64_t drops = counters_(i).kernel_dropped;
    to_tell_[i] += drops - std::exchange(known_drops_[i], drops);
  }
}

}  // namespace fandump
