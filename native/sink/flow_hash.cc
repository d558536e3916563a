#include "sink/flow_hash.h"

#include <cstring>

#include "protocol_numbers.h"

namespace fandump {

namespace {

constexpr size_t kStationLength = 6;
constexpr size_t kEthernetHeader = 14;
constexpr size_t kVlanTag = 4;

// IPv4, RFC 791.
constexpr size_t kIpv4Header = 20;
constexpr size_t kIpv4FragmentAt = 6;
constexpr uint16_t kIpv4FragmentBits = 0x3fff;  // "more fragments" and the offset
constexpr size_t kIpv4ProtocolAt = 9;
constexpr size_t kIpv4SourceAt = 12;
constexpr size_t kIpv4AddressLength = 4;

// IPv6, RFC 8200.
constexpr size_t kIpv6Header = 40;
constexpr size_t kIpv6NextHeaderAt = 6;
constexpr size_t kIpv6SourceAt = 8;
constexpr size_t kIpv6AddressLength = 16;
constexpr size_t kExtensionUnit = 8;

struct Bytes {
  const uint8_t* data;
  size_t size;

  uint16_t Half(size_t at) const { return static_cast<uint16_t>(data[at] << 8 | data[at + 1]); }
  Bytes From(size_t at) const { return {data + at, size - at}; }
};

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

bool HasPorts(uint8_t protocol) {
  return protocol == kProtocolTcp || protocol == kProtocolUdp || protocol == kProtocolSctp ||
         protocol == kProtocolDccp || protocol == kProtocolUdpLite;
}

uint32_t IpHash(Bytes packet, size_t addresses_at, size_t address_length, uint8_t protocol, size_t ports_at) {
  uint32_t source_port = 0, destination_port = 0;
  if (ports_at > 0 && HasPorts(protocol) && packet.size >= ports_at + 4) {
    source_port = packet.Half(ports_at);
    destination_port = packet.Half(ports_at + 2);
  }
  const uint8_t* source = packet.data + addresses_at;
  return FlowHash(EndHash(source, address_length, source_port),
                  EndHash(source + address_length, address_length, destination_port), protocol);
}

uint32_t Ipv4Hash(Bytes packet) {
  const size_t header = (packet.data[0] & 0x0f) * sizeof(uint32_t);
  const bool is_fragment = (packet.Half(kIpv4FragmentAt) & kIpv4FragmentBits) != 0;
  return IpHash(packet, kIpv4SourceAt, kIpv4AddressLength, packet.data[kIpv4ProtocolAt],
                is_fragment || header < kIpv4Header ? 0 : header);
}

uint32_t Ipv6Hash(Bytes packet) {
  uint8_t next = packet.data[kIpv6NextHeaderAt];
  size_t at = kIpv6Header;
  for (int i = 0; i < kMaxExtensionHeaders; i++) {
    const bool is_extension =
        next == kProtocolHopByHop || next == kProtocolRouting || next == kProtocolDestinationOptions;
    if (!is_extension || packet.size < at + 2) break;
    next = packet.data[at];
    at += (size_t{packet.data[at + 1]} + 1) * kExtensionUnit;
  }
  if (next == kProtocolFragment && packet.size > at) {
    return IpHash(packet, kIpv6SourceAt, kIpv6AddressLength, packet.data[at], 0);
  }
  return IpHash(packet, kIpv6SourceAt, kIpv6AddressLength, next, at);
}

// false: not IP, or cut short within its header.
bool HashIp(Bytes packet, uint32_t& hash) {
  if (packet.size < kIpv4Header) return false;
  const int version = packet.data[0] >> 4;
  if (version == 4) {
    hash = Ipv4Hash(packet);
  } else if (version == 6 && packet.size >= kIpv6Header) {
    hash = Ipv6Hash(packet);
  } else {
    return false;
  }
  return true;
}

bool IsTag(uint16_t ether_type) {
  return ether_type == kEtherTypeVlan || ether_type == kEtherTypeServiceVlan || ether_type == kEtherTypeOldServiceVlan;
}

uint32_t EthernetHash(Bytes frame) {
  if (frame.size < kEthernetHeader) return 0;
  size_t at = kEthernetHeader;
  uint16_t type = frame.Half(at - 2);
  for (int i = 0; i < kMaxVlanTags && IsTag(type) && frame.size >= at + kVlanTag; i++) {
    at += kVlanTag;
    type = frame.Half(at - 2);
  }
  uint32_t hash = 0;
  if ((type == kEtherTypeIpv4 || type == kEtherTypeIpv6) && HashIp(frame.From(at), hash)) return hash;
  const uint8_t* source = frame.data + kStationLength;
  return FlowHash(EndHash(source, kStationLength, 0), EndHash(frame.data, kStationLength, 0), type);
}

}  // namespace

uint32_t SymmetricFlowHash(const uint8_t* data, size_t size, uint16_t link_type) {
  if (link_type == kLinkTypeEthernet) return EthernetHash({data, size});
  uint32_t hash = 0;
  if (link_type == kLinkTypeRaw) HashIp({data, size}, hash);
  return hash;
}

}  // namespace fandump
