#include "encap/nested.h"

#include "encap/layers.h"
#include "encap/recognition.h"
#include "encap/tunnel.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {

// Both are names for what GRE over UDP carries.
Encapsulation Carrier(Encapsulation encapsulation) { return encapsulation == kEncapErspan ? kEncapGre : encapsulation; }

bool IsPortOf(Encapsulation encapsulation, uint16_t port, uint16_t outer_port, const EncapOptions& options) {
  if (options.inside_port != 0) return port == options.inside_port;
  const bool is_of_outer = encapsulation == options.encapsulation && port == outer_port;
  return is_of_outer || TunnelOfAssignedPort(port) == Carrier(encapsulation);
}

// Makes the view begin at the header of the next tunnel, behind link layer, tags, IP, and UDP or what carries GRE.
std::optional<InvalidCause> EnterTunnel(PacketView& packet, Encapsulation encapsulation, uint16_t outer_port,
                                        const EncapOptions& options) {
  ByteSpan bytes = Readable(packet);
  const uint16_t type = TakeLinkHeader(bytes, packet.link_type);
  const std::optional<IpHeader> ip = TakeIpHeader(bytes, type);
  if (!ip || !ip->has_payload) return kInvalidNotNested;
  if (ip->protocol == kProtocolUdp) {
    if (bytes.length < udp::kLength) return kInvalidNotNested;
    const uint16_t port = ReadBig16(bytes.data + udp::kDestinationPortAt);
    if (!IsPortOf(encapsulation, port, outer_port, options)) return kInvalidNotNested;
    bytes = bytes.Behind(udp::kLength);
  } else if (ip->protocol != kProtocolGre || encapsulation != kEncapErspan) {
    return kInvalidNotNested;
  }
  RemoveHeader(packet, static_cast<size_t>(bytes.data - packet.data), packet.link_type);
  return std::nullopt;
}

}  // namespace

std::optional<InvalidCause> StripTunnels(PacketView& packet, Encapsulation outermost, const EncapOptions& options) {
  PacketView inner = packet;
  TunnelFacts& facts = *packet.tunnel;
  // What the user says of the packet inside holds for the innermost tunnel alone.
  const auto strip = [&options, &inner](Encapsulation encapsulation, size_t next) {
    constexpr int kByHeader = -1;
    const bool is_last = next == options.inside.size() || options.inside[next] == kEncapNone;
    if (!is_last) return StripTunnel(inner, encapsulation, options, kByHeader, TunnelPlace::kAroundOthers);
    return StripTunnel(inner, encapsulation, options, options.link_type, TunnelPlace::kInnermost);
  };
  if (const auto cause = strip(outermost, 0)) return cause;
  for (size_t i = 0; i < options.inside.size() && options.inside[i] != kEncapNone; i++) {
    TunnelFacts inside;
    inner.tunnel = &inside;
    if (const auto cause = EnterTunnel(inner, options.inside[i], facts.destination_port, options)) return cause;
    if (const auto cause = strip(options.inside[i], i + 1)) return cause;
    facts.inside[i] = inside.encapsulation;
    if (inside.vni != kNoVni) facts.inner_vni = inside.vni;
  }
  inner.tunnel = &facts;
  packet = inner;
  return std::nullopt;
}

void StripNested(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  StripEach(batch, refusals,
            [&options](PacketView& packet) { return StripTunnels(packet, options.encapsulation, options); });
}

}  // namespace fandump
