#include "encap/geneve.h"

namespace fandump {

namespace {

// RFC 8926 section 3.4: version and option length, O and C bits, protocol type, VNI, reserved byte.
constexpr size_t kFixedLength = 8;
constexpr uint8_t kSupportedVersion = 0;
constexpr int kVersionShift = 6;
constexpr uint8_t kOptionLengthMask = 0x3f;
constexpr size_t kOptionLengthUnit = 4;
constexpr size_t kProtocolOffset = 2;
constexpr size_t kVniOffset = 4;

}  // namespace

std::optional<InvalidCause> ReadGeneve(ByteSpan bytes, GeneveHeader& header) {
  if (bytes.length < kFixedLength) return kInvalidTooShort;
  if (bytes.data[0] >> kVersionShift != kSupportedVersion) return kInvalidGeneveVersion;
  const size_t options_length = (bytes.data[0] & kOptionLengthMask) * kOptionLengthUnit;
  if (bytes.length - kFixedLength < options_length) return kInvalidTooShort;
  header.length = kFixedLength + options_length;
  header.vni = ReadBig24(bytes.data + kVniOffset);
  header.protocol = ReadBig16(bytes.data + kProtocolOffset);
  header.options = {bytes.data + kFixedLength, options_length};
  return std::nullopt;
}

void SetGeneveFacts(const GeneveHeader& header, TunnelFacts& tunnel) {
  tunnel.vni = header.vni;
  tunnel.options = header.options.length > 0 ? header.options.data : nullptr;
  tunnel.options_length = static_cast<uint16_t>(header.options.length);
}

int LinkTypeOfProtocol(uint16_t protocol) {
  switch (protocol) {
    case kEtherTypeBridged:
      return kLinkTypeEthernet;
    case kEtherTypeIpv4:
    case kEtherTypeIpv6:
      return kLinkTypeRaw;
    default:
      return -1;
  }
}

std::optional<InvalidCause> StripGenevePacket(PacketView& packet, int given) {
  GeneveHeader header;
  if (const auto cause = ReadGeneve(Readable(packet), header)) return cause;
  // A link type that the user gave wins over the header: there are senders whose protocol type is wrong.
  const int link_type = given >= 0 ? given : LinkTypeOfProtocol(header.protocol);
  if (link_type < 0) return kInvalidGeneveProtocol;
  TunnelFacts& tunnel = *packet.tunnel;
  tunnel.encapsulation = kEncapGeneve;
  tunnel.inner_vni = kNoVni;
  SetGeneveFacts(header, tunnel);
  RemoveHeader(packet, header.length, static_cast<uint16_t>(link_type));
  return std::nullopt;
}

void StripGeneve(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid) {
  const int given = options.link_type;
  StripEach(batch, invalid, [given](PacketView& packet) { return StripGenevePacket(packet, given); });
}

}  // namespace fandump
