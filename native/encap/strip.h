// What every encapsulation shares: the walk over a batch, the step behind a header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

#include "big_endian.h"
#include "encap/encap.h"

namespace fandump {

// Bytes of a packet that are left to read.
struct ByteSpan {
  const uint8_t* data = nullptr;
  size_t length = 0;

  // What lies behind the first count bytes; count <= length.
  ByteSpan Behind(size_t count) const { return {data + count, length - count}; }
};

// The bytes that may be read: captured, and not beyond the length that a savefile's record claims for the wire.
inline ByteSpan Readable(const PacketView& packet) {
  return {packet.data, packet.caplen < packet.len ? packet.caplen : packet.len};
}

// Makes the view begin behind header_length bytes, which must be readable.
inline void RemoveHeader(PacketView& packet, size_t header_length, uint16_t link_type) {
  packet.data += header_length;
  packet.caplen -= static_cast<uint32_t>(header_length);
  packet.len -= static_cast<uint32_t>(header_length);
  packet.link_type = link_type;
}

// Notes a tunnel that has no options and no flags.
inline void SetFacts(TunnelFacts& tunnel, Encapsulation encapsulation, uint32_t vni = kNoVni) {
  tunnel.encapsulation = encapsulation;
  tunnel.vni = vni;
  tunnel.inner_vni = kNoVni;
  tunnel.policy = 0;
  tunnel.flags = 0;
  std::memset(tunnel.inside, kEncapNone, sizeof tunnel.inside);
  tunnel.options = nullptr;
  tunnel.options_length = 0;
}

// Calls strip(PacketView&) for each packet; where it returns a cause, the packet, which it must have left as it was, is
// counted and leaves the batch.
template <typename Strip>
void StripEach(PacketBatch& batch, const Refusals& refusals, Strip strip) {
  size_t kept = 0;
  for (size_t i = 0; i < batch.size; i++) {
    PacketView& packet = batch.packets[i];
    if (const std::optional<InvalidCause> cause = strip(packet)) {
      refusals.Add(packet, *cause);
      continue;
    }
    if (kept != i) batch.packets[kept] = packet;
    kept++;
  }
  batch.size = kept;
}

}  // namespace fandump
