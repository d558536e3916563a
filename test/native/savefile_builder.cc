#include "savefile_builder.h"

#include <sys/mman.h>
#include <unistd.h>

namespace fandump::test {

BytesBuilder& BytesBuilder::U8(uint8_t value) {
  bytes_.push_back(value);
  return *this;
}

BytesBuilder& BytesBuilder::Number(uint64_t value, unsigned size) {
  for (unsigned i = 0; i < size; i++) {
    bytes_.push_back(static_cast<uint8_t>(value >> 8 * (big_endian_ ? size - 1 - i : i)));
  }
  return *this;
}

BytesBuilder& BytesBuilder::Raw(const std::vector<uint8_t>& bytes) {
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  return *this;
}

void BytesBuilder::Pad() {
  while (bytes_.size() % 4 != 0) bytes_.push_back(0);
}

BytesBuilder& BytesBuilder::PcapHeader(uint32_t magic, uint32_t snaplen, uint32_t link_type) {
  return U32(magic).U16(2).U16(4).U32(0).U32(0).U32(snaplen).U32(link_type);
}

BytesBuilder& BytesBuilder::PcapRecord(uint32_t seconds, uint32_t fraction, const std::vector<uint8_t>& packet,
                                       uint32_t original) {
  return U32(seconds).U32(fraction).U32(static_cast<uint32_t>(packet.size())).U32(original).Raw(packet);
}

BytesBuilder& BytesBuilder::Block(uint32_t type, const BytesBuilder& body) {
  const auto length = static_cast<uint32_t>(12 + (body.bytes().size() + 3) / 4 * 4);
  U32(type).U32(length).Raw(body.bytes());
  Pad();
  return U32(length);
}

BytesBuilder& BytesBuilder::SectionHeader() {
  BytesBuilder body(big_endian_);
  body.U32(0x1a2b3c4d).U16(1).U16(0).U64(~uint64_t{0});
  return Block(0x0a0d0d0a, body);
}

BytesBuilder& BytesBuilder::Interface(uint16_t link_type, uint32_t snaplen, const std::vector<uint8_t>& options) {
  BytesBuilder body(big_endian_);
  body.U16(link_type).U16(0).U32(snaplen).Raw(options);
  return Block(1, body);
}

BytesBuilder& BytesBuilder::EnhancedPacket(uint32_t interface, uint64_t time, const std::vector<uint8_t>& packet,
                                           uint32_t original, const std::vector<uint8_t>& options) {
  BytesBuilder body(big_endian_);
  body.U32(interface).U32(static_cast<uint32_t>(time >> 32)).U32(static_cast<uint32_t>(time));
  body.U32(static_cast<uint32_t>(packet.size())).U32(original).Raw(packet);
  body.Pad();
  body.Raw(options);
  return Block(6, body);
}

BytesBuilder& BytesBuilder::SimplePacket(uint32_t original, const std::vector<uint8_t>& packet) {
  BytesBuilder body(big_endian_);
  body.U32(original).Raw(packet);
  return Block(3, body);
}

BytesBuilder& BytesBuilder::ObsoletePacket(uint16_t interface, uint64_t time, const std::vector<uint8_t>& packet,
                                           uint32_t original) {
  BytesBuilder body(big_endian_);
  body.U16(interface).U16(0xffff).U32(static_cast<uint32_t>(time >> 32)).U32(static_cast<uint32_t>(time));
  body.U32(static_cast<uint32_t>(packet.size())).U32(original).Raw(packet);
  return Block(2, body);
}

MemoryFile::MemoryFile(const std::vector<uint8_t>& bytes) : fd_(memfd_create("savefile", MFD_CLOEXEC)) {
  if (fd_ < 0 || write(fd_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("cannot make a file in memory");
  }
}

MemoryFile::~MemoryFile() { close(fd_); }

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(fd_); }

ReadResult ReadWhole(const std::string& path) {
  ReadResult result;
  try {
    SavefileSource source(path);
    source.Open();
    PacketBatch batch;
    while (source.Receive(batch, 1000) != ReceiveStatus::kEnd) {
      for (size_t i = 0; i < batch.size; i++) {
        const PacketView& view = batch.packets[i];
        result.packets.push_back({view, {view.data, view.data + view.caplen}});
      }
    }
  } catch (const CaptureError& error) {
    result.code = error.code();
    result.error = error.what();
    if (result.error.starts_with(path + ": ")) result.error.erase(0, path.size() + 2);
    result.hint = error.hint();
  }
  return result;
}

ReadResult ReadWhole(const std::vector<uint8_t>& bytes) { return ReadWhole(MemoryFile(bytes).path()); }

}  // namespace fandump::test
