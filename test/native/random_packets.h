// Random tunnelled frames with a seed, well formed and damaged.
#pragma once

#include <random>

#include "tunnel_packets.h"

namespace fandump::test {

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  uint32_t Below(uint32_t limit) { return static_cast<uint32_t>(engine_() % limit); }
  bool OneIn(uint32_t n) { return Below(n) == 0; }
  Bytes Some(uint32_t most) {
    Bytes bytes(Below(most + 1));
    for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(engine_());
    return bytes;
  }

 private:
  std::mt19937 engine_;
};

inline uint8_t AnyProtocol(Random& random) {
  const uint8_t protocols[] = {kProtocolTcp, kProtocolUdp, kProtocolSctp, kProtocolDccp, kProtocolUdpLite, 1, 50};
  return protocols[random.Below(std::size(protocols))];
}

inline FlowEnds AnyFlow(Random& random) {
  return {random.Below(~0u),
          random.Below(~0u),
          static_cast<uint16_t>(random.Below(65536)),
          static_cast<uint16_t>(random.Below(65536)),
          AnyProtocol(random),
          random.OneIn(3)};
}

// Extension headers before a payload; next: in, what follows them; out, the first of them.
inline Bytes Extensions(Random& random, uint8_t& next, Bytes payload) {
  for (uint32_t left = random.Below(6); left > 0; left--) {
    const uint8_t kinds[] = {kProtocolHopByHop, kProtocolRouting, kProtocolDestinationOptions, kProtocolFragment,
                             kProtocolAuthentication};
    const uint8_t kind = kinds[random.Below(std::size(kinds))];
    Bytes header = {next, 0, 0, 0, 0, 0, 0, 0};
    if (kind == kProtocolFragment) {
      if (random.OneIn(3)) header[3] = 1;
    } else if (kind == kProtocolAuthentication) {
      const uint8_t words = static_cast<uint8_t>(random.Below(4));
      header[1] = words;
      header.resize((words + 2u) * 4, 0xaa);
    } else {
      header[1] = static_cast<uint8_t>(random.Below(3));
      header.resize((header[1] + 1u) * 8, 0xbb);
    }
    payload = Join(header, payload);
    next = kind;
  }
  return payload;
}

inline Bytes AnyIp(Random& random, FlowEnds flow, const Bytes& payload) {
  if (flow.ipv6) {
    uint8_t next = flow.protocol;
    const Bytes body = random.OneIn(2) ? Extensions(random, next, payload) : payload;
    return Ipv6Packet(flow, body, next);
  }
  const Bytes options(random.OneIn(3) ? 4 * random.Below(11) : 0, 1);
  const uint16_t fragment = random.OneIn(6) ? static_cast<uint16_t>(random.Below(0x4000)) : 0x4000;
  return Ipv4Packet(flow, payload, options, fragment);
}

inline Bytes AnyFrame(Random& random, int depth);

// The payload of a datagram, and the port that announces it.
inline Bytes AnyDatagramPayload(Random& random, int depth, uint16_t& port) {
  const Bytes frame = AnyFrame(random, depth - 1);
  const uint16_t type = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
  const Bytes packet(frame.begin() + 14, frame.end());
  switch (random.Below(7)) {
    case 0:
      port = random.OneIn(2) ? kPortVxlan : kPortOldVxlan;
      return VxlanPayload(frame);
    case 1:
      port = kPortGeneve;
      if (random.OneIn(2)) return GenevePayload(kEtherTypeBridged, frame, Bytes(4 * random.Below(20)));
      return GenevePayload(type, packet);
    case 2:
      port = kPortErm;
      return ErmPayload(frame);
    case 3:
      port = kPortGreInUdp;
      return random.OneIn(2) ? ErspanIi(frame) : ErspanIii(frame, random.OneIn(2));
    case 4:
      port = kPortVxlanGpe;
      if (random.OneIn(2)) return VxlanGpePayload(3, frame);
      return VxlanGpePayload(type == kEtherTypeIpv6 ? 2 : 1, packet);
    case 5:
      port = kPortGue;
      if (random.OneIn(3)) return GuePayload(kProtocolGre, GrePacket(0x2000, kEtherTypeBridged, frame));
      if (random.OneIn(3)) return packet;  // variant 1: IP itself
      return GuePayload(type == kEtherTypeIpv6 ? kProtocolIpv6 : kProtocolIpv4, packet, 4 * random.Below(8));
    default:
      port = kPortTzsp;
      Bytes tags;
      for (uint32_t left = random.Below(10); left > 0; left--) {
        const Bytes content = random.Some(6);
        if (random.OneIn(3)) {
          tags.push_back(0);
        } else {
          tags = Join(Join(tags, {10, static_cast<uint8_t>(content.size())}), content);
        }
      }
      tags.push_back(1);
      return TzspPayload(frame, tags);
  }
}

// The bytes of a packet, with a tunnel in it or a flow; protocol: what they are.
inline Bytes AnyTransport(Random& random, int depth, FlowEnds& flow) {
  if (depth == 0 || random.OneIn(4)) return TransportPacket(flow, random.Some(20));
  const Bytes frame = AnyFrame(random, depth - 1);
  const uint16_t type = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
  const Bytes packet(frame.begin() + 14, frame.end());
  switch (random.Below(9)) {
    case 0:
      flow.protocol = kProtocolGre;
      return GrePacket(static_cast<uint16_t>(random.Below(16) << 12 & 0xb000), type, packet);
    case 1:
      flow.protocol = kProtocolGre;
      return GrePacket(0x2000, kEtherTypeBridged, frame);
    case 2:
      flow.protocol = kProtocolGre;
      return ErspanI(frame);
    case 3:
      flow.protocol = kProtocolGre;
      return ErspanIi(frame);
    case 4:
      flow.protocol = kProtocolGre;
      return ErspanIii(frame, random.OneIn(2));
    case 5:
      flow.protocol = random.OneIn(2) ? kProtocolIpv4 : kProtocolIpv6;
      return packet;
    case 6:
      flow.protocol = kProtocolMpls;
      return Labels(1, packet);
    default:
      flow.protocol = kProtocolUdp;
      const Bytes payload = AnyDatagramPayload(random, depth, flow.destination_port);
      return TransportPacket(flow, payload);
  }
}

inline Bytes AnyFrame(Random& random, int depth) {
  FlowEnds flow = AnyFlow(random);
  const Bytes transport = AnyTransport(random, depth, flow);
  const Bytes packet = AnyIp(random, flow, transport);
  const uint16_t type = flow.ipv6 ? kEtherTypeIpv6 : kEtherTypeIpv4;
  Bytes frame = EthernetFrame(type, packet);
  switch (random.Below(8)) {
    case 0:
      frame = EthernetFrame(kEtherTypeMpls, Labels(1 + static_cast<int>(random.Below(9)), packet));
      break;
    case 1:
      frame =
          EthernetFrame(kEtherTypeMpls, Labels(1, Join(Bytes(random.OneIn(2) ? 4 : 0), EthernetFrame(type, packet))));
      break;
    case 2: {
      Bytes session = {0x11, 0, 0, 1, 0, 0};
      Append16(session, flow.ipv6 ? kPppIpv6 : kPppIpv4);
      frame = EthernetFrame(kEtherTypePppoeSession, Join(session, packet));
      break;
    }
    default:
      break;
  }
  for (uint32_t tags = random.OneIn(3) ? random.Below(6) : 0; tags > 0; tags--) {
    const uint16_t type_of_tag = random.OneIn(2) ? kEtherTypeVlan : kEtherTypeServiceVlan;
    frame = Tagged(frame, static_cast<uint16_t>(random.Below(65536)), type_of_tag);
  }
  return frame;
}

// Cut, and a few bytes changed; at_least so many are left.
inline Bytes Damaged(Random& random, Bytes bytes, size_t at_least) {
  for (uint32_t changes = random.Below(4); changes > 0 && bytes.size() > at_least; changes--) {
    bytes[random.Below(static_cast<uint32_t>(bytes.size()))] = static_cast<uint8_t>(random.Below(256));
  }
  if (random.OneIn(2) && bytes.size() > at_least) {
    bytes.resize(at_least + random.Below(static_cast<uint32_t>(bytes.size() - at_least + 1)));
  }
  return bytes;
}

}  // namespace fandump::test
