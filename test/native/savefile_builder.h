// Savefiles built byte by byte, in either byte order, and a place to read them from.
#pragma once

#include <initializer_list>

#include "source/savefile.h"
#include "types.h"

namespace fandump::test {

class BytesBuilder {
 public:
  explicit BytesBuilder(bool big_endian = false) : big_endian_(big_endian) {}

  BytesBuilder& U8(uint8_t value);
  BytesBuilder& U16(uint16_t value) { return Number(value, 2); }
  BytesBuilder& U32(uint32_t value) { return Number(value, 4); }
  BytesBuilder& U64(uint64_t value) { return Number(value, 8); }
  BytesBuilder& Raw(const std::vector<uint8_t>& bytes);

  // magic, version 2.4, snaplen, link type
  BytesBuilder& PcapHeader(uint32_t magic, uint32_t snaplen = 65535, uint32_t link_type = kLinkTypeEthernet);
  BytesBuilder& PcapRecord(uint32_t seconds, uint32_t fraction, const std::vector<uint8_t>& packet, uint32_t original);

  // A pcapng block around body, filled up to whole words.
  BytesBuilder& Block(uint32_t type, const BytesBuilder& body);
  BytesBuilder& SectionHeader();
  BytesBuilder& Interface(uint16_t link_type, uint32_t snaplen = 0, const std::vector<uint8_t>& options = {});
  BytesBuilder& EnhancedPacket(uint32_t interface, uint64_t time, const std::vector<uint8_t>& packet, uint32_t original,
                               const std::vector<uint8_t>& options = {});
  BytesBuilder& SimplePacket(uint32_t original, const std::vector<uint8_t>& packet);
  BytesBuilder& ObsoletePacket(uint16_t interface, uint64_t time, const std::vector<uint8_t>& packet,
                               uint32_t original);

  bool big_endian() const { return big_endian_; }
  const std::vector<uint8_t>& bytes() const { return bytes_; }

 private:
  BytesBuilder& Number(uint64_t value, unsigned size);
  void Pad();

  bool big_endian_;
  std::vector<uint8_t> bytes_;
};

// A file without a name that SavefileSource can open by path().
class MemoryFile {
 public:
  explicit MemoryFile(const std::vector<uint8_t>& bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const;

 private:
  int fd_;
};

// For Receive: a file makes nobody wait, but a busy host may have this process wait between two of its steps.
constexpr int kPatientMs = 60'000;

// A packet with its bytes copied out of the source's buffer.
struct ReadPacket {
  PacketView view;
  std::vector<uint8_t> bytes;
};

struct ReadResult {
  std::vector<ReadPacket> packets;
  std::string code;   // of the error that ended reading; empty: the file's end
  std::string error;  // its message without the path before it
  std::string hint;
};

// Opens and reads to the end or to the error.
ReadResult ReadWhole(const std::string& path);
ReadResult ReadWhole(const std::vector<uint8_t>& bytes);

}  // namespace fandump::test
