// Cooked headers, as tests expect them.
#pragma once

#include "filter_bpf_machine.h"

namespace fandump::test {

inline void Append16(std::vector<uint8_t>& bytes, uint32_t value) {
  bytes.push_back(static_cast<uint8_t>(value >> 8));
  bytes.push_back(static_cast<uint8_t>(value));
}

// The header that the kernel's words about a packet make, with an address of six bytes.
inline std::vector<uint8_t> CookedHeaderOf(const KernelPacket& packet, uint16_t link_type) {
  const std::vector<uint8_t> address = {2, 0, 0, 0, 0, 7, 0, 0};
  std::vector<uint8_t> header;
  if (link_type == kLinkTypeLinuxSll) {
    for (const uint32_t value : {uint32_t{packet.packet_type}, uint32_t{packet.hardware_type}, 6U}) {
      Append16(header, value);
    }
    header.insert(header.end(), address.begin(), address.end());
    Append16(header, packet.protocol);
    return header;
  }
  for (const uint32_t value : {uint32_t{packet.protocol}, 0U, packet.interface_index >> 16, packet.interface_index,
                               uint32_t{packet.hardware_type}}) {
    Append16(header, value);
  }
  header.push_back(packet.packet_type);
  header.push_back(6);
  header.insert(header.end(), address.begin(), address.end());
  return header;
}

}  // namespace fandump::test
