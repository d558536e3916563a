#include "source/savefile.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "source/savefile_pcap.h"
#include "source/savefile_pcapng.h"

namespace fandump {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kMagicLength = 4;

// Compressed files are the ones that people meet most often where a savefile was expected.
struct Compression {
  std::array<uint8_t, kMagicLength> magic;
  size_t significant;
  const char* hint;
};

constexpr Compression kCompressions[] = {
    {{0x1f, 0x8b}, 2, "gzip -dc FILE | fandump -r -"},
    {{0x28, 0xb5, 0x2f, 0xfd}, 4, "zstd -dc FILE | fandump -r -"},
    {{0xfd, '7', 'z', 'X'}, 4, "xz -dc FILE | fandump -r -"},
    {{0x04, 0x22, 0x4d, 0x18}, 4, "lz4 -dc FILE | fandump -r -"},
};

std::string HintFor(const uint8_t* magic) {
  for (const Compression& compression : kCompressions) {
    if (std::equal(compression.magic.begin(), compression.magic.begin() + compression.significant, magic)) {
      return compression.hint;
    }
  }
  return "";
}

CaptureError UnknownFormat(const SavefileBuffer& buffer) {
  const uint8_t* magic = buffer.data();
  char shown[kMagicLength * 3];
  std::snprintf(shown, sizeof shown, "%02x %02x %02x %02x", magic[0], magic[1], magic[2], magic[3]);
  return buffer.Error("ESAVEFILE_FORMAT",
                      std::string("unknown file format; neither pcap nor pcapng begins with ") + shown, HintFor(magic));
}

}  // namespace

SavefileSource::SavefileSource(std::string path) : buffer_(std::move(path)) {}

void SavefileSource::Open() {
  buffer_.Open();
  if (!buffer_.FillWhole(kMagicLength)) {
    throw buffer_.Error("ESAVEFILE_TRUNCATED", "truncated dump file; tried to read " + std::to_string(kMagicLength) +
                                                   " file header bytes, only got " + std::to_string(buffer_.size()));
  }
  if (PcapReader::Recognises(buffer_.data())) {
    reader_ = std::make_unique<PcapReader>(buffer_);
    return;
  }
  if (!buffer_.FillWhole(PcapngReader::kRecogniseLength) || !PcapngReader::Recognises(buffer_.data())) {
    throw UnknownFormat(buffer_);
  }
  reader_ = std::make_unique<PcapngReader>(buffer_);
}

ReceiveStatus SavefileSource::Receive(PacketBatch& batch, int timeout_ms) {
  batch.size = 0;
  if (draining_) return ReceiveStatus::kEnd;
  const Clock::time_point deadline = Clock::now() + std::chrono::milliseconds(timeout_ms);
  for (;;) {
    const size_t wanted = reader_->Read(buffer_, batch);
    if (batch.size > 0) {
      Count(batch);
      return ReceiveStatus::kPackets;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left < 0) return ReceiveStatus::kIdle;
    switch (buffer_.Fill(wanted, static_cast<int>(left))) {
      case SavefileBuffer::FillStatus::kMore:
        break;
      case SavefileBuffer::FillStatus::kTimeout:
        return ReceiveStatus::kIdle;
      case SavefileBuffer::FillStatus::kEnd:
        reader_->CheckEnd(buffer_);
        return ReceiveStatus::kEnd;
    }
  }
}

void SavefileSource::Count(const PacketBatch& batch) {
  uint64_t bytes = 0;
  for (size_t i = 0; i < batch.size; i++) bytes += batch.packets[i].caplen;
  received_.fetch_add(batch.size, std::memory_order_relaxed);
  received_bytes_.fetch_add(bytes, std::memory_order_relaxed);
}

void SavefileSource::ReadCounters(SourceCounters& counters) {
  const uint64_t received = received_.load(std::memory_order_relaxed);
  counters.received += received;
  counters.received_bytes += received_bytes_.load(std::memory_order_relaxed);
  counters.kernel_matched += received;
}

}  // namespace fandump
