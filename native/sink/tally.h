// Counts packets by what they say, while they are received; no packet goes further for it.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sink/sink.h"
#include "sink/tally_key.h"
#include "sink/tally_table.h"

namespace fandump {

struct TallyRow {
  std::vector<std::string> texts;  // of each part of the key
  TallyTable::Counts counts;
};

struct TallyReport {
  std::vector<TallyRow> rows;  // most packets first
  uint64_t keys = 0;           // of all packets, those without a row here included
  uint64_t packets = 0;
  uint64_t bytes = 0;
  bool exact = true;
};

// One for each worker.
class TallySink : public Sink {
 public:
  // Keys that each worker counts exactly.
  static constexpr size_t kCapacity = 65536;

  explicit TallySink(std::vector<TallyPart> parts, size_t capacity = kCapacity);

  void Consume(const PacketView* packets, size_t size) override;
  bool IsPatient() const override { return true; }
  void Finish() override {}

  // The rows of all sinks, which must count by the same parts, put together; limit of them at most, 0: all. Any thread.
  static TallyReport Report(const std::vector<TallySink*>& sinks, size_t limit);

 private:
  const TallyKey key_;
  std::vector<uint8_t> buffer_;  // for one key
  std::mutex mutex_;             // taken once for each batch
  TallyTable table_;             // guarded by mutex_
};

}  // namespace fandump
