#include "sink/savefile_format.h"

namespace fandump {
namespace {

constexpr uint64_t kNanosecondsPerSecond = 1'000'000'000;

// One after the other; the caller has counted the bytes.
class FieldWriter {
 public:
  explicit FieldWriter(uint8_t* at) : at_(at) {}
  void Add16(uint16_t value) { AddBytes(&value, sizeof value); }
  void Add32(uint32_t value) { AddBytes(&value, sizeof value); }
  void AddBytes(const void* bytes, size_t size) {
    if (size == 0) return;
    std::memcpy(at_, bytes, size);
    at_ += size;
  }
  void AddPadded(const void* bytes, size_t size) {
    AddBytes(bytes, size);
    for (size_t padding = pcapng::PadToWord(size) - size; padding > 0; padding--) *at_++ = 0;
  }
  void AddOption(uint16_t code, const void* value, size_t size) {
    Add16(code);
    Add16(static_cast<uint16_t>(size));
    AddPadded(value, size);
  }

 private:
  uint8_t* at_;
};

uint32_t Read32(const uint8_t* at) {
  uint32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

WholeRecords FindWholeBlocks(const uint8_t* bytes, size_t size) {
  constexpr size_t kCapturedOffset = 20;
  WholeRecords whole;
  while (whole.size + pcapng::kBlockOverhead <= size) {
    const uint8_t* block = bytes + whole.size;
    const size_t length = Read32(block + sizeof(uint32_t));
    if (length > size - whole.size) break;
    if (Read32(block) == pcapng::kEnhancedPacket) {
      whole.packets++;
      whole.captured_bytes += Read32(block + kCapturedOffset);
    }
    whole.size += length;
  }
  return whole;
}

}  // namespace

void PcapngRecord::Put(uint8_t* record) const {
  const auto total = static_cast<uint32_t>(length());
  const uint64_t time = static_cast<uint64_t>(packet_.seconds) * kNanosecondsPerSecond + packet_.nanoseconds;
  FieldWriter fields(record);
  fields.Add32(pcapng::kEnhancedPacket);
  fields.Add32(total);
  fields.Add32(interface_);
  fields.Add32(static_cast<uint32_t>(time >> 32));
  fields.Add32(static_cast<uint32_t>(time));
  fields.Add32(captured_);
  fields.Add32(packet_.len);
  fields.AddPadded(packet_.data, captured_);
  if (copied_length_ > 0) fields.AddBytes(packet_.block_options, copied_length_);
  if (flags_ != 0) fields.AddOption(pcapng::kPacketFlags, &flags_, sizeof flags_);
  if (drops_ != 0) fields.AddOption(pcapng::kPacketDropCount, &drops_, sizeof drops_);
  if (comment_length_ > 0) fields.AddOption(pcapng::kComment, comment_, comment_length_);
  const size_t without_options = kFixedLength + pcapng::PadToWord(captured_);
  if (total > without_options) fields.AddOption(pcapng::kEndOfOptions, nullptr, 0);
  fields.Add32(total);
}

WholeRecords FindWholeRecords(const WriteBuffer& buffer, size_t size, bool pcapng) {
  if (pcapng) return FindWholeBlocks(buffer.bytes.get(), size);
  WholeRecords whole;
  if (buffer.starts) {
    if (size < sizeof(PcapFileHeader)) return whole;
    whole.size = sizeof(PcapFileHeader);
  }
  while (whole.size + sizeof(PcapRecordHeader) <= size) {
    PcapRecordHeader header;
    std::memcpy(&header, buffer.bytes.get() + whole.size, sizeof header);
    if (header.captured > size - whole.size - sizeof header) break;
    whole.size += sizeof header + header.captured;
    whole.packets++;
    whole.captured_bytes += header.captured;
  }
  return whole;
}

}  // namespace fandump
