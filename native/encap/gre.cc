#include "encap/gre.h"

#include "encap/geneve.h"
#include "encap/vlan_tag.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {

constexpr size_t kFixedLength = 4;
constexpr size_t kProtocolOffset = 2;
constexpr uint16_t kChecksumPresent = 0x8000;
constexpr uint16_t kKeyPresent = 0x2000;
constexpr uint16_t kSequencePresent = 0x1000;
// RFC 1701's source routes, and any version but 0.
constexpr uint16_t kRoutingOrVersion = 0x4007;
constexpr size_t kFieldLength = 4;

// Type I has no header of its own, and is known by a GRE header without a sequence number.
constexpr size_t kErspanIiLength = 8;
// Version 4 bits, VLAN 12, class of service 3, encapsulation 2, truncated 1, session 10.
constexpr uint16_t kErspanVlanMask = 0x0fff;
constexpr uint16_t kErspanPriorityMask = 0xe000;
constexpr uint16_t kErspanEncapsulationMask = 0x1800;
constexpr uint16_t kErspanTagTakenOff = 0x1000;  // the frame had an 802.1Q tag
constexpr size_t kErspanIiiLength = 12;
constexpr size_t kErspanIiiFlags = 10;
constexpr uint16_t kErspanIiiFrameType = 0x7c00;
constexpr uint16_t kErspanIiiEthernet = 0;
constexpr uint16_t kErspanIiiIp = 0x0800;
constexpr uint16_t kErspanIiiSubheader = 0x0001;
constexpr size_t kErspanIiiSubheaderLength = 8;

std::optional<InvalidCause> ReadErspanIi(ByteSpan bytes, GreHeader& header) {
  if (bytes.length < kErspanIiLength) return kInvalidTooShort;
  const uint16_t control = ReadBig16(bytes.data + 2);
  if ((control & kErspanEncapsulationMask) == kErspanTagTakenOff) {
    header.tag_control = (control & kErspanPriorityMask) | (ReadBig16(bytes.data) & kErspanVlanMask);
  }
  header.length += kErspanIiLength;
  return std::nullopt;
}

std::optional<InvalidCause> ReadErspanIii(ByteSpan bytes, GreHeader& header) {
  if (bytes.length < kErspanIiiLength) return kInvalidTooShort;
  const uint16_t flags = ReadBig16(bytes.data + kErspanIiiFlags);
  size_t length = kErspanIiiLength;
  if ((flags & kErspanIiiSubheader) != 0) length += kErspanIiiSubheaderLength;
  if (bytes.length < length) return kInvalidTooShort;
  const uint16_t type = flags & kErspanIiiFrameType;
  if (type != kErspanIiiEthernet && type != kErspanIiiIp) return kInvalidTunnelHeader;
  header.length += length;
  header.protocol = kEtherTypeBridged;
  if (type == kErspanIiiEthernet) return std::nullopt;
  // The header does not say which IP it is.
  const int version = bytes.length > length ? bytes.data[length] >> 4 : 0;
  if (version != 4 && version != 6) return kInvalidTunnelHeader;
  header.protocol = version == 4 ? kEtherTypeIpv4 : kEtherTypeIpv6;
  return std::nullopt;
}

}  // namespace

std::optional<InvalidCause> ReadGre(ByteSpan bytes, GreHeader& header) {
  if (bytes.length < kFixedLength) return kInvalidTooShort;
  const uint16_t flags = ReadBig16(bytes.data);
  if ((flags & kRoutingOrVersion) != 0) return kInvalidTunnelHeader;
  GreHeader read;
  read.length = kFixedLength;
  for (const uint16_t present : {kChecksumPresent, kKeyPresent, kSequencePresent}) {
    if ((flags & present) != 0) read.length += kFieldLength;
  }
  if (bytes.length < read.length) return kInvalidTooShort;
  read.protocol = ReadBig16(bytes.data + kProtocolOffset);
  read.erspan = read.protocol == kEtherTypeErspan || read.protocol == kEtherTypeErspanIii;
  if (read.protocol == kEtherTypeErspan) {
    read.protocol = kEtherTypeBridged;
    if ((flags & kSequencePresent) != 0) {
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
