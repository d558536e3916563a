// Builders of tunnel payloads, and one call that takes a payload through a decapsulator.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

#include "check.h"
#include "encap/encap.h"
#include "protocol_numbers.h"

namespace fandump::test {

using Payload = std::vector<uint8_t>;

inline Payload operator+(Payload left, const Payload& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

// A well-formed VXLAN header.
inline Payload Vxlan(uint32_t vni, uint8_t flags = 0x08) {
  return {flags, 0, 0, 0, uint8_t(vni >> 16), uint8_t(vni >> 8), uint8_t(vni), 0};
}

// A GENEVE header; the size of options must be a multiple of 4.
inline Payload Geneve(uint32_t vni, uint16_t protocol, const Payload& options = {}, uint8_t version = 0) {
  Payload header(8, 0);
  header[0] = uint8_t(version << 6 | options.size() / 4);
  header[2] = uint8_t(protocol >> 8);
  header[3] = uint8_t(protocol);
  header[4] = uint8_t(vni >> 16);
  header[5] = uint8_t(vni >> 8);
  header[6] = uint8_t(vni);
  return header + options;
}

// An IPv4 header that claims header_words words of four bytes, and holds at least the five that it must.
inline Payload Ipv4(uint8_t protocol = 17, uint8_t header_words = 5, uint16_t fragment = 0) {
  Payload header(std::max<size_t>(header_words, 5) * 4, 0);
  header[0] = 0x40 | header_words;
  header[6] = uint8_t(fragment >> 8);
  header[7] = uint8_t(fragment);
  header[9] = protocol;
  return header;
}

inline Payload Ipv6(uint8_t next_header = 17) {
  Payload header(40, 0);
  header[0] = 0x60;
  header[6] = next_header;
  return header;
}

inline Payload Udp(uint16_t destination_port = 0) {
  Payload header(8, 0);
  header[2] = uint8_t(destination_port >> 8);
  header[3] = uint8_t(destination_port);
  return header;
}

inline Payload Ethernet(uint16_t ether_type) {
  Payload header(14, 0);
  header[12] = uint8_t(ether_type >> 8);
  header[13] = uint8_t(ether_type);
  return header;
}

// Ethernet, IPv4 and UDP around a tunnel in a tunnel.
inline Payload Carrier(uint16_t destination_port) { return Ethernet(kEtherTypeIpv4) + Ipv4() + Udp(destination_port); }

inline Payload Inner() { return {0xde, 0xad, 0xbe, 0xef}; }

// What became of one payload.
struct Stripped {
  std::optional<InvalidCause> cause;  // why it was refused
  Payload inner;
  uint32_t len = 0;
  uint16_t link_type = 0;
  TunnelFacts tunnel;
  Payload options;  // the GENEVE options
};

// Takes payload through a decapsulator out of a heap block of exactly its size, so that a sanitizer sees every read
// beyond it. wire_length: the datagram's length, 0: as captured.
// port: where the datagram was sent to.
inline Stripped Strip(const EncapOptions& encap, const Payload& payload, uint32_t wire_length = 0,
                      uint16_t port = kPortVxlan) {
  static PacketBatch batch;
  const std::unique_ptr<uint8_t[]> block(new uint8_t[payload.size()]);
  std::copy(payload.begin(), payload.end(), block.get());
  Stripped stripped;
  // What an earlier datagram has left there must not be seen again.
  const uint8_t stale = 0;
  stripped.tunnel.vni = stripped.tunnel.inner_vni = 7;
  stripped.tunnel.options = &stale;
  stripped.tunnel.options_length = 1;
  stripped.tunnel.flags = 0xff;
  stripped.tunnel.policy = 7;
  std::fill(std::begin(stripped.tunnel.inside), std::end(stripped.tunnel.inside), kEncapErm);
  stripped.tunnel.destination_port = port;
  PacketView& packet = batch.packets[0];
  packet = {};
  packet.data = block.get();
  packet.caplen = static_cast<uint32_t>(payload.size());
  packet.len = std::max(packet.caplen, wire_length);
  packet.link_type = 0;
  packet.tunnel = &stripped.tunnel;
  batch.size = 1;

  InvalidCounts invalid{};
  Decapsulator(encap).Decapsulate(batch, invalid);
  for (uint8_t cause = 0; cause < kInvalidCauseCount; cause++) {
    if (invalid[cause] > 0) stripped.cause = static_cast<InvalidCause>(cause);
  }
  CHECK_EQ(batch.size, stripped.cause ? 0u : 1u);
  if (stripped.cause) return stripped;
  stripped.inner.assign(packet.data, packet.data + packet.caplen);
  stripped.len = packet.len;
  stripped.link_type = packet.link_type;
  if (stripped.tunnel.options_length > 0) {
    stripped.options.assign(stripped.tunnel.options, stripped.tunnel.options + stripped.tunnel.options_length);
  }
  return stripped;
}

// One row of a table of payloads that are refused.
struct Refused {
  const char* what;
  Payload payload;
  InvalidCause cause;
};

inline void CheckRefused(const EncapOptions& encap, const std::vector<Refused>& rows) {
  for (const Refused& row : rows) {
    const Stripped stripped = Strip(encap, row.payload);
    if (stripped.cause == row.cause) continue;
    Fail(__FILE__, __LINE__, std::string(row.what) + ": not refused for its cause");
  }
}

// Every beginning of a payload that is shorter than the headers is refused as too short, the headers alone are not.
inline void CheckEveryTruncation(const EncapOptions& encap, const Payload& headers) {
  for (size_t length = 0; length < headers.size(); length++) {
    const Stripped stripped = Strip(encap, Payload(headers.begin(), headers.begin() + static_cast<ptrdiff_t>(length)));
    CHECK(stripped.cause == kInvalidTooShort);
  }
  CHECK(!Strip(encap, headers).cause);
}

}  // namespace fandump::test
