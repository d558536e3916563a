// A source of packets as the worker loop sees it. One thread, the worker's, calls everything but ReadCounters.
#pragma once

#include "types.h"

namespace fandump {

enum class ReceiveStatus {
  kPackets,  // batch.size > 0
  kIdle,     // nothing came within the time-out
  kEnd,      // nothing will come any more: file read to its end, or drained after Drain()
};

class Source {
 public:
  virtual ~Source() = default;

  // Opens whatever is behind the source; packets may arrive from here on. Called on the thread that builds the session.
  // Throws CaptureError; what was opened until then is closed by the destructor.
  virtual void Open() = 0;

  // LINKTYPE_ of the packets before decapsulation; valid after Open().
  virtual uint16_t link_type() const = 0;

  // Fills batch (from index 0, at most PacketBatch::kCapacity) and sets batch.size. Waits at most timeout_ms for the
  // first packet, never for more than one. Views stay valid until the next Receive or the destructor.
  // Throws CaptureError when the source is lost (device deleted, file damaged): views delivered before stay counted.
  virtual ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) = 0;

  // Whether its memory has room for what comes while nothing is received, for many milliseconds.
  virtual bool HasRoom() const { return false; }

  // Stop was asked for: from now on Receive hands out what the kernel had already taken in, then kEnd,
  // within a bounded time (at most one second).
  virtual void Drain() = 0;

  // No more is asked for, drained or not: whoever shares the traffic with this source gets it from now on. Views end,
  // counters stay.
  virtual void End() {}

  // Adds this source's totals; callable from any thread while Receive runs. Never throws.
  virtual void ReadCounters(SourceCounters& counters) = 0;
};

}  // namespace fandump
