// A taker of packets as the worker loop sees it.
#pragma once

#include <functional>

#include "types.h"

namespace fandump {

class Sink {
 public:
  virtual ~Sink() = default;

  // Takes size packets; copies what it needs before it returns. Called on the worker's thread only.
  // Throws CaptureError when the sink is lost (disk full, reader gone); earlier packets are safe by then.
  virtual void Consume(const PacketView* packets, size_t size) = 0;

  // Whether nobody waits for the packets as they come: a source may collect more of them before it hands them on.
  virtual bool IsPatient() const { return false; }

  // Before the first packet, where every sink of the worker is patient: source_has_room tells, on the worker's thread,
  // whether a sink that waits loses no packet by it.
  virtual void MayWaitWhile(std::function<bool()> /*source_has_room*/) {}

  // The source is idle: hand on what is buffered, so that readers see it in time.
  virtual void Idle() {}

  // No packet will follow: hand on everything and wait until it has arrived. Throws like Consume.
  virtual void Finish() = 0;
};

}  // namespace fandump
