// Packets into a pcap savefile. The receiver copies them into buffers; a thread of its own writes these.
#pragma once

#include <atomic>
#include <optional>
#include <thread>

#include "sink/savefile_buffers.h"
#include "sink/savefile_file.h"
#include "sink/sink.h"

namespace fandump {

struct SavefileOptions {
  std::string path;               // "-": standard output
  bool nanoseconds = false;       // time stamps; else microseconds, the rest cut off
  bool flush_each_batch = false;  // hand every batch on at once
  uint32_t snaplen = kMaxSnaplen; // bytes, for the file's header only: packets are not cut to it
  int link_type = -1;             // LINKTYPE_ of the file; -1: that of the first packet
  std::optional<FileOwner> owner; // of a file that did not exist before; none: whoever this process is
};

class SavefileSink : public Sink {
 public:
  explicit SavefileSink(SavefileOptions options);
  // Without Finish(), what has not been handed on is lost.
  ~SavefileSink() override;
  SavefileSink(const SavefileSink&) = delete;
  SavefileSink& operator=(const SavefileSink&) = delete;

  // Creates the file, starts the writer and hands it the file's header where the link type is known.
  // Throws CaptureError "ESAVEFILE_OPEN".
  void Open();

  // Waits while all buffers are full. Packets of another link type than the file's are counted, not written.
  // Throws CaptureError once writing has failed: "ESAVEFILE_WRITE", or "EPIPE" where the reader has gone. A regular
  // file then ends with its last whole packet.
  void Consume(const PacketView* packets, size_t size) override;
  void Idle() override;
  // Also throws where closing the file fails.
  void Finish() override;

  // Packets that the system has taken, and their captured bytes. From any thread.
  uint64_t written() const { return written_.load(std::memory_order_relaxed); }
  uint64_t written_bytes() const { return written_bytes_.load(std::memory_order_relaxed); }
  // Packets not written for their link type. From any thread.
  uint64_t other_link_type() const { return other_link_type_.load(std::memory_order_relaxed); }

 private:
  void AddFileHeader(uint16_t link_type);
  void HandOn();
  void HandOnIfOld();
  void TakeBuffer();
  void EndWriter();
  [[noreturn]] void ThrowFailure() const;
  void WriteBuffers();
  void WriteOne(const WriteBuffer& buffer);
  void Count(uint64_t packets, uint64_t captured_bytes);

  const SavefileOptions options_;
  SavefileFile file_;
  std::optional<WriteBufferPool> pool_;
  std::thread writer_;

  // The receiver's.
  WriteBuffer* buffer_ = nullptr;
  int link_type_;
  int64_t buffer_began_ms_ = 0;

  std::atomic<int> write_errno_{0};  // set once, by the writer
  std::atomic<uint64_t> written_{0};
  std::atomic<uint64_t> written_bytes_{0};
  std::atomic<uint64_t> other_link_type_{0};
};

}  // namespace fandump
