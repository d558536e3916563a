// Tells the datagrams that a UDP socket's program has refused from those that were lost. The socket counts both in one
// (sk_drops); what was lost the kernel counts besides, but for all sockets of the network namespace together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "host/udp_counters.h"
#include "types.h"

namespace fandump {

// The drops of one worker's sockets. Those of sockets without a program are known already.
struct SocketDrops {
  SourceCounters& counters;
  std::vector<uint64_t> inodes;
};

class DropSplit {
 public:
  // Made before the session's sockets are bound: what counts is what happens from here on.
  DropSplit();

  // Moves refused_or_dropped to kernel_refused and kernel_dropped as far as it can be known: wholly while nothing was
  // lost in the namespace; for one socket with a program while no socket of another program has lost anything; for
  // several only their sum. Returns how many of those that could not be told apart were lost, if that is known.
  std::optional<uint64_t> Apply(std::vector<SocketDrops>& sockets) const;

 private:
  // What others have lost since the beginning is unknown, too, once one of their sockets is gone.
  bool OthersHaveLostNothing(const std::vector<SocketDrops>& own) const;

  UdpCounters counters_;
  std::optional<uint64_t> dropped_at_start_;
  std::optional<std::map<uint64_t, uint32_t>> sockets_at_start_;
};

}  // namespace fandump
