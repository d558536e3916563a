#include "sink/tally.h"

#include <algorithm>
#include <utility>

namespace fandump {

namespace {

struct KeyedCounts {
  std::string key;
  TallyTable::Counts counts;
};

bool HasMore(const KeyedCounts& one, const KeyedCounts& other) {
  if (one.counts.packets != other.counts.packets) return one.counts.packets > other.counts.packets;
  return one.key < other.key;
}

// Makes one of those with the same key.
void PutTogether(std::vector<KeyedCounts>& all) {
  std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) { return one.key < other.key; });
  size_t kept = 0;
  for (size_t i = 0; i < all.size(); i++) {
    if (kept > 0 && all[kept - 1].key == all[i].key) {
      TallyTable::Counts& counts = all[kept - 1].counts;
      counts.packets += all[i].counts.packets;
      counts.bytes += all[i].counts.bytes;
      counts.uncertain += all[i].counts.uncertain;
    } else if (kept != i) {
      all[kept++] = std::move(all[i]);
    } else {
      kept++;
    }
  }
  all.resize(kept);
}

}  // namespace

TallySink::TallySink(std::vector<TallyPart> parts, size_t capacity)
    : key_(std::move(parts)), buffer_(key_.length()), table_(key_.length(), capacity) {}

void TallySink::Consume(const PacketView* packets, size_t size) {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (size_t i = 0; i < size; i++) {
    key_.Write(packets[i], buffer_.data());
    table_.Add(buffer_.data(), packets[i].len);
  }
}

TallyReport TallySink::Report(const std::vector<TallySink*>& sinks, size_t limit) {
  TallyReport report;
  std::vector<KeyedCounts> all;
  for (TallySink* sink : sinks) {
    const std::lock_guard<std::mutex> lock(sink->mutex_);
    const TallyTable& table = sink->table_;
    report.exact = report.exact && table.exact();
    for (size_t row = 0; row < table.size(); row++) {
      const auto* key = reinterpret_cast<const char*>(table.key(row));
      all.push_back({std::string(key, sink->key_.length()), table.counts(row)});
      report.packets += table.counts(row).packets;
      report.bytes += table.counts(row).bytes;
    }
  }
  if (sinks.size() > 1) PutTogether(all);
  report.keys = all.size();
  const size_t count = limit == 0 ? all.size() : std::min(limit, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(), HasMore);
  for (size_t row = 0; row < count; row++) {
    const auto* key = reinterpret_cast<const uint8_t*>(all[row].key.data());
    report.rows.push_back({sinks.front()->key_.Describe(key), all[row].counts});
  }
  return report;
}

}  // namespace fandump
