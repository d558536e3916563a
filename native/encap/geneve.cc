#include "encap/geneve.h"

#include "tunnel_layout.h"

namespace fandump {

namespace {

// Endpoint, attachment and flow cookie of Amazon's gateway load balancer.
constexpr uint16_t kClassAmazon = 0x0108;
constexpr uint8_t kLastTypeAmazon = 3;

bool IsKnownOption(const uint8_t* option) {
  const uint8_t type = option[geneve::kOptionTypeAt] & static_cast<uint8_t>(~geneve::kOptionCritical);
  return ReadBig16(option) == kClassAmazon && type >= 1 && type <= kLastTypeAmazon;
}

}  // namespace

std::optional<InvalidCause> ReadGeneve(ByteSpan bytes, GeneveHeader& header) {
  if (bytes.length < geneve::kLength) return kInvalidTooShort;
  if ((bytes.data[0] & geneve::kVersionMask) != 0) return kInvalidGeneveVersion;
  const size_t options_length = (bytes.data[0] & geneve::kOptionWordsMask) * geneve::kWordLength;
  if (bytes.length - geneve::kLength < options_length) return kInvalidTooShort;
  header.length = geneve::kLength + options_length;
  header.vni = ReadBig24(bytes.data + geneve::kVniAt);
  header.protocol = ReadBig16(bytes.data + geneve::kProtocolAt);
  header.flags = 0;
  if ((bytes.data[geneve::kFlagsAt] & geneve::kFlagControl) != 0) header.flags |= kTunnelControl;
  if ((bytes.data[geneve::kFlagsAt] & geneve::kFlagCritical) != 0) header.flags |= kTunnelCritical;
  header.options = {bytes.data + geneve::kLength, options_length};
  return std::nullopt;
}

std::optional<InvalidCause> WhyNotStrict(const GeneveHeader& header) {
  if ((header.flags & kTunnelControl) != 0) return kInvalidControl;
  ByteSpan options = header.options;
  while (options.length > 0) {
    // The room is whole words, so that the next option's header is there.
    const int data_words = options.data[geneve::kOptionLengthAt] & geneve::kOptionDataWordsMask;
    const size_t data_length = data_words * geneve::kWordLength;
    if (options.length - geneve::kOptionHeaderLength < data_length) return kInvalidGeneveOptions;
    const bool is_critical = (options.data[geneve::kOptionTypeAt] & geneve::kOptionCritical) != 0;
    if (is_critical && !IsKnownOption(options.data)) return kInvalidGeneveCritical;
    options = options.Behind(geneve::kOptionHeaderLength + data_length);
  }
  return std::nullopt;
}

void SetGeneveFacts(const GeneveHeader& header, Encapsulation encapsulation, TunnelFacts& tunnel) {
  SetFacts(tunnel, encapsulation, header.vni);
  tunnel.flags = header.flags;
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

std::optional<InvalidCause> StripGenevePacket(PacketView& packet, int given, bool strict) {
  GeneveHeader header;
  if (const auto cause = ReadGeneve(Readable(packet), header)) return cause;
  if (strict) {
    if (const auto cause = WhyNotStrict(header)) return cause;
  }
  // A link type that the user gave wins over the header: there are senders whose protocol type is wrong.
  const int link_type = given >= 0 ? given : LinkTypeOfProtocol(header.protocol);
  if (link_type < 0) return kInvalidGeneveProtocol;
  SetGeneveFacts(header, kEncapGeneve, *packet.tunnel);
  RemoveHeader(packet, header.length, static_cast<uint16_t>(link_type));
  return std::nullopt;
}

void StripGeneve(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const int given = options.link_type;
  const bool strict = options.strict;
  StripEach(batch, refusals, [given, strict](PacketView& packet) { return StripGenevePacket(packet, given, strict); });
}

}  // namespace fandump
