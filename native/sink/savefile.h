// The sink behind -w: pcap records, put together on the receiver's thread and written by another one.
#pragma once

#include <memory>
#include <string>

#include "sink/block_writer.h"
#include "sink/sink.h"

namespace fandump {

struct SavefileOptions {
  std::string path;              // "-" is standard output
  bool nanoseconds = false;      // time stamps; microseconds otherwise, cut off, not rounded
  bool flush_each_batch = false; // -U
  uint32_t snaplen = kMaxSnaplen;
  int link_type = -1;            // LINKTYPE_ of the file; -1: the first packet's
};

class SavefileSink : public Sink {
 public:
  explicit SavefileSink(SavefileOptions options) : options_(std::move(options)) {}

  // Creates or empties the file (mode 0640 less the umask); writes its header at once if the link type is known.
  // nominal_link_type is for a file that ends without a packet. Throws CaptureError.
  void Open(uint16_t nominal_link_type);

  void Consume(const PacketView* packets, size_t size) override;
  void Idle() override;
  void Finish() override;

  // Packets and captured bytes that have reached the file. Any thread.
  uint64_t written() const { return writer_->written(); }
  uint64_t written_bytes() const { return writer_->written_bytes(); }
  // Packets left out because their link type is not the file's. Any thread.
  uint64_t other_link_type() const { return other_link_type_.load(std::memory_order_relaxed); }

 private:
  void StartFile(uint16_t link_type);
  void Append(const PacketView& packet);
  void Submit();

  SavefileOptions options_;
  std::unique_ptr<BlockWriter> writer_;
  WriteBlock* block_ = nullptr;
  uint16_t nominal_link_type_ = kLinkTypeEthernet;
  int64_t block_since_ = 0;  // coarse monotonic milliseconds when the block got its first record
  std::atomic<uint64_t> other_link_type_{0};
};

}  // namespace fandump
