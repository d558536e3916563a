#include "steering_model.h"

#include <sys/socket.h>

#include "encap/encap.h"
#include "encap/geneve.h"
#include "encap/gre.h"
#include "encap/layers.h"

namespace fandump::test {

namespace {

uint32_t Fold(const uint8_t* address, uint8_t family) {
  if (family == AF_INET) return ReadBig32(address);
  return (ReadBig32(address) * 0x9e3779b1) ^ (ReadBig32(address + 4) * 0x85ebca77) ^
         (ReadBig32(address + 8) * 0xc2b2ae3d) ^ (ReadBig32(address + 12) * 0x27d4eb2f);
}

bool HasPorts(uint8_t protocol) {
  return protocol == kProtocolTcp || protocol == kProtocolUdp || protocol == kProtocolSctp ||
         protocol == kProtocolDccp || protocol == kProtocolUdpLite;
}

class Walk {
 public:
  // tunnels: how many may be looked through.
  Walk(int tunnels, bool vxlan_on_any_port) : tunnels_(tunnels), vxlan_on_any_port_(vxlan_on_any_port) {}

  void Ethernet(ByteSpan bytes) {
    const uint16_t type = TakeEthernetHeader(bytes);
    if (bytes.length > 0) Type(type, bytes);
  }

  void Type(uint16_t type, ByteSpan bytes) {
    const uint16_t behind_tags = TakeTags(bytes, type);
    if (behind_tags == kEtherTypeMpls || behind_tags == kEtherTypeMplsUpstream) {
      Mpls(bytes);
    } else {
      Ip(behind_tags, bytes);
    }
  }

  void AnyIp(ByteSpan bytes) { Ip(IpTypeOf(bytes), bytes); }

  InnerFlow flow;

 private:
  bool Enter() {
    vxlan_on_any_port_ = false;
    return tunnels_-- > 0;
  }

  void Mpls(ByteSpan bytes) {
    const uint16_t type = TakeLabels(bytes);
    if (type != kEtherTypeBridged) {
      Ip(type, bytes);
    } else if (Enter()) {
      Ethernet(bytes);
    }
  }

  void Ip(uint16_t type, ByteSpan bytes) {
    const auto ip = TakeIpHeader(bytes, type);
    if (!ip) return;
    const uint32_t source = Fold(ip->source, ip->family);
    const uint32_t destination = Fold(ip->destination, ip->family);
    flow = {true, source ^ destination, source + destination, 0, 0};
    if (!ip->has_payload) return;
    flow.protocol = ip->protocol;
    if (HasPorts(ip->protocol) && bytes.length >= 4) {
      const uint32_t from = ReadBig16(bytes.data);
      const uint32_t to = ReadBig16(bytes.data + 2);
      flow.ports = ((from ^ to) << 16) + from + to;
    }
    if (ip->protocol == kProtocolUdp) {
      Udp(bytes);
    } else if (!vxlan_on_any_port_) {
      InIp(ip->protocol, bytes);
    }
  }

  void InIp(uint8_t protocol, ByteSpan bytes) {
    if (protocol == kProtocolIpv4 && Enter()) {
      Ip(kEtherTypeIpv4, bytes);
    } else if (protocol == kProtocolIpv6 && Enter()) {
      Ip(kEtherTypeIpv6, bytes);
    } else if (protocol == kProtocolMpls && Enter()) {
      Mpls(bytes);
    } else if (protocol == kProtocolGre) {
      Gre(bytes);
    }
  }

  void Gre(ByteSpan bytes) {
    GreHeader gre;
    if (ReadGre(bytes, gre) || !Enter()) return;
    const ByteSpan inside = bytes.Behind(gre.length);
    if (gre.protocol == kEtherTypeBridged) {
      Ethernet(inside);
    } else if (gre.erspan) {
      AnyIp(inside);
    } else {
      Type(gre.protocol, inside);
    }
  }

  void Udp(ByteSpan bytes) {
    if (bytes.length < 8) return;
    const ByteSpan payload = bytes.Behind(8);
    if (vxlan_on_any_port_) return Stripped(kEncapVxlan, payload);
    switch (ReadBig16(bytes.data + 2)) {
      case kPortVxlan:
      case kPortOldVxlan:
        return Stripped(kEncapVxlan, payload);
      case kPortVxlanGpe:
        return Stripped(kEncapVxlanGpe, payload);
      case kPortGeneve:
        return Geneve(payload);
      case kPortGue:
        return Gue(payload);
      case kPortErm:
        return Stripped(kEncapErm, payload);
      case kPortTzsp:
        return Stripped(kEncapTzsp, payload);
      case kPortGreInUdp:
        return Gre(payload);
      default:
        return;
    }
  }

  void Geneve(ByteSpan payload) {
    GeneveHeader header;
    if (ReadGeneve(payload, header) || !Enter()) return;
    const ByteSpan inside = payload.Behind(header.length);
    if (header.protocol == kEtherTypeBridged) {
      Ethernet(inside);
    } else {
      Type(header.protocol, inside);
    }
  }

  void Gue(ByteSpan payload) {
    constexpr uint8_t kVariantOrControl = 0xe0;
    const bool has_header = payload.length >= 4 && (payload.data[0] & kVariantOrControl) == 0;
    if (!has_header || payload.data[1] != kProtocolGre) return Stripped(kEncapGue, payload);
    const size_t length = 4 + size_t{4} * payload.data[0];
    if (payload.length >= length && ReadBig16(payload.data + 2) <= 1) Gre(payload.Behind(length));
  }

  // What the udp source would make of the payload, but for the tag that it puts back: of tags in a row only so many are
  // looked behind.
  void Stripped(Encapsulation encapsulation, ByteSpan payload) {
    constexpr size_t kErmLength = 12;
    if (encapsulation == kEncapErm) {
      if (payload.length >= kErmLength && Enter()) Ethernet(payload.Behind(kErmLength));
      return;
    }
    Bytes copy(payload.data, payload.data + payload.length);
    TunnelFacts tunnel;
    static PacketBatch batch;
    batch.size = 1;
    PacketView& packet = batch.packets[0];
    packet = {};
    packet.data = copy.data();
    packet.caplen = packet.len = static_cast<uint32_t>(copy.size());
    packet.tunnel = &tunnel;
    InvalidCounts invalid{};
    Decapsulator({encapsulation, 0, -1}).Decapsulate(batch, invalid);
    if (batch.size == 0 || !Enter()) return;
    if (packet.link_type == kLinkTypeRaw) {
      AnyIp({packet.data, packet.caplen});
    } else {
      Ethernet({packet.data, packet.caplen});
    }
  }

  int tunnels_;
  bool vxlan_on_any_port_;

  friend InnerFlow test::FlowOfPayload(Encapsulation, uint32_t, const Bytes&);
};

ByteSpan SpanOf(const Bytes& bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

uint32_t HashOf(const InnerFlow& flow) {
  uint32_t hash = flow.address_sum * 0x9e3779b1 + flow.address_xor;
  hash = (hash ^ hash >> 16) * 0x85ebca6b ^ flow.ports;
  hash = (hash ^ hash >> 13) * 0xc2b2ae35 + flow.protocol;
  hash = (hash ^ hash >> 16) * 0x85ebca6b;
  return hash ^ hash >> 15;
}

InnerFlow FlowBehindEtherType(uint16_t ether_type, const Bytes& bytes) {
  Walk walk(kMaxTunnels, false);
  walk.Type(ether_type, SpanOf(bytes));
  return walk.flow;
}

InnerFlow FlowOfFrame(const Bytes& frame) {
  Walk walk(kMaxTunnels, false);
  walk.Ethernet(SpanOf(frame));
  return walk.flow;
}

InnerFlow FlowOfPayload(Encapsulation encapsulation, uint32_t skip, const Bytes& payload) {
  // The datagram's own header is not one of the tunnels that are counted.
  Walk walk(kMaxTunnels + 1, false);
  switch (encapsulation) {
    case kEncapGeneve:
      walk.Geneve(SpanOf(payload));
      break;
    case kEncapGeneveVxlan: {
      GeneveHeader header;
      if (ReadGeneve(SpanOf(payload), header)) break;
      Walk inner(kMaxTunnels, true);
      const ByteSpan inside = SpanOf(payload).Behind(header.length);
      if (header.protocol == kEtherTypeBridged) {
        inner.Ethernet(inside);
      } else {
        inner.Type(header.protocol, inside);
      }
      return inner.flow;
    }
    case kEncapErspan: {
      GreHeader header;
      if (!ReadGre(SpanOf(payload), header) && header.erspan) walk.Gre(SpanOf(payload));
      break;
    }
    case kEncapGue:
      walk.Gue(SpanOf(payload));
      break;
    case kEncapSkip:
      if (skip <= payload.size() && walk.Enter()) walk.Ethernet(SpanOf(payload).Behind(skip));
      break;
    default:
      walk.Stripped(encapsulation, SpanOf(payload));
  }
  return walk.flow;
}

}  // namespace fandump::test
