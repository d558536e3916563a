#include "sink/block_writer.h"

#include <poll.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "sink/pcap_format.h"

namespace fandump {

BlockWriter::BlockWriter(int fd, std::string name) : fd_(fd), name_(std::move(name)) {
  void* memory = mmap(nullptr, kBlockCount * kBlockBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    const int error = errno;
    if (fd_ != STDOUT_FILENO) close(fd_);
    throw CaptureError("ENOMEM_SAVEFILE", "no memory for the buffers of " + name_, error);
  }
  memory_ = static_cast<uint8_t*>(memory);
  blocks_.resize(kBlockCount);
  // Handed out from the back and given back there: the same few blocks stay in the cache while the file keeps up.
  for (size_t index = kBlockCount; index-- > 0;) {
    blocks_[index].data = memory_ + index * kBlockBytes;
    free_.push_back(&blocks_[index]);
  }
  thread_ = std::thread([this] { Run(); });
  pthread_setname_np(thread_.native_handle(), "fandump-write");
}

BlockWriter::~BlockWriter() {
  Join();
  munmap(memory_, kBlockCount * kBlockBytes);
}

WriteBlock* BlockWriter::Acquire() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return failure_ || !free_.empty(); });
  if (failure_) throw *failure_;
  WriteBlock* block = free_.back();
  free_.pop_back();
  block->used = 0;
  block->header_bytes = 0;
  return block;
}

void BlockWriter::Submit(WriteBlock* block) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    submitted_.push_back(block);
  }
  changed_.notify_all();
}

void BlockWriter::Finish() {
  Join();
  if (failure_) throw *failure_;
}

void BlockWriter::Join() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    finishing_ = true;
  }
  changed_.notify_all();
  thread_.join();
  // close(2) may be the one to say that the data did not get there (NFS, quotas).
  if (fd_ != STDOUT_FILENO && close(fd_) != 0 && !failure_) Fail(errno);
}

void BlockWriter::Run() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return finishing_ || !submitted_.empty(); });
    if (submitted_.empty()) return;
    WriteBlock* block = submitted_.front();
    submitted_.pop_front();
    const bool failed = failure_.has_value();
    lock.unlock();
    if (!failed) Write(*block);
    lock.lock();
    free_.push_back(block);
    changed_.notify_all();
  }
}

void BlockWriter::Write(const WriteBlock& block) {
  size_t reached = 0;
  while (reached < block.used) {
    const ssize_t written = write(fd_, block.data + reached, block.used - reached);
    if (written >= 0) {
      reached += static_cast<size_t>(written);
    } else if (errno == EAGAIN) {
      // Standard output that another program made non-blocking.
      pollfd ready{fd_, POLLOUT, 0};
      poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      const int error = errno;
      CutTornRecord(block, reached);
      Fail(error);
      return;
    }
  }
  CountRecords(block, reached);
  file_bytes_ += reached;
}

size_t BlockWriter::CountRecords(const WriteBlock& block, size_t reached) {
  size_t end = block.header_bytes;
  if (reached < end) return 0;
  uint64_t packets = 0;
  uint64_t bytes = 0;
  while (end + sizeof(PcapRecordHeader) <= reached) {
    PcapRecordHeader header;
    std::memcpy(&header, block.data + end, sizeof header);
    if (end + sizeof header + header.caplen > reached) break;
    end += sizeof header + header.caplen;
    packets++;
    bytes += header.caplen;
  }
  written_.store(written_.load(std::memory_order_relaxed) + packets, std::memory_order_relaxed);
  written_bytes_.store(written_bytes_.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
  return end;
}

void BlockWriter::CutTornRecord(const WriteBlock& block, size_t reached) {
  file_bytes_ += CountRecords(block, reached);
  // Fails on a pipe or device, where there is nothing to cut.
  if (ftruncate(fd_, static_cast<off_t>(file_bytes_)) == 0) lseek(fd_, static_cast<off_t>(file_bytes_), SEEK_SET);
}

void BlockWriter::Fail(int system_errno) {
  CaptureError error =
      system_errno == EPIPE
          ? CaptureError("EPIPE", name_ + ": nobody reads it any more", EPIPE)
          : CaptureError("EWRITE",
                         name_ + ": " + std::strerror(system_errno) + "; the file holds " + std::to_string(written()) +
                             " whole packets",
                         system_errno, system_errno == ENOSPC ? "make room, or write to another place" : "");
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    failure_ = std::move(error);
  }
  changed_.notify_all();
}

}  // namespace fandump
