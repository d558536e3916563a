#include "encap/frame.h"

#include <sys/socket.h>

#include <cstring>

#include "encap/gre.h"
#include "encap/layers.h"
#include "encap/nested.h"
#include "encap/recognition.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {

constexpr size_t kEtherTypeLength = 2;

enum class FrameKind { kStripped, kOther, kInvalid };

struct FrameResult {
  FrameKind kind = FrameKind::kOther;
  InvalidCause cause = kInvalidTooShort;
};

FrameResult ResultOf(std::optional<InvalidCause> cause) {
  if (cause) return {FrameKind::kInvalid, *cause};
  return {FrameKind::kStripped};
}

void SetAddresses(const IpHeader& ip, TunnelFacts& tunnel) {
  const size_t length = ip.family == AF_INET ? 4 : 16;
  tunnel.family = ip.family;
  std::memcpy(tunnel.source, ip.source, length);
  std::memcpy(tunnel.destination, ip.destination, length);
}

// What a datagram to this port carries; kEncapNone: none of what options ask for.
Encapsulation TunnelOfPort(const EncapOptions& options, uint16_t port) {
  const Encapsulation wanted = options.encapsulation;
  if (wanted == kEncapSkip && options.port == 0) return kEncapSkip;
  const bool wants_gre = wanted == kEncapGre || wanted == kEncapErspan;
  if (wanted != kEncapAuto && options.port != 0) {
    if (port != options.port) return kEncapNone;
    return wants_gre ? kEncapGre : wanted;
  }
  Encapsulation assigned = TunnelOfAssignedPort(port);
  if (assigned == kEncapGeneve && wanted == kEncapGeneveVxlan) assigned = kEncapGeneveVxlan;
  const bool fits = wanted == kEncapAuto || wanted == assigned || (wants_gre && assigned == kEncapGre);
  return fits ? assigned : kEncapNone;
}

// bytes: from the GRE header on.
FrameResult StripGre(PacketView& packet, ByteSpan bytes, const EncapOptions& options) {
  GreHeader gre;
  const bool readable = !ReadGre(bytes, gre);
  if (readable && options.encapsulation == kEncapErspan && !gre.erspan) return {};
  RemoveHeader(packet, static_cast<size_t>(bytes.data - packet.data), packet.link_type);
  return ResultOf(StripTunnels(packet, kEncapGre, options));
}

FrameResult StripUdp(PacketView& packet, ByteSpan bytes, const EncapOptions& options) {
  if (bytes.length < udp::kLength) return {};
  const uint16_t port = ReadBig16(bytes.data + udp::kDestinationPortAt);
  const Encapsulation encapsulation = TunnelOfPort(options, port);
  if (encapsulation == kEncapNone) return {};
  packet.tunnel->source_port = ReadBig16(bytes.data);
  packet.tunnel->destination_port = port;
  if (encapsulation == kEncapGre) return StripGre(packet, bytes.Behind(udp::kLength), options);
  RemoveHeader(packet, static_cast<size_t>(bytes.data + udp::kLength - packet.data), packet.link_type);
  return ResultOf(StripTunnels(packet, encapsulation, options));
}

// Takes the labels out from between the Ethernet header and IP, as the last router would; of a pseudowire only its
// frame is left. labels: where they begin.
FrameResult StripLabels(PacketView& packet, const uint8_t* labels, ByteSpan behind, uint16_t type) {
  if (type == 0) return {FrameKind::kInvalid, kInvalidTunnelHeader};
  TunnelFacts& tunnel = *packet.tunnel;
  tunnel = TunnelFacts{};
  tunnel.encapsulation = kEncapMpls;
  const size_t removed = static_cast<size_t>(behind.data - labels);
  if (type == kEtherTypeBridged) {
    RemoveHeader(packet, static_cast<size_t>(behind.data - packet.data), kLinkTypeEthernet);
    return {FrameKind::kStripped};
  }
  const size_t head = static_cast<size_t>(labels - packet.data);
  std::memmove(packet.data + removed, packet.data, head);
  RemoveHeader(packet, removed, packet.link_type);
  // Of all link headers this one alone does not end with the type of what follows.
  const bool type_is_first = packet.link_type == kLinkTypeLinuxSll2 && head == sll2::kLength;
  WriteBig16(packet.data + (type_is_first ? sll2::kTypeAt : head - kEtherTypeLength), type);
  return {FrameKind::kStripped};
}

bool Wants(const EncapOptions& options, Encapsulation encapsulation) {
  return options.encapsulation == kEncapAuto || options.encapsulation == encapsulation;
}

FrameResult StripFrame(PacketView& packet, const EncapOptions& options) {
  ByteSpan bytes = Readable(packet);
  uint16_t type = TakeLinkHeader(bytes, packet.link_type);
  if (type == kEtherTypeMpls || type == kEtherTypeMplsUpstream) {
    const uint8_t* const labels = bytes.data;
    type = TakeLabels(bytes);
    if (Wants(options, kEncapMpls)) return StripLabels(packet, labels, bytes, type);
  }
  const std::optional<IpHeader> ip = TakeIpHeader(bytes, type);
  if (!ip || !ip->has_payload) return {};
  SetAddresses(*ip, *packet.tunnel);
  if (ip->protocol == kProtocolUdp) return StripUdp(packet, bytes, options);
  const bool wants_gre = Wants(options, kEncapGre) || Wants(options, kEncapErspan);
  if (ip->protocol != kProtocolGre || !wants_gre) return {};
  packet.tunnel->source_port = packet.tunnel->destination_port = 0;
  return StripGre(packet, bytes, options);
}

}  // namespace

void StripFrames(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  StripEach(batch, refusals, [&options](PacketView& packet) -> std::optional<InvalidCause> {
    const PacketView whole = packet;
    packet.tunnel->family = 0;  // until its addresses are known
    const FrameResult result = StripFrame(packet, options);
    switch (result.kind) {
      case FrameKind::kStripped:
        return std::nullopt;
      case FrameKind::kInvalid:
        packet = whole;
        return result.cause;
      case FrameKind::kOther:
        break;
    }
    packet.tunnel = nullptr;
    return options.drop_other ? std::optional(kInvalidNotInTunnel) : std::nullopt;
  });
}

}  // namespace fandump
