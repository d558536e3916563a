#include "encap/gue.h"

#include "encap/geneve.h"
#include "encap/gre.h"
#include "encap/vlan_tag.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {

namespace {

struct GueHeader {
  size_t length = 0;
  int link_type = -1;
  std::optional<uint16_t> tag_control;  // see GreHeader
};

std::optional<InvalidCause> ReadDirect(ByteSpan bytes, GueHeader& header) {
  const uint8_t version = bytes.data[0] >> kIpVersionShift;
  if (version != ipv4::kVersion && version != ipv6::kVersion) return kInvalidGueHeader;
  header = {0, kLinkTypeRaw, std::nullopt};
  return std::nullopt;
}

std::optional<InvalidCause> ReadHeader(ByteSpan bytes, GueHeader& header) {
  if (bytes.length < gue::kLength) return kInvalidTooShort;
  header = {gue::kLength + (bytes.data[0] & gue::kExtensionWordsMask) * gue::kWordLength, -1, std::nullopt};
  if (bytes.length < header.length) return kInvalidTooShort;
  if ((bytes.data[0] & gue::kControl) != 0) return kInvalidControl;
  if ((ReadBig16(bytes.data + gue::kFlagsAt) & gue::kUnknownFlags) != 0) return kInvalidGueHeader;
  switch (bytes.data[gue::kProtocolAt]) {
    case kProtocolIpv4:
    case kProtocolIpv6:
      header.link_type = kLinkTypeRaw;
      return std::nullopt;
    case kProtocolGre: {
      GreHeader gre;
      if (const auto cause = ReadGre(bytes.Behind(header.length), gre)) return cause;
      header.length += gre.length;
      header.link_type = LinkTypeOfProtocol(gre.protocol);
      header.tag_control = gre.tag_control;
      return std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<InvalidCause> StripGuePacket(PacketView& packet, int given, bool restore_tag) {
  const ByteSpan bytes = Readable(packet);
  if (bytes.length == 0) return kInvalidTooShort;
  const uint8_t variant = bytes.data[0] & gue::kVariantMask;
  if (variant != gue::kVariantHeader && variant != gue::kVariantDirect) return kInvalidGueHeader;
  GueHeader header;
  const auto cause = variant == gue::kVariantDirect ? ReadDirect(bytes, header) : ReadHeader(bytes, header);
  if (cause) return cause;
  const int link_type = given >= 0 ? given : header.link_type;
  if (link_type < 0) return kInvalidGueProtocol;
  SetFacts(*packet.tunnel, kEncapGue);
  RemoveHeader(packet, header.length, static_cast<uint16_t>(link_type));
  if (restore_tag && header.tag_control) RestoreTag(packet, *header.tag_control);
  return std::nullopt;
}

void StripGue(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const int given = options.link_type;
  StripEach(batch, refusals, [given](PacketView& packet) { return StripGuePacket(packet, given); });
}

}  // namespace fandump
