// Packets from a savefile, or from a pipe or a connection that carries one: pcap and pcapng, compressed or not, told
// apart by their first bytes.
#pragma once

#include <atomic>
#include <memory>

#include "copied_blocks.h"
#include "source/savefile_reader.h"
#include "source/source.h"

namespace fandump {

class SavefileSource : public Source {
 public:
  // path "-": standard input.
  explicit SavefileSource(std::string path);
  // A descriptor that is open already; name is for messages.
  SavefileSource(OwnedFd fd, std::string name);

  // Reads the file's header, of pcapng up to the first interface description; waits for these where path is a pipe.
  // Throws CaptureError: "ESAVEFILE_OPEN", "ESAVEFILE_READ", "ESAVEFILE_FORMAT" (no savefile), "ESAVEFILE_TRUNCATED",
  // "ESAVEFILE_DAMAGED".
  void Open() override;

  // Of the file, or of the first interface of a pcapng file: packets of others carry their own link type and, as
  // interface_index, the number of their interface, counted from 0 through all sections.
  uint16_t link_type() const override { return reader_->link_type(); }
  // Bytes, 1 or more; kMaxSnaplen where the file does not say.
  uint32_t snaplen() const { return reader_->snaplen(); }
  // Whether the file's time stamps are finer than microseconds.
  bool nanosecond() const { return reader_->nanosecond(); }
  // What a pcapng file says beside its packets, as far as it is read; nullptr for others.
  std::shared_ptr<CopiedBlocks> copied() const { return copied_; }

  // For the repair of what is read. KeepDecoded() comes before Open; where the file could be cut is known when its end
  // was seen, or an error: taken_offset() is behind its last whole record then.
  void KeepDecoded() { buffer_.KeepDecoded(); }
  const SavefileBuffer& buffer() const { return buffer_; }

  // Throws CaptureError ESAVEFILE_AGAIN where what is open can be read only once.
  void RequireReadableAgain() const { buffer_.RequireReadableAgain(); }
  // Goes on with the file's first packet. Views handed out before are no longer valid. Throws as Open.
  void Rewind();

  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override;
  void Drain() override { draining_ = true; }
  void ReadCounters(SourceCounters& counters) override;

 private:
  void ReadHeader();
  void RequireMagic();
  void Count(const PacketBatch& batch);

  SavefileBuffer buffer_;
  std::shared_ptr<CopiedBlocks> copied_;
  std::unique_ptr<SavefileReader> reader_;
  bool draining_ = false;
  std::atomic<uint64_t> received_{0};
  std::atomic<uint64_t> received_bytes_{0};
};

}  // namespace fandump
