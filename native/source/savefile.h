// Packets from a savefile or from a pipe that carries one: pcap and pcapng, told apart by their first bytes.
#pragma once

#include <atomic>
#include <memory>

#include "source/savefile_reader.h"
#include "source/source.h"

namespace fandump {

class SavefileSource : public Source {
 public:
  // path "-": standard input.
  explicit SavefileSource(std::string path);

  // Reads the file's header, of pcapng up to the first interface description; waits for these where path is a pipe.
  // Throws CaptureError: "ESAVEFILE_OPEN", "ESAVEFILE_READ", "ESAVEFILE_FORMAT" (no savefile), "ESAVEFILE_TRUNCATED",
  // "ESAVEFILE_DAMAGED".
  void Open() override;

  // Of the file, or of the first interface of a pcapng file: packets of others carry their own link type and, as
  // interface_index, the number of their interface in its section.
  uint16_t link_type() const override { return reader_->link_type(); }
  // Bytes, 1 or more; kMaxSnaplen where the file does not say.
  uint32_t snaplen() const { return reader_->snaplen(); }
  // Whether the file's time stamps are finer than microseconds.
  bool nanosecond() const { return reader_->nanosecond(); }

  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override;
  void Drain() override { draining_ = true; }
  void ReadCounters(SourceCounters& counters) override;

 private:
  void Count(const PacketBatch& batch);

  SavefileBuffer buffer_;
  std::unique_ptr<SavefileReader> reader_;
  bool draining_ = false;
  std::atomic<uint64_t> received_{0};
  std::atomic<uint64_t> received_bytes_{0};
};

}  // namespace fandump
