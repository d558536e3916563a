#include "engine/drop_split.h"

#include <algorithm>

namespace fandump {

namespace {

void Split(SourceCounters& counters, uint64_t dropped) {
  counters.kernel_dropped += dropped;
  counters.kernel_matched += dropped;
  counters.kernel_refused += counters.refused_or_dropped - dropped;
  counters.refused_or_dropped = 0;
}

}  // namespace

DropSplit::DropSplit() : dropped_at_start_(counters_.ReadDropped()), sockets_at_start_(counters_.ReadSockets()) {}

std::optional<uint64_t> DropSplit::Apply(std::vector<SocketDrops>& sockets) const {
  std::vector<SourceCounters*> mixed;
  uint64_t sum = 0;
  uint64_t known = 0;
  for (const SocketDrops& socket : sockets) {
    known += socket.counters.kernel_dropped;
    if (socket.counters.refused_or_dropped == 0) continue;
    sum += socket.counters.refused_or_dropped;
    mixed.push_back(&socket.counters);
  }
  if (mixed.empty()) return 0;
  const std::optional<uint64_t> dropped_now = counters_.ReadDropped();
  if (!dropped_now || !dropped_at_start_) return std::nullopt;
  const uint64_t dropped = *dropped_now - *dropped_at_start_;
  if (dropped == 0) {
    for (SourceCounters* counters : mixed) Split(*counters, 0);
    return 0;
  }
  if (!OthersHaveLostNothing(sockets)) return std::nullopt;
  // Drops between the readings may be in one counter and not yet in the other.
  const uint64_t own = std::min(dropped > known ? dropped - known : 0, sum);
  if (mixed.size() > 1) return own;
  Split(*mixed.front(), own);
  return 0;
}

bool DropSplit::OthersHaveLostNothing(const std::vector<SocketDrops>& own) const {
  const auto now = counters_.ReadSockets();
  if (!now || !sockets_at_start_) return false;
  for (const auto& [inode, drops] : *sockets_at_start_) {
    const auto found = now->find(inode);
    if (found == now->end() || found->second != drops) return false;
  }
  return std::all_of(now->begin(), now->end(), [&](const auto& socket) {
    const uint64_t inode = socket.first;
    const bool is_own = std::any_of(own.begin(), own.end(), [inode](const SocketDrops& one) {
      return std::find(one.inodes.begin(), one.inodes.end(), inode) != one.inodes.end();
    });
    return is_own || sockets_at_start_->contains(inode) || socket.second == 0;
  });
}

}  // namespace fandump
