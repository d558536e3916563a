// What sources have counted, as a pcapng stream tells it: drops with the next packet, the rest each minute and at the
// end.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sink/pcapng_interfaces.h"
#include "types.h"

namespace fandump {

// Of a live source, since the capture began; empty: there is nothing to tell.
using CountersOfSource = std::function<SourceCounters(size_t source)>;

class PcapngStatistics {
 public:
  static constexpr int64_t kMinuteMs = 60'000;

  // interval_ms: how often they are told.
  PcapngStatistics(CountersOfSource counters, size_t sources, int64_t interval_ms = kMinuteMs);

  // The capture begins now.
  void Begin();

  // Whether the interval has passed since they were told. coarse_ms: of CLOCK_MONOTONIC_COARSE.
  bool IsDue(int64_t coarse_ms) const { return coarse_ms >= due_ms_; }
  // A block for each interface of the file.
  std::vector<std::string> Blocks(const SavedInterfaces& interfaces);

  // Asks each source what has been dropped since it was asked.
  void LookForDrops();
  // Packets that were dropped before the next one of that source: told once.
  uint64_t TakeDrops(uint16_t source) { return std::exchange(to_tell_[source], 0); }

 private:
  const CountersOfSource counters_;
  const int64_t interval_ms_;
  std::vector<uint64_t> known_drops_;  // of each source
  std::vector<uint64_t> to_tell_;      // of each source
  uint64_t began_ns_ = 0;              // since the epoch
  int64_t due_ms_ = 0;                 // of CLOCK_MONOTONIC_COARSE
};

}  // namespace fandump
