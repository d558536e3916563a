#include "encap/gre.h"

#include "encap/geneve.h"
#include "encap/vlan_tag.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {

namespace {

std::optional<InvalidCause> ReadErspanIi(ByteSpan bytes, GreHeader& header) {
  if (bytes.length < erspan::kIiLength) return kInvalidTooShort;
  const uint16_t control = ReadBig16(bytes.data + erspan::kControlAt);
  if ((control & erspan::kEncapsulationMask) == erspan::kTagTakenOff) {
    header.tag_control = (control & erspan::kPriorityMask) | (ReadBig16(bytes.data) & erspan::kVlanMask);
  }
  header.length += erspan::kIiLength;
  return std::nullopt;
}

std::optional<InvalidCause> ReadErspanIii(ByteSpan bytes, GreHeader& header) {
  if (bytes.length < erspan::kIiiLength) return kInvalidTooShort;
  const uint16_t flags = ReadBig16(bytes.data + erspan::kIiiFlagsAt);
  size_t length = erspan::kIiiLength;
  if ((flags & erspan::kIiiSubheader) != 0) length += erspan::kIiiSubheaderLength;
  if (bytes.length < length) return kInvalidTooShort;
  const uint16_t type = flags & erspan::kIiiFrameTypeMask;
  if (type != erspan::kIiiEthernet && type != erspan::kIiiIp) return kInvalidTunnelHeader;
  header.length += length;
  header.protocol = kEtherTypeBridged;
  if (type == erspan::kIiiEthernet) return std::nullopt;
  // The header does not say which IP it is.
  const int version = bytes.length > length ? bytes.data[length] >> kIpVersionShift : 0;
  if (version != ipv4::kVersion && version != ipv6::kVersion) return kInvalidTunnelHeader;
  header.protocol = version == ipv4::kVersion ? kEtherTypeIpv4 : kEtherTypeIpv6;
  return std::nullopt;
}

}  // namespace

std::optional<InvalidCause> ReadGre(ByteSpan bytes, GreHeader& header) {
  if (bytes.length < gre::kLength) return kInvalidTooShort;
  const uint16_t flags = ReadBig16(bytes.data);
  if ((flags & (gre::kRoutingPresent | gre::kVersionMask)) != 0) return kInvalidTunnelHeader;
  GreHeader read;
  read.length = gre::kLength;
  for (const uint16_t present : {gre::kChecksumPresent, gre::kKeyPresent, gre::kSequencePresent}) {
    if ((flags & present) != 0) read.length += gre::kFieldLength;
  }
  if (bytes.length < read.length) return kInvalidTooShort;
  read.protocol = ReadBig16(bytes.data + gre::kProtocolAt);
  read.erspan = read.protocol == kEtherTypeErspan || read.protocol == kEtherTypeErspanIii;
  if (read.protocol == kEtherTypeErspan) {
    read.protocol = kEtherTypeBridged;
    if ((flags & gre::kSequencePresent) != 0) {
      if (const auto cause = ReadErspanIi(bytes.Behind(read.length), read)) return cause;
    }
  } else if (read.protocol == kEtherTypeErspanIii) {
    if (const auto cause = ReadErspanIii(bytes.Behind(read.length), read)) return cause;
  }
  header = read;
  return std::nullopt;
}

std::optional<InvalidCause> StripGrePacket(PacketView& packet, bool restore_tag) {
  GreHeader header;
  if (const auto cause = ReadGre(Readable(packet), header)) return cause;
  const int link_type = LinkTypeOfProtocol(header.protocol);
  if (link_type < 0) return kInvalidTunnelHeader;
  SetFacts(*packet.tunnel, header.erspan ? kEncapErspan : kEncapGre);
  RemoveHeader(packet, header.length, static_cast<uint16_t>(link_type));
  if (restore_tag && header.tag_control) RestoreTag(packet, *header.tag_control);
  return std::nullopt;
}

std::optional<InvalidCause> StripErspanPacket(PacketView& packet, int given, bool restore_tag) {
  GreHeader header;
  if (const auto cause = ReadGre(Readable(packet), header)) return cause;
  if (!header.erspan) return kInvalidTunnelHeader;
  const int link_type = given >= 0 ? given : LinkTypeOfProtocol(header.protocol);
  if (link_type < 0) return kInvalidTunnelHeader;
  SetFacts(*packet.tunnel, kEncapErspan);
  RemoveHeader(packet, header.length, static_cast<uint16_t>(link_type));
  if (restore_tag && header.tag_control) RestoreTag(packet, *header.tag_control);
  return std::nullopt;
}

void StripErspan(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const int given = options.link_type;
  StripEach(batch, refusals, [given](PacketView& packet) { return StripErspanPacket(packet, given); });
}

}  // namespace fandump
