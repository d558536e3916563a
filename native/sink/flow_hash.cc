#include "sink/flow_hash.h"

#include <cstring>

#include "header_layout.h"
#include "sink/flow_fields.h"

namespace fandump {

namespace {

constexpr size_t kStationLength = 6;

// The last step of MurmurHash3: every bit of the number moves every bit of the result.
uint32_t Mix(uint32_t value) {
  value ^= value >> 16;
  value *= 0x85ebca6b;
  value ^= value >> 13;
  value *= 0xc2b2ae35;
  return value ^ value >> 16;
}

uint32_t EndHash(const uint8_t* address, size_t length, uint32_t port) {
  uint32_t hash = Mix(port + 1);
  for (size_t at = 0; at < length; at += sizeof(uint32_t)) {
    uint32_t word = 0;
    std::memcpy(&word, address + at, length - at < sizeof word ? length - at : sizeof word);
    hash = Mix(hash ^ word);
  }
  return hash;
}

// Sum and difference do not tell which end is which.
uint32_t FlowHash(uint32_t one_end, uint32_t other_end, uint32_t kind) {
  return Mix(Mix(one_end + other_end) ^ (one_end ^ other_end) ^ Mix(kind));
}

}  // namespace

uint32_t SymmetricFlowHash(const uint8_t* data, size_t size, uint16_t link_type) {
  if (link_type != kLinkTypeEthernet && !IsBareIp(link_type)) return 0;
  const FlowFields flow = FindFlow(data, size, link_type);
  if (flow.family != 0) {
    return FlowHash(EndHash(flow.source, flow.address_length, flow.source_port),
                    EndHash(flow.destination, flow.address_length, flow.destination_port), flow.protocol);
  }
  if (link_type != kLinkTypeEthernet || size < ethernet::kLength) return 0;
  return FlowHash(EndHash(data + kStationLength, kStationLength, 0), EndHash(data, kStationLength, 0), flow.ether_type);
}

}  // namespace fandump
