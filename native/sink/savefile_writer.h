// The thread that writes what a receiver has put into buffers: files one after the other, and what is done when a disk
// does not take them.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

#include "sink/complete_files.h"
#include "sink/savefile_behind.h"
#include "sink/savefile_buffers.h"
#include "sink/savefile_file.h"
#include "sink/savefile_stream.h"

namespace fandump {

// What to do when the disk is full.
enum class OnFull {
  kStop,    // end the capture
  kOldest,  // delete the oldest complete file of this capture
  kPause,   // wait until there is room; the queue, then the kernel's ring fills meanwhile
};

struct WriterOptions {
  std::shared_ptr<SavefileMaker> maker;
  std::shared_ptr<CompleteFiles> complete;  // of all writers of the capture
  OnFull on_full = OnFull::kStop;
  uint32_t sync_seconds = 0;  // what is older has reached the disk; 0: when the system likes
  bool uncached = false;      // past the page cache, where the file system can do that
  bool pcapng = false;        // else pcap: what a whole record is
  CompressionOptions compression;
  // Called on the writer's thread; any may be empty.
  std::function<void(const std::string& path)> on_file;  // a file is complete
  NoticeHandler notice;
};

class SavefileWriter {
 public:
  SavefileWriter(WriterOptions options, WriteBufferPool& buffers);
  // Waits for the thread; the buffers were closed before.
  ~SavefileWriter();
  SavefileWriter(const SavefileWriter&) = delete;
  SavefileWriter& operator=(const SavefileWriter&) = delete;

  // The first file, before Start(), so that the caller hears of its failure at once. Throws CaptureError.
  void OpenFirst(const FileStart& start) { Open(start.name, start.replaces_own); }
  // Which names of a file are taken, before Start().
  TakenNames Look(const std::string& path) const { return options_.maker->Look(path); }
  void Start();
  // Returns when everything is written, or writing has failed.
  void Join();
  // A full disk is no longer waited for. Any thread.
  void Hurry() { is_hurried_.store(true, std::memory_order_relaxed); }

  bool has_failed() const { return has_failed_.load(std::memory_order_acquire); }
  // Throws what made writing fail: "ESAVEFILE_WRITE", "ESAVEFILE_GONE", "EPIPE" where the reader has gone, or
  // as SavefileFile::Open.
  [[noreturn]] void ThrowFailure() const { throw *failure_; }

  // Packets that the system has taken, and their captured bytes. Any thread.
  uint64_t written() const { return written_.load(std::memory_order_relaxed); }
  uint64_t written_bytes() const { return written_bytes_.load(std::memory_order_relaxed); }
  // Complete files that gave way to newer ones on a full disk. Any thread.
  uint64_t deleted_files() const { return deleted_files_.load(std::memory_order_relaxed); }

 private:
  void Run();
  void WriteAll();
  void WriteBufferOut(const WriteBuffer& buffer);
  void WriteCompressed(const WriteBuffer& buffer);
  // Bytes of the stream. Where the disk refuses some, the file ends with the last buffer that is wholly in it.
  void WriteStream(ByteSequence bytes);
  // What has been unfinished until now is finished by these.
  void WriteFinishing(ByteSequence bytes);
  void CutStream();
  // false: errno tells why.
  bool EndCutFile();
  void Open(const std::string& name, bool replaces_own);
  void StartFile(const FileStart& start);
  std::string FreeName(const std::string& wanted) const;
  void EndFile();
  void TellTaken() const;
  void TellMoved();
  void SyncIfDue();
  std::chrono::steady_clock::time_point NextSync() const;
  void WritePartIfDue();
  std::chrono::steady_clock::time_point NextPart() const;
  bool MakesRoom(int error);
  CaptureError WriteError(int error) const;
  void Fail(const CaptureError& error);
  void Count(uint64_t packets, uint64_t captured_bytes);

  const WriterOptions options_;
  WriteBufferPool& buffers_;
  std::thread thread_;
  HugePages huge_pages_;
  std::optional<SavefileFile> file_;
  bool first_is_open_ = false;
  bool has_unsynced_ = false;
  bool is_paused_ = false;
  bool has_told_cached_ = false;
  bool has_told_moved_ = false;
  WriteBehind behind_;
  std::unique_ptr<CompressedStream> stream_;  // none: files are not compressed
  struct Content {
    uint64_t packets = 0;
    uint64_t captured_bytes = 0;
  };
  std::vector<Content> unfinished_;  // of each buffer that is in the stream, and not known to be in the file
  size_t stream_written_ = 0;        // bytes of the file's stream that are in it
  // Where a compressed file could end, and what is in it then.
  struct Border {
    size_t at = 0;
    Content content;
  };
  Border finished_, finished_before_;  // the last two that are known
  std::chrono::steady_clock::time_point last_sync_;
  std::chrono::steady_clock::time_point last_write_;

  std::optional<CaptureError> failure_;  // set before has_failed_
  std::atomic<bool> has_failed_{false};
  std::atomic<bool> is_hurried_{false};
  std::atomic<uint64_t> written_{0};
  std::atomic<uint64_t> written_bytes_{0};
  std::atomic<uint64_t> deleted_files_{0};
};

}  // namespace fandump
