// Packets with right checksums, what becomes of them when they are anonymized, and whether it is right.
#pragma once

#include <algorithm>

#include "big_endian.h"
#include "check.h"
#include "header_layout.h"
#include "privacy/packet_anonymizer.h"
#include "tunnel_packets.h"

namespace fandump::test {

inline PseudonymKey SomeKey() {
  PseudonymKey key;
  for (size_t i = 0; i < key.size(); i++) key[i] = static_cast<uint8_t>(7 * i + 1);
  return key;
}

// What a sum of 16-bit words comes to: 0xffff where the checksum among them is right (RFC 1071).
inline uint32_t Sum(const uint8_t* at, size_t length, uint32_t sum = 0) {
  for (size_t i = 0; i < length; i++) sum += i % 2 == 0 ? uint32_t{at[i]} << 8 : at[i];
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return sum;
}

inline void Put(Bytes& bytes, size_t at, uint32_t checksum) {
  bytes[at] = static_cast<uint8_t>(checksum >> 8);
  bytes[at + 1] = static_cast<uint8_t>(checksum);
}

inline bool IsIpv4(const Bytes& packet, size_t ip) { return packet[ip] >> kIpVersionShift == ipv4::kVersion; }
inline size_t IpLength(const Bytes& packet, size_t ip) { return IsIpv4(packet, ip) ? ipv4::kLength : ipv6::kLength; }

// The sum of the transport header there, its payload and the pseudo header (RFC 9293 section 3.1, RFC 8200
// section 8.1).
inline uint32_t TransportSum(const Bytes& packet, size_t ip) {
  const bool is_ipv4 = IsIpv4(packet, ip);
  const uint8_t* const length_at = packet.data() + ip + (is_ipv4 ? ipv4::kTotalLengthAt : ipv6::kPayloadLengthAt);
  const uint32_t length = ReadBig16(length_at) - (is_ipv4 ? ipv4::kLength : 0);
  const uint8_t protocol = packet[ip + (is_ipv4 ? ipv4::kProtocolAt : ipv6::kNextHeaderAt)];
  const size_t addresses = 2 * (is_ipv4 ? ipv4::kAddressLength : ipv6::kAddressLength);
  const uint8_t* const source = packet.data() + ip + (is_ipv4 ? ipv4::kSourceAt : ipv6::kSourceAt);
  return Sum(packet.data() + ip + IpLength(packet, ip), length, protocol + length + Sum(source, addresses));
}

// With the checksum of the IPv4 header and that of the transport header made right.
inline Bytes Right(Bytes packet, size_t transport_checksum) {
  if (IsIpv4(packet, 0)) Put(packet, ipv4::kChecksumAt, 0xffff - Sum(packet.data(), ipv4::kLength));
  const size_t checksum = IpLength(packet, 0) + transport_checksum;
  Put(packet, checksum, 0);
  Put(packet, checksum, 0xffff - TransportSum(packet, 0));
  return packet;
}

inline bool IpIsRight(const Bytes& packet, size_t ip) {
  return !IsIpv4(packet, ip) || Sum(packet.data() + ip, ipv4::kLength) == 0xffff;
}

inline bool TransportIsRight(const Bytes& packet, size_t ip) { return TransportSum(packet, ip) == 0xffff; }

inline Bytes UdpPacket(const FlowEnds& ends, const Bytes& payload) {
  return Right(IpPacket(ends, TransportPacket(ends, payload)), udp::kChecksumAt);
}

inline Bytes TcpPacket(const FlowEnds& ends, const Bytes& payload = Bytes(33, 0x61)) {
  Bytes header = TransportPacket(ends, {});
  header.resize(20);
  header[12] = 0x50;
  return Right(IpPacket(ends, Join(header, payload)), 16);
}

inline FlowEnds UdpEnds(uint16_t port) {
  FlowEnds ends;
  ends.protocol = kProtocolUdp;
  ends.destination_port = port;
  return ends;
}

inline bool Contains(const Bytes& bytes, const Bytes& part) {
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}

inline const Bytes kSource = {10, 0, 0, 1}, kDestination = {192, 0, 2, 1};
inline const Bytes kStation = {0x02, 0, 0, 0, 0, 0x55};

inline void Anonymize(Bytes& bytes, uint16_t link_type = kLinkTypeEthernet) {
  PacketAnonymizer anonymizer(SomeKey());
  PacketView view = ViewOf(bytes, link_type);
  anonymizer.Apply(&view, 1);
  bytes.resize(view.caplen);
}

constexpr size_t kEthernet = 14;
inline const FlowEnds kFlow, kIpv6Flow = {0x0a000001, 0xc0000201, 40000, 443, kProtocolTcp, true};

inline uint16_t TypeOf(const FlowEnds& flow) { return flow.ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4; }
inline Bytes Frame(const FlowEnds& flow) { return EthernetFrame(TypeOf(flow), TcpPacket(flow)); }

// To a port, and from one.
inline Bytes To(uint16_t port, const Bytes& payload) {
  return EthernetFrame(kEtherTypeIpv4, UdpPacket(FeedEnds(kProtocolUdp, port), payload));
}
inline Bytes From(uint16_t port, const Bytes& payload) {
  return EthernetFrame(kEtherTypeIpv4, UdpPacket(FeedEnds(kProtocolUdp, port).Reversed(), payload));
}
inline Bytes Over(uint8_t protocol, const Bytes& payload) {
  Bytes packet = Ipv4Packet(FeedEnds(protocol), payload);
  Put(packet, ipv4::kChecksumAt, 0xffff - Sum(packet.data(), ipv4::kLength));
  return EthernetFrame(kEtherTypeIpv4, packet);
}

// The last four bytes of IPv6 addresses are those of IPv4.
inline bool HasAddress(const Bytes& bytes) {
  const Bytes other_station = {0x02, 0, 0, 0, 0, 0x99}, feed = {198, 51, 100};
  for (const Bytes& address : {kSource, kDestination, feed, kStation, other_station}) {
    if (Contains(bytes, address)) return true;
  }
  return false;
}

// As Anonymize, and looks at the bytes behind the packet.
inline Bytes Anonymized(Bytes bytes, TunnelFacts* tunnel = nullptr) {
  constexpr size_t kRoom = 64;
  const size_t size = bytes.size();
  bytes.resize(size + kRoom, 0xa5);
  PacketView view = ViewOf(bytes);
  view.caplen = static_cast<uint32_t>(size);
  view.tunnel = tunnel;
  PacketAnonymizer(SomeKey()).Apply(&view, 1);
  CHECK(std::all_of(bytes.begin() + static_cast<ptrdiff_t>(size), bytes.end(), [](uint8_t b) { return b == 0xa5; }));
  bytes.resize(view.caplen);
  return bytes;
}

// frame: with the TCP packet of flow somewhere inside.
inline void CheckHidden(const Bytes& frame, const FlowEnds& flow = kFlow, TunnelFacts* tunnel = nullptr) {
  const Bytes packet = TcpPacket(flow);
  const auto found = std::search(frame.begin(), frame.end(), packet.begin(), packet.end());
  CHECK(found != frame.end());
  const size_t inner = static_cast<size_t>(found - frame.begin());
  const Bytes hidden = Anonymized(frame, tunnel);
  CHECK_EQ(hidden.size(), frame.size());
  CHECK(!HasAddress(hidden));
  CHECK(IpIsRight(hidden, kEthernet));
  if (frame[kEthernet + ipv4::kProtocolAt] == kProtocolUdp) CHECK(TransportIsRight(hidden, kEthernet));
  CHECK(IpIsRight(hidden, inner));
  CHECK(TransportIsRight(hidden, inner));
}

inline void CheckKept(const Bytes& frame) {
  const Bytes hidden = Anonymized(frame);
  const size_t payload = kEthernet + ipv4::kLength + udp::kLength;
  CHECK(std::equal(frame.begin() + payload, frame.end(), hidden.begin() + payload));
}

}  // namespace fandump::test
