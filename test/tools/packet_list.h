// The packets of a classic pcap file, in memory (https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html).
#pragma once

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

#include "arguments.h"

namespace fandump {

using Packet = std::vector<uint8_t>;

// Reads a file in this host's byte order, micro- or nanosecond. Ends the process when it is not one, or cut short.
inline std::vector<Packet> ReadPackets(const std::string& path) {
  constexpr uint32_t kMagicMicroseconds = 0xa1b2c3d4;
  constexpr uint32_t kMagicNanoseconds = 0xa1b23c4d;
  constexpr uint32_t kLongestPacket = 262144;
  struct FileHeader {
    uint32_t magic;
    uint16_t major, minor;
    uint32_t reserved[2];
    uint32_t snaplen, link_type;
  } file_header{};
  struct RecordHeader {
    uint32_t seconds, fraction, caplen, len;
  } record{};

  std::ifstream file(path, std::ios::binary);
  if (!file) FailErrno(path);
  if (!file.read(reinterpret_cast<char*>(&file_header), sizeof file_header) ||
      (file_header.magic != kMagicMicroseconds && file_header.magic != kMagicNanoseconds)) {
    Fail(1, path + ": not a pcap file of this host's byte order");
  }
  std::vector<Packet> packets;
  while (file.read(reinterpret_cast<char*>(&record), sizeof record)) {
    if (record.caplen > kLongestPacket) Fail(1, path + ": a packet longer than 262144 bytes");
    Packet packet(record.caplen);
    if (!file.read(reinterpret_cast<char*>(packet.data()), record.caplen)) Fail(1, path + ": cut short");
    packets.push_back(std::move(packet));
  }
  if (file.gcount() != 0) Fail(1, path + ": cut short");
  if (packets.empty()) Fail(1, path + ": no packets");
  return packets;
}

}  // namespace fandump
