#include "encap/gue.h"

#include "encap/geneve.h"
#include "encap/gre.h"
#include "encap/vlan_tag.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {

// Section 3: variant, control bit and length of the extension fields in words; protocol; flags.
constexpr size_t kFixedLength = 4;
constexpr int kVariantShift = 6;
constexpr uint8_t kVariantHeader = 0;
constexpr uint8_t kVariantDirect = 1;
constexpr uint8_t kFlagControl = 0x20;
constexpr uint8_t kExtensionLengthMask = 0x1f;
constexpr size_t kExtensionLengthUnit = 4;
constexpr size_t kProtocolOffset = 1;
constexpr size_t kFlagsOffset = 2;
// The one flag of Linux (include/net/gue.h): private fields among the extensions.
constexpr uint16_t kKnownFlags = 0x0001;

// Section 4: the variant's two bits are the first of the IP version.
constexpr int kIpVersionShift = 4;
constexpr uint8_t kIpv4Version = 4;
constexpr uint8_t kIpv6Version = 6;

struct GueHeader {
  size_t length = 0;
  int link_type = -1;
  std::optional<uint16_t> tag_control;  // see GreHeader
};

std::optional<InvalidCause> ReadDirect(ByteSpan bytes, GueHeader& header) {
  const uint8_t version = bytes.data[0] >> kIpVersionShift;
  if (version != kIpv4Version && version != kIpv6Version) return kInvalidGueHeader;
  header = {0, kLinkTypeRaw, std::nullopt};
  return std::nullopt;
}

std::optional<InvalidCause> ReadHeader(ByteSpan bytes, GueHeader& header) {
  if (bytes.length < kFixedLength) return kInvalidTooShort;
  header = {kFixedLength + (bytes.data[0] & kExtensionLengthMask) * kExtensionLengthUnit, -1, std::nullopt};
  if (bytes.length < header.length) return kInvalidTooShort;
  if ((bytes.data[0] & kFlagControl) != 0) return kInvalidControl;
  if ((ReadBig16(bytes.data + kFlagsOffset) & static_cast<uint16_t>(~kKnownFlags)) != 0) return kInvalidGueHeader;
  switch (bytes.data[kProtocolOffset]) {
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
  const uint8_t variant = bytes.data[0] >> kVariantShift;
  if (variant != kVariantHeader && variant != kVariantDirect) return kInvalidGueHeader;
  GueHeader header;
  const auto cause = variant == kVariantDirect ? ReadDirect(bytes, header) : ReadHeader(bytes, header);
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
