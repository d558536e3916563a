#include "sink/savefile.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "sink/savefile_record.h"

namespace fandump {
namespace {

// Eight megabytes in all: at a million small packets per second, a tenth of a second in which the disk may do nothing.
constexpr size_t kBufferCount = 16;
constexpr int64_t kOldestMs = 1000;
constexpr uint32_t kNanosecondsPerMicrosecond = 1000;

static_assert(WriteBuffer::kCapacity >= kMaxPcapRecord + sizeof(PcapFileHeader));

int64_t NowMs() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

// A thread started meanwhile takes no signals: those are for the threads that know what to do with them, and a write
// to a broken pipe shall be an errno.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

}  // namespace

SavefileSink::SavefileSink(SavefileOptions options)
    : options_(std::move(options)), file_(options_.path, options_.owner), link_type_(options_.link_type) {}

SavefileSink::~SavefileSink() { EndWriter(); }

void SavefileSink::Open() {
  file_.Open();
  pool_.emplace(kBufferCount);
  const SignalsBlocked blocked;
  writer_ = std::thread(&SavefileSink::WriteBuffers, this);
  if (link_type_ < 0) return;
  AddFileHeader(static_cast<uint16_t>(link_type_));
  HandOn();
}

void SavefileSink::AddFileHeader(uint16_t link_type) {
  PcapFileHeader header{};
  header.magic = options_.nanoseconds ? kPcapMagicNanoseconds : kPcapMagicMicroseconds;
  header.snaplen = options_.snaplen;
  header.link_type = link_type;
  link_type_ = link_type;
  TakeBuffer();
  std::memcpy(buffer_->bytes.get(), &header, sizeof header);
  buffer_->size = buffer_->header_length = sizeof header;
}

void SavefileSink::Consume(const PacketView* packets, size_t size) {
  if (write_errno_.load(std::memory_order_acquire) != 0) ThrowFailure();
  if (size == 0) return;
  if (link_type_ < 0) AddFileHeader(packets[0].link_type);
  if (buffer_ == nullptr) TakeBuffer();
  const uint32_t fraction_divisor = options_.nanoseconds ? 1 : kNanosecondsPerMicrosecond;
  uint64_t others = 0;
  for (size_t i = 0; i < size; i++) {
    const PacketView& packet = packets[i];
    if (packet.link_type != link_type_) {
      others++;
      continue;
    }
    const uint32_t captured = std::min(packet.caplen, kMaxSnaplen);
    if (buffer_->size + sizeof(PcapRecordHeader) + captured > WriteBuffer::kCapacity) {
      HandOn();
      TakeBuffer();
    }
    const PcapRecordHeader header{static_cast<uint32_t>(packet.seconds), packet.nanoseconds / fraction_divisor,
                                  captured, packet.len};
    uint8_t* record = buffer_->bytes.get() + buffer_->size;
    std::memcpy(record, &header, sizeof header);
    std::memcpy(record + sizeof header, packet.data, captured);
    buffer_->size += sizeof header + captured;
    buffer_->packets++;
    buffer_->captured_bytes += captured;
  }
  if (others > 0) other_link_type_.fetch_add(others, std::memory_order_relaxed);
  if (options_.flush_each_batch) {
    HandOn();
  } else {
    HandOnIfOld();
  }
}

void SavefileSink::Idle() {
  if (write_errno_.load(std::memory_order_acquire) != 0) ThrowFailure();
  HandOn();
}

void SavefileSink::Finish() {
  if (write_errno_.load(std::memory_order_acquire) != 0) ThrowFailure();
  // Without any packet nobody knows the link type; a reader shall find a savefile all the same.
  if (link_type_ < 0) AddFileHeader(kLinkTypeEthernet);
  HandOn();
  EndWriter();
  const int close_errno = file_.Close();
  if (write_errno_.load(std::memory_order_acquire) == 0) write_errno_.store(close_errno, std::memory_order_release);
  if (write_errno_.load(std::memory_order_acquire) != 0) ThrowFailure();
}

void SavefileSink::HandOn() {
  if (buffer_ == nullptr || buffer_->size == 0) return;
  pool_->PutFilled(std::exchange(buffer_, nullptr));
}

void SavefileSink::HandOnIfOld() {
  if (NowMs() - buffer_began_ms_ >= kOldestMs) HandOn();
}

void SavefileSink::TakeBuffer() {
  buffer_ = pool_->TakeFree();
  if (buffer_ == nullptr) ThrowFailure();
  buffer_began_ms_ = NowMs();
}

void SavefileSink::EndWriter() {
  if (!writer_.joinable()) return;
  pool_->Close();
  writer_.join();
}

void SavefileSink::ThrowFailure() const {
  const int error = write_errno_.load(std::memory_order_acquire);
  if (error == EPIPE) throw CaptureError("EPIPE", file_.Name() + ": its reader has gone", error);
  throw CaptureError("ESAVEFILE_WRITE",
                     "writing " + file_.Name() + ": " + std::strerror(error) + " (" + std::to_string(written()) +
                         " packets are safe)",
                     error, error == ENOSPC ? "df -h" : "");
}

void SavefileSink::WriteBuffers() {
  while (WriteBuffer* buffer = pool_->TakeFilled()) {
    WriteOne(*buffer);
    if (write_errno_.load(std::memory_order_relaxed) != 0) break;
    pool_->PutFree(buffer);
  }
  pool_->StopWriting();
}

void SavefileSink::WriteOne(const WriteBuffer& buffer) {
  const size_t written = file_.Write(buffer.bytes.get(), buffer.size);
  if (written == buffer.size) {
    Count(buffer.packets, buffer.captured_bytes);
    return;
  }
  const int error = errno;
  // Where the last whole record ends.
  size_t whole = 0;
  uint64_t packets = 0, captured_bytes = 0;
  if (written >= buffer.header_length) whole = buffer.header_length;
  while (whole >= buffer.header_length && whole + sizeof(PcapRecordHeader) <= written) {
    PcapRecordHeader header;
    std::memcpy(&header, buffer.bytes.get() + whole, sizeof header);
    const size_t next = whole + sizeof header + header.captured;
    if (next > written) break;
    whole = next;
    packets++;
    captured_bytes += header.captured;
  }
  file_.TakeBack(written - whole);
  Count(packets, captured_bytes);
  write_errno_.store(error, std::memory_order_release);
}

void SavefileSink::Count(uint64_t packets, uint64_t captured_bytes) {
  written_.fetch_add(packets, std::memory_order_relaxed);
  written_bytes_.fetch_add(captured_bytes, std::memory_order_relaxed);
}

}  // namespace fandump
