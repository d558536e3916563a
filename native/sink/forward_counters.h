// What became of the packets that a sink was to send on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "counter.h"

namespace fandump {

// Totals; each is monotonic.
template <typename Total>
struct ForwardTotals {
  static constexpr size_t kErrnoCount = 134;  // EHWPOISON is the last

  Total sent{};
  Total sent_bytes{};                        // of the packets, without the headers of a tunnel or a savefile
  Total sent_cut{};                          // of those sent: the capture had cut them, and what it kept was sent
  Total icmp_errors{};                       // answers that a datagram could not be delivered
  Total not_carried{};                       // of a link type that the sink does not carry
  Total too_long{};                          // for the interface's MTU
  Total too_short{};                         // for a link header
  Total stopped{};                           // not due yet when the capture was stopped
  Total without_reader{};                    // nobody was connected
  Total readers{};                           // that have connected
  Total slow_readers{};                      // cut off
  std::array<Total, kErrnoCount> refused{};  // packets that the system did not take, by errno
};

using ForwardCounters = ForwardTotals<uint64_t>;

// Counted by the worker only; on a cache line of their own, so that readers do not slow it down.
struct alignas(64) ForwardCount : ForwardTotals<Counter> {
  // A packet, or several, that the system did not take.
  void Refuse(int error, uint64_t packets) { refused[static_cast<size_t>(error) % refused.size()].Add(packets); }

  // Any thread.
  void AddTo(ForwardCounters& counters) const {
    counters.sent += sent.value();
    counters.sent_bytes += sent_bytes.value();
    counters.sent_cut += sent_cut.value();
    counters.icmp_errors += icmp_errors.value();
    counters.not_carried += not_carried.value();
    counters.too_long += too_long.value();
    counters.too_short += too_short.value();
    counters.stopped += stopped.value();
    counters.without_reader += without_reader.value();
    counters.readers += readers.value();
    counters.slow_readers += slow_readers.value();
    for (size_t i = 0; i < refused.size(); i++) counters.refused[i] += refused[i].value();
  }
};

}  // namespace fandump
