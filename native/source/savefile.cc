#include "source/savefile.h"

#include <chrono>
#include <cstdio>

#include "source/savefile_magic.h"
#include "source/savefile_pcap.h"
#include "source/savefile_pcapng.h"

namespace fandump {
namespace {

using Clock = std::chrono::steady_clock;

// What fandump does not decompress itself, and people meet where a savefile was expected.
struct Foreign {
  SavefileMagic magic;
  const char* program;
};

constexpr Foreign kForeign[] = {
    {{{0xfd, '7', 'z', 'X'}}, "xz"},
    {{{'B', 'Z', 'h'}, 3}, "bzip2"},
    // Frames as of before 2013, which `lz4 -l` still writes.
    {{{0x02, 0x21, 0x4c, 0x18}}, "lz4"},
};

std::string HintFor(const uint8_t* start) {
  for (const Foreign& foreign : kForeign) {
    if (foreign.magic.Begins(start)) return std::string(foreign.program) + " -dc FILE | fandump -r -";
  }
  return "";
}

CaptureError UnknownFormat(const SavefileBuffer& buffer) {
  const uint8_t* magic = buffer.data();
  char shown[kSavefileMagicLength * 3];
  std::snprintf(shown, sizeof shown, "%02x %02x %02x %02x", magic[0], magic[1], magic[2], magic[3]);
  return buffer.Error("ESAVEFILE_FORMAT",
                      std::string("unknown file format; neither pcap nor pcapng begins with ") + shown, HintFor(magic));
}

CaptureError Truncated(const SavefileBuffer& buffer, size_t wanted) {
  return buffer.Error("ESAVEFILE_TRUNCATED", "truncated dump file; tried to read " + std::to_string(wanted) +
                                                 " file header bytes, only got " + std::to_string(buffer.size()));
}

}  // namespace

SavefileSource::SavefileSource(std::string path) : buffer_(std::move(path)) {}

SavefileSource::SavefileSource(OwnedFd fd, std::string name) : buffer_(std::move(fd), std::move(name)) {}

void SavefileSource::Open() {
  buffer_.Open();
  ReadHeader();
}

void SavefileSource::Rewind() {
  buffer_.Rewind();
  ReadHeader();
}

void SavefileSource::ReadHeader() {
  RequireMagic();
  buffer_.DecompressIfCompressed();
  if (buffer_.is_compressed()) RequireMagic();
  if (PcapReader::Recognises(buffer_.data())) {
    reader_ = std::make_unique<PcapReader>(buffer_);
    return;
  }
  if (!buffer_.FillWhole(PcapngReader::kRecogniseLength) && PcapngReader::MayBegin(buffer_.data())) {
    throw Truncated(buffer_, PcapngReader::kRecogniseLength);
  }
  if (buffer_.size() < PcapngReader::kRecogniseLength || !PcapngReader::Recognises(buffer_.data())) {
    throw UnknownFormat(buffer_);
  }
  copied_ = std::make_shared<CopiedBlocks>();
  reader_ = std::make_unique<PcapngReader>(buffer_, copied_);
}

void SavefileSource::RequireMagic() {
  if (buffer_.FillWhole(kSavefileMagicLength)) return;
  throw Truncated(buffer_, kSavefileMagicLength);
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
