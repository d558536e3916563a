// What became of the packets that a sink was to send on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace fandump {

// Totals; each is monotonic.
struct ForwardCounters {
  static constexpr size_t kErrnoCount = 134;  // EHWPOISON is the last

  uint64_t sent = 0;
  uint64_t sent_bytes = 0;     // of the packets, without the headers of a tunnel or a savefile
  uint64_t sent_cut = 0;       // of those sent: the capture had cut them, and what it kept was sent
  uint64_t icmp_errors = 0;    // answers that a datagram could not be delivered
  uint64_t not_carried = 0;    // of a link type that the sink does not carry
  uint64_t too_long = 0;       // for the interface's MTU
  uint64_t too_short = 0;      // for a link header
  uint64_t stopped = 0;        // not due yet when the capture was stopped
  uint64_t without_reader = 0;  // nobody was connected
  uint64_t readers = 0;         // that have connected
  uint64_t slow_readers = 0;    // cut off
  std::array<uint64_t, kErrnoCount> refused{};  // packets that the system did not take, by errno
};

}  // namespace fandump
