// Builders of tunnelled frames, from the inside out: each puts its header before the bytes it is given.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "protocol_numbers.h"
#include "types.h"

namespace fandump::test {

using Bytes = std::vector<uint8_t>;

inline Bytes Join(Bytes head, const Bytes& tail) {
  head.insert(head.end(), tail.begin(), tail.end());
  return head;
}

inline void Append16(Bytes& bytes, uint32_t value) {
  bytes.push_back(static_cast<uint8_t>(value >> 8));
  bytes.push_back(static_cast<uint8_t>(value));
}

inline void Append32(Bytes& bytes, uint32_t value) {
  Append16(bytes, value >> 16);
  Append16(bytes, value);
}

// The two ends of a flow; the numbers become addresses and ports.
struct FlowEnds {
  uint32_t source = 0x0a000001;
  uint32_t destination = 0xc0000201;
  uint16_t source_port = 40000;
  uint16_t destination_port = 443;
  uint8_t protocol = kProtocolTcp;
  bool ipv6 = false;

  FlowEnds Reversed() const { return {destination, source, destination_port, source_port, protocol, ipv6}; }
};

// Ports, and what else the header of any of the transports begins with; length in bytes, eight at least.
inline Bytes TransportPacket(const FlowEnds& flow, const Bytes& payload = {}) {
  Bytes bytes;
  Append16(bytes, flow.source_port);
  Append16(bytes, flow.destination_port);
  Append16(bytes, static_cast<uint32_t>(8 + payload.size()));
  Append16(bytes, 0);
  return Join(bytes, payload);
}

// options: bytes of IPv4 options, a multiple of 4. fragment: the flags and offset word.
inline Bytes Ipv4Packet(const FlowEnds& flow, const Bytes& payload, const Bytes& options = {}, uint16_t fragment = 0) {
  Bytes bytes;
  bytes.push_back(static_cast<uint8_t>(0x45 + options.size() / 4));
  bytes.push_back(0);
  Append16(bytes, static_cast<uint32_t>(20 + options.size() + payload.size()));
  Append16(bytes, 0x1234);
  Append16(bytes, fragment);
  bytes.push_back(64);
  bytes.push_back(flow.protocol);
  Append16(bytes, 0);
  Append32(bytes, flow.source);
  Append32(bytes, flow.destination);
  return Join(Join(bytes, options), payload);
}

// next: the first next header where payload begins with extension headers.
inline Bytes Ipv6Packet(const FlowEnds& flow, const Bytes& payload, int next = -1) {
  Bytes bytes;
  Append32(bytes, 0x60000000);
  Append16(bytes, static_cast<uint32_t>(payload.size()));
  bytes.push_back(next < 0 ? flow.protocol : static_cast<uint8_t>(next));
  bytes.push_back(64);
  for (const uint32_t end : {flow.source, flow.destination}) {
    Append32(bytes, 0x20010db8);
    Append32(bytes, end >> 16);
    Append32(bytes, 0);
    Append32(bytes, end);
  }
  return Join(bytes, payload);
}

inline Bytes IpPacket(const FlowEnds& flow, const Bytes& payload) {
  return flow.ipv6 ? Ipv6Packet(flow, payload) : Ipv4Packet(flow, payload);
}

// A packet of the flow with so many bytes behind the transport header.
inline Bytes FlowPacket(const FlowEnds& flow, size_t size = 20) {
  return IpPacket(flow, TransportPacket(flow, Bytes(size)));
}

inline Bytes EthernetHeader(uint16_t type) {
  Bytes bytes = {0x02, 0, 0, 0, 0, 0x55, 0x02, 0, 0, 0, 0, 0x99};
  Append16(bytes, type);
  return bytes;
}

inline Bytes EthernetFrame(uint16_t type, const Bytes& payload) { return Join(EthernetHeader(type), payload); }

inline Bytes FlowFrame(const FlowEnds& flow) {
  return EthernetFrame(flow.ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4, FlowPacket(flow));
}

// A tag between the addresses and the type of frame.
inline Bytes Tagged(const Bytes& frame, uint16_t control, uint16_t type = kEtherTypeVlan) {
  Bytes bytes(frame.begin(), frame.begin() + 12);
  Append16(bytes, type);
  Append16(bytes, control);
  return Join(bytes, Bytes(frame.begin() + 12, frame.end()));
}

// The outside of a mirror's feed: always the same addresses and ports.
inline FlowEnds FeedEnds(uint8_t protocol, uint16_t port = 0) {
  return {0xc6336401, 0xc6336402, static_cast<uint16_t>(port == 0 ? 0 : 50000), port, protocol, false};
}

inline Bytes InIp(uint8_t protocol, const Bytes& payload) {
  return EthernetFrame(kEtherTypeIpv4, Ipv4Packet(FeedEnds(protocol), payload));
}

inline Bytes InUdp(uint16_t port, const Bytes& payload) {
  const FlowEnds ends = FeedEnds(kProtocolUdp, port);
  return EthernetFrame(kEtherTypeIpv4, Ipv4Packet(ends, TransportPacket(ends, payload)));
}

inline Bytes VxlanPayload(const Bytes& frame) { return Join({0x08, 0, 0, 0, 0, 0, 42, 0}, frame); }

// next: 1 IPv4, 2 IPv6, 3 Ethernet.
inline Bytes VxlanGpePayload(uint8_t next, const Bytes& packet) {
  return Join({0x0c, 0, 0, next, 0, 0, 42, 0}, packet);
}

// extensions: bytes, a multiple of 4, 124 at most.
inline Bytes GuePayload(uint8_t protocol, const Bytes& packet, uint32_t extensions = 0) {
  return Join(Join({static_cast<uint8_t>(extensions / 4), protocol, 0, 0}, Bytes(extensions)), packet);
}

inline Bytes GenevePayload(uint16_t protocol, const Bytes& packet, const Bytes& options = {}) {
  Bytes bytes = {static_cast<uint8_t>(options.size() / 4), 0};
  Append16(bytes, protocol);
  Append32(bytes, 9 << 8);
  return Join(Join(bytes, options), packet);
}

// word: priority, VLAN and flags, see encap/erm.cc.
inline Bytes ErmPayload(const Bytes& frame, uint32_t word = 0) {
  Bytes bytes(8, 0xee);
  Append32(bytes, word);
  return Join(bytes, frame);
}

inline Bytes TzspPayload(const Bytes& frame, const Bytes& tags = {1}) { return Join(Join({1, 0, 0, 1}, tags), frame); }

// flags: the first half word; checksum, key and sequence number are added as they say.
inline Bytes GrePacket(uint16_t flags, uint16_t protocol, const Bytes& payload) {
  Bytes bytes;
  Append16(bytes, flags);
  Append16(bytes, protocol);
  for (const uint16_t present : {0x8000, 0x2000, 0x1000}) {
    if ((flags & present) != 0) Append32(bytes, present);
  }
  return Join(bytes, payload);
}

inline Bytes ErspanI(const Bytes& frame) { return GrePacket(0, kEtherTypeErspan, frame); }

// control: class of service 3 bits, encapsulation 2, truncated 1, session 10.
inline Bytes ErspanIi(const Bytes& frame, uint16_t vlan = 1, uint16_t control = 1) {
  Bytes header;
  Append16(header, static_cast<uint16_t>(0x1000 | vlan));
  Append16(header, control);
  header.resize(8);
  return GrePacket(0x1000, kEtherTypeErspan, Join(header, frame));
}

inline Bytes ErspanIii(const Bytes& frame, bool subheader = false) {
  Bytes header(12, 0);
  header[0] = 0x20;
  header[11] = subheader ? 1 : 0;
  if (subheader) header.resize(20, 0xee);
  return GrePacket(0x1000, kEtherTypeErspanIii, Join(header, frame));
}

inline Bytes Labels(int count, const Bytes& payload) {
  Bytes bytes;
  for (int i = 0; i < count; i++) {
    const uint32_t bottom = i + 1 == count ? 0x100 : 0;
    Append32(bytes, (1000u + static_cast<uint32_t>(i)) << 12 | bottom | 64);
  }
  return Join(bytes, payload);
}

// One encapsulation, as a frame of an interface and, for those that travel over UDP, as a datagram's payload.
struct TunnelKind {
  std::string name;
  Bytes (*frame)(const FlowEnds&);
};

inline std::vector<TunnelKind> TunnelKinds() {
  return {
      {"vxlan", [](const FlowEnds& flow) { return InUdp(kPortVxlan, VxlanPayload(FlowFrame(flow))); }},
      {"geneve",
       [](const FlowEnds& flow) {
         return InUdp(kPortGeneve, GenevePayload(kEtherTypeBridged, FlowFrame(flow), Bytes(12, 7)));
       }},
      {"geneve+vxlan",
       [](const FlowEnds& flow) {
         const FlowEnds carrier = FeedEnds(kProtocolUdp, kPortVxlan);
         const Bytes packet = Ipv4Packet(carrier, TransportPacket(carrier, VxlanPayload(FlowFrame(flow))));
         return InUdp(kPortGeneve, GenevePayload(kEtherTypeIpv4, packet));
       }},
      {"erm", [](const FlowEnds& flow) { return InUdp(kPortErm, ErmPayload(FlowFrame(flow))); }},
      {"tzsp", [](const FlowEnds& flow) { return InUdp(kPortTzsp, TzspPayload(FlowFrame(flow))); }},
      {"gre",
       [](const FlowEnds& flow) {
         const uint16_t type = flow.ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4;
         return InIp(kProtocolGre, GrePacket(0x2000, type, FlowPacket(flow)));
       }},
      {"erspan I", [](const FlowEnds& flow) { return InIp(kProtocolGre, ErspanI(FlowFrame(flow))); }},
      {"erspan II", [](const FlowEnds& flow) { return InIp(kProtocolGre, ErspanIi(FlowFrame(flow))); }},
      {"erspan III", [](const FlowEnds& flow) { return InIp(kProtocolGre, ErspanIii(FlowFrame(flow), true)); }},
      {"mpls", [](const FlowEnds& flow) { return EthernetFrame(kEtherTypeMpls, Labels(2, FlowPacket(flow))); }},
      {"mpls pseudowire",
       [](const FlowEnds& flow) { return EthernetFrame(kEtherTypeMpls, Labels(2, Join(Bytes(4), FlowFrame(flow)))); }},
  };
}

// All of the bytes, captured as a whole; they have to outlive it.
inline PacketView ViewOf(Bytes& bytes, uint16_t link_type = kLinkTypeEthernet) {
  PacketView view;
  view.data = bytes.data();
  view.caplen = view.len = static_cast<uint32_t>(bytes.size());
  view.link_type = link_type;
  return view;
}

}  // namespace fandump::test
