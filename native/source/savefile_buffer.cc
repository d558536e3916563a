#include "source/savefile_buffer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "file_open_error.h"

namespace fandump {
namespace {

// Large enough that a system call is spread over a thousand small packets; small enough to stay in the second cache
// beside what the packets are written to.
constexpr size_t kInitialCapacity = size_t{128} << 10;

}  // namespace

SavefileBuffer::SavefileBuffer(std::string path) : path_(std::move(path)) {}

SavefileBuffer::SavefileBuffer(OwnedFd fd, std::string name) : path_(std::move(name)), fd_(fd.Release()) {}

SavefileBuffer::~SavefileBuffer() {
  if (fd_ > STDIN_FILENO) close(fd_);
}

std::string SavefileBuffer::Name() const { return path_ == "-" ? "standard input" : path_; }

void SavefileBuffer::Open() {
  if (fd_ < 0) fd_ = path_ == "-" ? STDIN_FILENO : open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (fd_ < 0 || fstat(fd_, &status) != 0) {
    throw OpenForReadingError(Name(), errno);
  }
  if (S_ISDIR(status.st_mode)) throw OpenForReadingError(Name(), EISDIR);
  may_block_ = !S_ISREG(status.st_mode);
  MakeRoom(kInitialCapacity);
}

void SavefileBuffer::RequireReadableAgain() const {
  if (!may_block_) return;
  throw CaptureError("ESAVEFILE_AGAIN", Name() + ": only a file can be read again", 0, "write it to a file first");
}

void SavefileBuffer::Rewind() {
  if (lseek(fd_, 0, SEEK_SET) < 0) {
    throw CaptureError("ESAVEFILE_READ", "reading " + Name() + " again: " + std::strerror(errno), errno);
  }
  begin_ = end_ = 0;
  offset_of_memory_ = 0;
  decompressor_.reset();
  compressed_begin_ = compressed_end_ = 0;
  compressed_offset_ = 0;
  is_in_frame_ = is_at_end_ = false;
  blocks_.reset();
  until_border_ = 0;
  is_border_due_ = false;
  frame_decompressed_ = 0;
  ends_.clear();
  next_end_ = 0;
  border_ = {};
  if (tail_) tail_.emplace();
}

void SavefileBuffer::MakeRoom(size_t wanted) {
  if (wanted <= capacity_ - begin_) return;
  const size_t kept = size();
  if (wanted <= capacity_) {
    std::memmove(memory_.get(), data(), kept);
  } else {
    const size_t capacity = std::max(wanted, kInitialCapacity);
    auto memory = std::make_unique_for_overwrite<uint8_t[]>(capacity);
    if (kept > 0) std::memcpy(memory.get(), data(), kept);
    memory_ = std::move(memory);
    capacity_ = capacity;
  }
  offset_of_memory_ += begin_;
  begin_ = 0;
  end_ = kept;
}

SavefileBuffer::FillStatus SavefileBuffer::Fill(size_t wanted, int timeout_ms) {
  if (size() == 0) {
    offset_of_memory_ += begin_;
    begin_ = end_ = 0;
  }
  MakeRoom(wanted);
  if (decompressor_) return FillDecompressed(timeout_ms);
  size_t count = 0;
  const FillStatus status = Read(memory_.get() + end_, capacity_ - end_, timeout_ms, count);
  end_ += count;
  return status;
}

SavefileBuffer::FillStatus SavefileBuffer::Read(uint8_t* to, size_t room, int timeout_ms, size_t& count) {
  if (may_block_) {
    pollfd ready{fd_, POLLIN, 0};
    const int count_ready = poll(&ready, 1, timeout_ms);
    if (count_ready == 0) return FillStatus::kTimeout;
    // By a signal, say: read(2) would wait without an end.
    if (count_ready < 0) return Interrupted();
  }
  const ssize_t result = read(fd_, to, room);
  if (result == 0) return FillStatus::kEnd;
  if (result < 0) return Interrupted();
  count = static_cast<size_t>(result);
  return FillStatus::kMore;
}

SavefileBuffer::FillStatus SavefileBuffer::Interrupted() const {
  if (errno == EINTR || errno == EAGAIN) return FillStatus::kMore;
  throw CaptureError("ESAVEFILE_READ", "reading " + Name() + ": " + std::strerror(errno), errno);
}

void SavefileBuffer::DecompressIfCompressed() {
  decompressor_ = MakeDecompressor(data());
  if (!decompressor_) return;
  blocks_ = FrameBlocks::Make(data());
  compressed_.resize(kInitialCapacity);
  compressed_end_ = size();
  std::memcpy(compressed_.data(), data(), size());
  begin_ = end_ = 0;
}

SavefileBuffer::FillStatus SavefileBuffer::FillDecompressed(int timeout_ms) {
  if (compressed_begin_ == compressed_end_) {
    compressed_begin_ = compressed_end_ = 0;
    const FillStatus status = Read(compressed_.data(), compressed_.size(), timeout_ms, compressed_end_);
    // Some decompressors hold back what they have made for want of room.
    if (status == FillStatus::kTimeout || (status == FillStatus::kEnd && !is_in_frame_)) return status;
    if (status == FillStatus::kEnd) is_at_end_ = true;
  }
  const uint8_t* input = compressed_.data() + compressed_begin_;
  size_t input_size = compressed_end_ - compressed_begin_;
  if (blocks_ && input_size > 0) {
    if (until_border_ == 0 && !is_border_due_) until_border_ = blocks_->Take(input, input_size);
    input_size = until_border_;
  }
  const size_t room = capacity_ - end_;
  try {
    const auto progress = decompressor_->Decompress(input, input_size, memory_.get() + end_, room);
    compressed_begin_ += progress.taken;
    compressed_offset_ += progress.taken;
    if (blocks_) until_border_ -= progress.taken;
    // Before a reader sees it: one of them changes bytes in their place.
    if (tail_) tail_->Add(memory_.get() + end_, progress.made);
    end_ += progress.made;
    is_in_frame_ = !progress.frame_ended;
    if (is_at_end_ && is_in_frame_ && progress.made == 0) {
      throw TornError("truncated dump file; it ends inside a compressed frame");
    }
    if (progress.taken > 0 && until_border_ == 0 && blocks_ && blocks_->is_behind_block()) is_border_due_ = true;
    if (progress.frame_ended) {
      NoteEnd(true);
    } else if (is_border_due_ && progress.made < room) {
      NoteEnd(false);
    }
  } catch (const CaptureError&) {
    throw;
  } catch (const std::runtime_error& reason) {
    throw Error("ESAVEFILE_DAMAGED", reason.what());
  }
  return FillStatus::kMore;
}

void SavefileBuffer::NoteEnd(bool is_of_frame) {
  is_border_due_ = false;
  const uint64_t decompressed = offset_of_memory_ + end_;
  // A block of nothing: zeros at the end of a file may be read as any number of them.
  if (!is_of_frame && !ends_.empty() && ends_.back().decompressed == decompressed) return;
  if (next_end_ == ends_.size()) {
    ends_.clear();
    next_end_ = 0;
  }
  FrameBorder border{compressed_offset_, decompressed, !is_of_frame, {}, frame_decompressed_};
  if (is_of_frame) {
    frame_decompressed_ = decompressed;
  } else {
    border.frame = blocks_->header();
  }
  ends_.push_back(border);
  // Nothing may lie between it and what was taken last.
  NoteTakenEnds();
}

void SavefileBuffer::NoteTakenEnds() {
  const uint64_t taken = taken_offset();
  const size_t before = next_end_;
  while (next_end_ < ends_.size() && ends_[next_end_].decompressed <= taken) next_end_++;
  if (next_end_ == before) return;
  border_ = ends_[next_end_ - 1];
  if (tail_) tail_->Forget(border_.decompressed);
}

bool SavefileBuffer::FillWhole(size_t wanted) {
  while (size() < wanted) {
    if (Fill(wanted, -1) == FillStatus::kEnd) return false;
  }
  return true;
}

// What comes by a pipe or a connection, or has no name, cannot be repaired.
CaptureError SavefileBuffer::TornError(const std::string& what) const {
  return Error("ESAVEFILE_TRUNCATED", what, may_block_ || path_ == "-" ? "" : "fandump --repair '" + path_ + "'");
}

CaptureError SavefileBuffer::Error(const std::string& code, const std::string& what, const std::string& hint) const {
  return CaptureError(code, Name() + ": " + what + " (at byte " + std::to_string(offset_of_memory_ + begin_) + ")", 0,
                      hint);
}

}  // namespace fandump
