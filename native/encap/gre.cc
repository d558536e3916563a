#include "encap/gre.h"

#include "encap/geneve.h"
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
constexpr size_t kErspanIiiLength = 12;
constexpr size_t kErspanIiiFlags = 10;
constexpr uint16_t kErspanIiiFrameType = 0x7c00;
constexpr uint16_t kErspanIiiEthernet = 0;
constexpr uint16_t kErspanIiiIp = 0x0800;
constexpr uint16_t kErspanIiiSubheader = 0x0001;
constexpr size_t kErspanIiiSubheaderLength = 8;

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
    if ((flags & kSequencePresent) != 0) read.length += kErspanIiLength;
    if (bytes.length < read.length) return kInvalidTooShort;
    read.protocol = kEtherTypeBridged;
  } else if (read.protocol == kEtherTypeErspanIii) {
    if (const auto cause = ReadErspanIii(bytes.Behind(read.length), read)) return cause;
  }
  header = read;
  return std::nullopt;
}

std::optional<InvalidCause> StripGrePacket(PacketView& packet) {
  GreHeader header;
  if (const auto cause = ReadGre(Readable(packet), header)) return cause;
  const int link_type = LinkTypeOfProtocol(header.protocol);
  if (link_type < 0) return kInvalidTunnelHeader;
  SetFacts(*packet.tunnel, header.erspan ? kEncapErspan : kEncapGre);
  RemoveHeader(packet, header.length, static_cast<uint16_t>(link_type));
  return std::nullopt;
}

void StripErspan(PacketBatch& batch, const EncapOptions& options, InvalidCounts& invalid) {
  const int given = options.link_type;
  StripEach(batch, invalid, [given](PacketView& packet) -> std::optional<InvalidCause> {
    if (const auto cause = StripGrePacket(packet)) return cause;
    if (packet.tunnel->encapsulation != kEncapErspan) return kInvalidTunnelHeader;
    if (given >= 0) packet.link_type = static_cast<uint16_t>(given);
    return std::nullopt;
  });
}

}  // namespace fandump
