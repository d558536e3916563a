// The sink whose packets JavaScript decodes: copies them, with their metadata, into slots of a BatchQueue.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "counter.h"
#include "sink/batch_queue.h"
#include "sink/common_line.h"
#include "sink/sink.h"

namespace fandump {

// One packet in a slot, in the host's byte order; src/engine/batch.ts reads the same layout.
// Behind it, where tunnel_offset is not 0, a BatchTunnel and its options; where line_offset is not 0, a BatchLine; then
// the packet's bytes, unless its line is enough; then padding to 8.
struct BatchRecord {
  uint32_t record_length;
  uint32_t caplen;  // bytes at data_offset
  uint32_t len;
  uint32_t nanoseconds;
  double seconds;
  uint32_t interface_index;
  uint16_t link_type;
  uint8_t direction;
  uint8_t flags;
  uint16_t source;
  uint16_t worker;
  uint16_t data_offset;    // from the record's start
  uint16_t tunnel_offset;  // from the record's start; 0: not from a tunnel
  uint16_t line_offset;    // from the record's start; 0: JavaScript prints all of it
  uint16_t padding[3];
};
static_assert(sizeof(BatchRecord) == 48);

struct BatchTunnel {
  uint8_t encapsulation;
  uint8_t family;  // 4 or 6
  uint16_t options_length;
  uint16_t source_port;
  uint16_t destination_port;
  uint32_t vni;
  uint32_t inner_vni;
  uint8_t source[16];
  uint8_t destination[16];
  uint16_t policy;
  uint8_t flags;
  uint8_t inside[kMaxTunnelsInside];
};
static_assert(sizeof(BatchTunnel) == 56);

class BatchSink : public Sink {
 public:
  // lossless: wait for the reader when all slots are full; otherwise drop and count.
  // verify_checksums: set kFlagChecksumVerified where the transport checksum is right.
  // lines: which lines are to be written for JavaScript; none: none.
  BatchSink(BatchQueue& queue, bool lossless, bool verify_checksums, std::optional<CommonLineOptions> lines);

  void Consume(const PacketView* packets, size_t size) override;
  void Idle() override { Publish(); }
  void Finish() override { Publish(); }

  // Packets dropped because the reader was too slow. Readable from any thread.
  uint64_t dropped() const { return dropped_.value(); }

 private:
  using Clock = std::chrono::steady_clock;

  bool Append(const PacketView& packet);
  void Publish();

  BatchQueue& queue_;
  bool lossless_;
  bool verify_checksums_;
  std::optional<CommonLine> line_;
  int slot_ = -1;
  uint32_t used_ = 0;
  Clock::time_point published_{};
  Counter dropped_;
};

}  // namespace fandump
