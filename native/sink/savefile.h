// Packets into savefiles. The receiver copies them into buffers; threads of their own compress and write these.
#pragma once

#include <atomic>
#include <optional>

#include "sink/byte_budget.h"
#include "sink/pcapng_interfaces.h"
#include "sink/pcapng_statistics.h"
#include "sink/savefile_buffers.h"
#include "sink/savefile_compressor.h"
#include "sink/savefile_rotation.h"
#include "sink/savefile_writer.h"
#include "sink/sink.h"

namespace fandump {

struct SavefileOptions {
  std::string path;  // "-": standard output
  bool pcapng = false;
  bool nanoseconds = false;        // pcap: time stamps; else microseconds, the rest cut off. pcapng always has them
  bool interface_per_vni = false;  // pcapng: an interface block for each VNI
  bool flush_each_batch = false;   // hand every batch on at once
  uint32_t snaplen = kMaxSnaplen;  // bytes, for the file's header only: packets are not cut to it
  int link_type = -1;              // pcap: LINKTYPE_ of the file; -1: that of the first packet
  std::string application;         // pcapng: who writes
  std::vector<SavedSource> sources = {{}};  // pcapng: by PacketView::source
  RotationOptions rotation;
  bool by_packet_time = false;      // there is no other: a file is read
  bool begins_with_packet = false;  // the first file's name tells the time of the first packet, not of the start
  CompressionOptions compression;
  uint64_t buffer_bytes = uint64_t{64} << 20;  // of memory for what waits for the disk
  std::shared_ptr<ByteBudget> budget;  // of records, uncompressed: the packet that reaches it is the last; none: any
  OnFull on_full = OnFull::kStop;
  std::shared_ptr<CompleteFiles> complete;  // those of all sinks of the capture; none: of this one alone
  uint32_t sync_seconds = 0;                // what is older has reached the disk; 0: when the system likes
  bool uncached = false;                    // past the page cache, where the file system can do that
  bool force = false;                       // what is there already is written over
  std::optional<FileOwner> owner;           // of a file that did not exist before; none: whoever this process is
  std::shared_ptr<SavefileMaker> maker;     // by rules of its own; none: this process makes its files by those above
  // Called on the thread that feeds the sink; may be empty.
  std::function<void()> on_enough;  // the last packet that was wanted is written
  // pcap: a packet is of another link type than the file. May throw; empty: such packets are counted, not written.
  std::function<void(uint16_t of_file, uint16_t of_packet)> on_other_link_type;
  CountersOfSource counters;                            // for statistics in pcapng
  int64_t statistics_ms = PcapngStatistics::kMinuteMs;  // how often these are told
  // Called on the writer's thread; may be empty.
  std::function<void(const std::string& path)> on_file;  // a file is complete
  NoticeHandler notice;
};

class SavefileSink : public Sink {
 public:
  explicit SavefileSink(SavefileOptions options);
  // Without Finish(), what has not been handed on is lost.
  ~SavefileSink() override;
  SavefileSink(const SavefileSink&) = delete;
  SavefileSink& operator=(const SavefileSink&) = delete;

  // Creates the file, unless the first packet's time is needed for its name, starts the threads and hands them the
  // file's header where the link type is known. Throws CaptureError as SavefileFile::Open.
  void Open();

  // Waits while all buffers are full.
  // Throws CaptureError once writing has failed, see SavefileWriter::ThrowFailure. A regular file then ends with its
  // last whole packet.
  void Consume(const PacketView* packets, size_t size) override;
  // Of standard output somebody may read.
  bool IsPatient() const override { return !options_.flush_each_batch && options_.path != "-"; }
  void MayWaitWhile(std::function<bool()> source_has_room) override { may_wait_ = std::move(source_has_room); }
  void Idle() override;
  // Also throws where closing the file fails.
  void Finish() override;

  // What has been consumed goes to the writer with the next packets, or pause. Any thread.
  void Flush() { flush_.store(true, std::memory_order_relaxed); }
  // A full disk is no longer waited for. Any thread.
  void Hurry() { writer_.Hurry(); }

  // Packets that the system has taken, and their captured bytes. From any thread.
  uint64_t written() const { return writer_.written(); }
  uint64_t written_bytes() const { return writer_.written_bytes(); }
  // Complete files that gave way to newer ones on a full disk. From any thread.
  uint64_t deleted_files() const { return writer_.deleted_files(); }
  // Packets not written for their link type. From any thread.
  uint64_t other_link_type() const { return other_link_type_.load(std::memory_order_relaxed); }
  // Packets that came after the last file that was wanted. From any thread.
  uint64_t after_last_file() const { return after_last_file_.load(std::memory_order_relaxed); }
  // How often the receiver had to wait for the disk. From any thread.
  uint64_t waits() const { return buffers_.waits(); }

 private:
  void CheckRingNames() const;
  void BeginFile(const FileStart& start);
  void AddFileHeader(uint16_t link_type);
  // Whether packets of this time still go into a file, which has begun then.
  bool MoveToFile(int64_t seconds);
  // The first of them that the file and its buffer have room for. Returns how many these are.
  size_t PutPcapPackets(const PacketView* packets, size_t size);
  void ConsumePcap(const PacketView& packet);
  void ConsumePcapng(const PacketView& packet);
  template <typename Record>
  void Put(const Record& record);
  void PutBlock(const std::string& block);
  void PutInterface(SavedInterface& interface);
  void PutCopiedBlocks();
  void PutStatistics();
  void EndFile();
  // What has been written is all that is wanted.
  void EndWithEnough();
  void EndByBudget();
  bool HasUsedBudget() const { return options_.budget && options_.budget->is_used_up(); }
  void NoteTaken(size_t bytes);
  void MakeRoom(size_t length);
  void HandOn();
  bool IsTimeForStatistics(int64_t coarse_ms) const;
  // The time that a packet would have now, by the clock of those before.
  int64_t PacketClockSeconds(int64_t coarse_ms) const;
  void TakeBuffer();
  void EndThreads();

  const SavefileOptions options_;
  FileRotation rotation_;
  WriteBufferPool buffers_;
  SavefileWriter writer_;
  std::optional<CompressorPool> compressors_;
  std::optional<SavedInterfaces> interfaces_;
  PcapngStatistics statistics_;

  // The receiver's.
  WriteBuffer* buffer_ = nullptr;
  std::function<bool()> may_wait_;
  int link_type_;
  std::optional<FileStart> next_file_;  // begun with the next buffer
  bool file_has_begun_ = false;
  bool has_enough_ = false;
  uint64_t file_bytes_ = 0;
  int64_t buffer_began_ms_ = 0;
  int64_t oldest_ms_;
  std::optional<int64_t> last_seconds_;  // of the last packet
  int64_t last_came_ms_ = 0;             // when it came; as the other two of CLOCK_MONOTONIC_COARSE

  std::atomic<bool> flush_{false};
  std::atomic<uint64_t> other_link_type_{0};
  std::atomic<uint64_t> after_last_file_{0};
};

}  // namespace fandump
