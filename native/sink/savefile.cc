#include "sink/savefile.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sink/pcap_format.h"

namespace fandump {

namespace {

// A block is handed on after this time even if packets keep coming and it is not full.
constexpr int64_t kMaxBlockAgeMs = 1000;

int64_t CoarseMilliseconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return static_cast<int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

int OpenForWriting(const std::string& path) {
  if (path == "-") return STDOUT_FILENO;
  constexpr mode_t kMode = 0640;
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (fd < 0) {
    const int error = errno;
    throw CaptureError("ESAVEFILE", path + ": " + std::strerror(error), error);
  }
  return fd;
}

}  // namespace

void SavefileSink::Open(uint16_t nominal_link_type) {
  nominal_link_type_ = nominal_link_type;
  const int fd = OpenForWriting(options_.path);
  writer_ = std::make_unique<BlockWriter>(fd, options_.path == "-" ? "standard output" : options_.path);
  if (options_.link_type >= 0) {
    StartFile(static_cast<uint16_t>(options_.link_type));
    // Whoever reads a pipe wants to know the link type before the first packet.
    Submit();
  }
}

void SavefileSink::StartFile(uint16_t link_type) {
  options_.link_type = link_type;
  PcapFileHeader header{};
  header.magic = options_.nanoseconds ? kPcapMagicNanoseconds : kPcapMagicMicroseconds;
  header.version_major = kPcapVersionMajor;
  header.version_minor = kPcapVersionMinor;
  header.snaplen = options_.snaplen;
  header.link_type = link_type;
  block_ = writer_->Acquire();
  std::memcpy(block_->data, &header, sizeof header);
  block_->used = block_->header_bytes = sizeof header;
  block_since_ = CoarseMilliseconds();
}

void SavefileSink::Consume(const PacketView* packets, size_t size) {
  if (size == 0) return;
  if (options_.link_type < 0) StartFile(packets[0].link_type);
  uint64_t others = 0;
  for (size_t i = 0; i < size; i++) {
    if (packets[i].link_type == options_.link_type) {
      Append(packets[i]);
    } else {
      others++;
    }
  }
  if (others > 0) other_link_type_.store(other_link_type() + others, std::memory_order_relaxed);
  if (block_ == nullptr) return;
  if (options_.flush_each_batch || CoarseMilliseconds() - block_since_ >= kMaxBlockAgeMs) Submit();
}

void SavefileSink::Append(const PacketView& packet) {
  const size_t needed = sizeof(PcapRecordHeader) + packet.caplen;
  if (block_ != nullptr && block_->used + needed > BlockWriter::kBlockBytes) Submit();
  if (block_ == nullptr) {
    block_ = writer_->Acquire();
    block_since_ = CoarseMilliseconds();
  }
  PcapRecordHeader header;
  header.seconds = static_cast<uint32_t>(packet.seconds);
  header.fraction = options_.nanoseconds ? packet.nanoseconds : packet.nanoseconds / 1000;
  header.caplen = packet.caplen;
  header.len = packet.len;
  uint8_t* at = block_->data + block_->used;
  std::memcpy(at, &header, sizeof header);
  std::memcpy(at + sizeof header, packet.data, packet.caplen);
  block_->used += static_cast<uint32_t>(needed);
}

void SavefileSink::Submit() {
  if (block_ == nullptr) return;
  writer_->Submit(block_);
  block_ = nullptr;
}

void SavefileSink::Idle() { Submit(); }

void SavefileSink::Finish() {
  if (options_.link_type < 0) StartFile(nominal_link_type_);
  Submit();
  writer_->Finish();
}

}  // namespace fandump
