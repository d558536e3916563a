#include "sink/savefile_writer.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "capture_thread.h"
#include "sink/savefile_format.h"

namespace fandump {
namespace {

using Clock = std::chrono::steady_clock;

// How often a full disk is looked at again.
constexpr std::chrono::milliseconds kFullPause{100};

// How long the part of a block that is left may stay out of a file that is written past the page cache.
constexpr std::chrono::milliseconds kPartDelay{200};

// Buffers that a compressor may hold at most while more of them come: 16 MiB.
constexpr uint64_t kMostUnfinished = 32;

}  // namespace

SavefileWriter::SavefileWriter(WriterOptions options, WriteBufferPool& buffers)
    : options_(std::move(options)), buffers_(buffers) {
  if (options_.compression.method != Compression::kNone) stream_ = MakeCompressedStream(options_.compression);
}

SavefileWriter::~SavefileWriter() { Join(); }

void SavefileWriter::Start() {
  first_is_open_ = file_.has_value();
  last_sync_ = Clock::now();
  thread_ = StartThread("writes the savefile", [this] { Run(); });
}

void SavefileWriter::Join() {
  if (thread_.joinable()) thread_.join();
}

void SavefileWriter::Run() {
  pthread_setname_np(pthread_self(), "fandump-write");
  RunGuarded(
      "writing a savefile",
      [this] {
        WriteAll();
        EndFile();
      },
      [this](const CaptureError& error) { Fail(error); });
  buffers_.StopWriting();
}

// What was written until then is a savefile of its own; it gets its name where that is still possible.
void SavefileWriter::Fail(const CaptureError& error) {
  failure_ = error;
  if (file_ && file_->is_open()) file_->Abandon();
  has_failed_.store(true, std::memory_order_release);
}

void SavefileWriter::WriteAll() {
  for (;;) {
    WriteBuffer* buffer = nullptr;
    switch (buffers_.TakeFilled(buffer, std::min(NextSync(), NextPart()))) {
      case WriteBufferPool::Wait::kEnd:
        return;
      case WriteBufferPool::Wait::kTimeout:
        break;
      case WriteBufferPool::Wait::kBuffer:
        if (buffer->starts) StartFile(*buffer->starts);
        WriteBufferOut(*buffer);
        buffers_.PutFree(buffer);
        last_write_ = Clock::now();
        if (const int error = behind_.Written(file_->written()); error != 0) throw WriteError(error);
        break;
    }
    WritePartIfDue();
    SyncIfDue();
  }
}

void SavefileWriter::Open(const std::string& name, bool replaces_own) {
  file_.emplace(*options_.maker, huge_pages_, options_.uncached).Open(name, replaces_own);
  unfinished_.clear();
  stream_written_ = 0;
  finished_ = finished_before_ = {};
  behind_.Begin(file_->cached_fd());
  if (!options_.uncached || file_->is_uncached() || has_told_cached_ || !options_.notice) return;
  has_told_cached_ = true;
  options_.notice({"SAVEFILE_CACHED",
                   file_->Name() + ": where it lies, nothing can be written past the page cache; it goes through it",
                   ""});
}

void SavefileWriter::StartFile(const FileStart& start) {
  if (first_is_open_) {
    first_is_open_ = false;
    return;
  }
  EndFile();
  const std::string name = start.replaces_own || !file_ ? start.name : FreeName(start.name);
  for (;;) {
    try {
      Open(name, start.replaces_own);
      return;
    } catch (const CaptureError& error) {
      if (!MakesRoom(error.system_errno())) throw;
    }
  }
}

// A name that is taken belongs to an earlier file, perhaps of this capture and of an hour that a clock has shown twice.
// The capture neither ends nor writes over anything for that.
std::string SavefileWriter::FreeName(const std::string& wanted) const {
  const auto is_free = [this](const std::string& name) {
    const TakenNames taken = options_.maker->Look(name);
    return !taken.part && (!taken.complete || (options_.maker->rules().force && !options_.complete->Has(name)));
  };
  std::string name = wanted;
  for (uint32_t number = 1; !is_free(name); number++) name = wanted + "." + std::to_string(number);
  return name;
}

void SavefileWriter::EndFile() {
  if (!file_ || !file_->is_open()) return;
  if (stream_) WriteFinishing(stream_->End());
  const int sync_error = options_.sync_seconds > 0 ? file_->Sync() : 0;
  options_.complete->Remove(file_->path());
  const bool is_moved = file_->IsMoved();
  const int close_error = file_->Close();
  int name_error = file_->Complete();
  while (name_error != 0 && MakesRoom(name_error)) name_error = file_->Complete();
  for (const int error : {sync_error, close_error}) {
    if (error != 0) throw WriteError(error);
  }
  if (name_error == EEXIST) return TellTaken();
  if (name_error != 0) throw WriteError(name_error);
  if (file_->path() == "-") return;
  if (is_moved) TellMoved();
  options_.complete->Add(file_->path(), options_.maker);
  if (options_.on_file) options_.on_file(file_->path());
}

// Somebody else has made a file of that name since ours was begun. The capture does not end for that either.
void SavefileWriter::TellTaken() const {
  if (!options_.notice) return;
  options_.notice({"SAVEFILE_TAKEN",
                   file_->path() +
                       ": was made by somebody else meanwhile, and is not written over; what was captured stays in " +
                       file_->Name(),
                   "give that another name"});
}

// Whoever makes the files stays in the folder that they began in.
void SavefileWriter::TellMoved() {
  if (!options_.notice || has_told_moved_) return;
  has_told_moved_ = true;
  options_.notice({"SAVEFILE_MOVED",
                   file_->path() + ": its folder has been moved meanwhile; this file and those that follow are in it "
                                   "where it is now",
                   "start the capture again to have them elsewhere"});
}

void SavefileWriter::WriteBufferOut(const WriteBuffer& buffer) {
  if (stream_) return WriteCompressed(buffer);
  size_t done = 0;
  while ((done += file_->Write(buffer.bytes.get() + done, buffer.size - done)) < buffer.size) {
    const int error = errno;
    if (MakesRoom(error)) continue;
    const WholeRecords whole = FindWholeRecords(buffer, done, options_.pcapng);
    file_->TakeBack(done - whole.size);
    Count(whole.packets, whole.captured_bytes);
    throw WriteError(error);
  }
  is_paused_ = false;
  has_unsynced_ = true;
  Count(buffer.packets, buffer.captured_bytes);
}

void SavefileWriter::WriteCompressed(const WriteBuffer& buffer) {
  unfinished_.push_back({buffer.packets, buffer.captured_bytes});
  if (!stream_->holds_back()) return WriteFinishing(stream_->Add(buffer));
  WriteStream(stream_->Add(buffer));
  // While there is nothing else to do, and now and then while there always is.
  if (unfinished_.size() >= kMostUnfinished || !buffers_.HasFilled()) WriteFinishing(stream_->Flush());
}

void SavefileWriter::WriteStream(ByteSequence bytes) {
  size_t done = 0;
  while ((done += file_->Write(bytes.data() + done, bytes.size() - done)) < bytes.size()) {
    const int error = errno;
    if (MakesRoom(error)) continue;
    stream_written_ += done;
    CutStream();
    throw WriteError(error);
  }
  stream_written_ += done;
  is_paused_ = false;
  has_unsynced_ = true;
}

void SavefileWriter::WriteFinishing(ByteSequence bytes) {
  WriteStream(bytes);
  finished_before_ = finished_;
  finished_.at = stream_written_;
  for (const Content& buffer : unfinished_) {
    finished_.content.packets += buffer.packets;
    finished_.content.captured_bytes += buffer.captured_bytes;
    Count(buffer.packets, buffer.captured_bytes);
  }
  unfinished_.clear();
}

// A full disk may not even have room for the mark that ends the file; a border further back then makes some.
void SavefileWriter::CutStream() {
  std::vector<Border> borders = {finished_before_, finished_};
  for (const CompressedStream::BufferEnd& end : stream_->EndsWithin(stream_written_ - finished_.at)) {
    Border border{finished_.at + end.size, finished_.content};
    for (size_t i = 0; i < end.buffers; i++) {
      border.content.packets += unfinished_[i].packets;
      border.content.captured_bytes += unfinished_[i].captured_bytes;
    }
    borders.push_back(border);
  }
  for (;; borders.pop_back()) {
    file_->TakeBack(stream_written_ - borders.back().at);
    stream_written_ = borders.back().at;
    // Where another one would not help, the file can be read up to its end, and be repaired.
    if (EndCutFile() || (errno != ENOSPC && errno != EDQUOT) || borders.size() == 1) break;
  }
  const Content content = borders.back().content;
  // Sums of unsigned numbers: less may be left than was counted.
  Count(content.packets - finished_.content.packets, content.captured_bytes - finished_.content.captured_bytes);
}

bool SavefileWriter::EndCutFile() {
  if (stream_written_ == 0 || file_->Size() == 0) return true;
  const CompressedStream::CutEnd end = stream_->EndOfCut();
  const size_t written = file_->Write(end.mark.data(), end.mark.size());
  if (written < end.mark.size()) {
    const int error = errno;
    file_->TakeBack(written);
    errno = error;
    return false;
  }
  if (end.flags_at > 0) file_->Overwrite(end.flags_at, end.flags);
  return true;
}

// Whether it is worth trying again.
bool SavefileWriter::MakesRoom(int error) {
  if (error != ENOSPC && error != EDQUOT) return false;
  if (options_.on_full == OnFull::kOldest) {
    const std::optional<int> failure = options_.complete->DeleteOldest();
    if (failure == 0) deleted_files_.fetch_add(1, std::memory_order_relaxed);
    return failure == 0 || failure == ENOENT;
  }
  if (options_.on_full != OnFull::kPause || is_hurried_.load(std::memory_order_relaxed)) return false;
  if (!is_paused_ && options_.notice) {
    options_.notice({"SAVEFILE_PAUSED", "writing " + file_->Name() + " pauses: " + std::strerror(error), "df -h"});
  }
  is_paused_ = true;
  std::this_thread::sleep_for(kFullPause);
  return true;
}

Clock::time_point SavefileWriter::NextSync() const {
  if (options_.sync_seconds == 0 || !has_unsynced_) return Clock::time_point::max();
  return last_sync_ + std::chrono::seconds(options_.sync_seconds);
}

void SavefileWriter::SyncIfDue() {
  if (Clock::now() < NextSync()) return;
  if (const int error = file_->Sync(); error != 0) throw WriteError(error);
  has_unsynced_ = false;
  last_sync_ = Clock::now();
}

Clock::time_point SavefileWriter::NextPart() const {
  return file_ && file_->has_part() ? last_write_ + kPartDelay : Clock::time_point::max();
}

void SavefileWriter::WritePartIfDue() {
  if (Clock::now() < NextPart()) return;
  if (const int error = file_->WritePart(); error != 0) throw WriteError(error);
}

CaptureError SavefileWriter::WriteError(int error) const {
  if (error == EPIPE) return CaptureError("EPIPE", file_->Name() + ": its reader has gone", error);
  // Files on a disk have no other side: it is that of who makes and names them.
  if (error == ECONNRESET && file_->path() != "-") {
    return CaptureError("EKEEPER", "fandump-keeper has ended: " + file_->Name() + " cannot get its name", error);
  }
  std::string hint;
  if (error == ENOSPC || error == EDQUOT) hint = "df -h";
  if (error == EROFS || error == EIO) hint = "dmesg | tail";
  if (error == ENOENT) {
    return CaptureError("ESAVEFILE_GONE", file_->Name() + ": was deleted, or its folder, while it was written", error);
  }
  return CaptureError("ESAVEFILE_WRITE",
                      "writing " + file_->Name() + ": " + std::strerror(error) + " (" + std::to_string(written()) +
                          " packets are safe)",
                      error, hint);
}

void SavefileWriter::Count(uint64_t packets, uint64_t captured_bytes) {
  written_.fetch_add(packets, std::memory_order_relaxed);
  written_bytes_.fetch_add(captured_bytes, std::memory_order_relaxed);
}

}  // namespace fandump
