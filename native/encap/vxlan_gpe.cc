#include "encap/vxlan_gpe.h"

namespace fandump {

namespace {

// Section 3.1: flags with the version, 16 reserved bits, next protocol, VNI, 8 reserved bits.
constexpr size_t kHeaderLength = 8;
constexpr uint8_t kVersionMask = 0x30;
constexpr uint8_t kFlagVniValid = 0x08;      // "I"
constexpr uint8_t kFlagNextProtocol = 0x04;  // "P"
constexpr uint8_t kFlagOam = 0x01;           // "O"
constexpr size_t kNextProtocolOffset = 3;
constexpr size_t kVniOffset = 4;

constexpr uint8_t kNextIpv4 = 1;
constexpr uint8_t kNextIpv6 = 2;
constexpr uint8_t kNextEthernet = 3;

// LINKTYPE_ of the packet inside, or -1: NSH, and shim headers such as in-situ OAM.
int LinkTypeInside(const uint8_t* header) {
  if ((header[0] & kFlagNextProtocol) == 0) return kLinkTypeEthernet;
  switch (header[kNextProtocolOffset]) {
    case kNextIpv4:
    case kNextIpv6:
      return kLinkTypeRaw;
    case kNextEthernet:
      return kLinkTypeEthernet;
    default:
      return -1;
  }
}

}  // namespace

std::optional<InvalidCause> StripVxlanGpePacket(PacketView& packet, int given, bool strict) {
  const ByteSpan bytes = Readable(packet);
  if (bytes.length < kHeaderLength) return kInvalidTooShort;
  const uint8_t flags = bytes.data[0];
  if ((flags & kVersionMask) != 0) return kInvalidGpeVersion;
  if ((flags & kFlagVniValid) == 0) return kInvalidVxlanFlags;
  const bool is_oam = (flags & kFlagOam) != 0;
  if (is_oam && strict) return kInvalidControl;
  const int link_type = given >= 0 ? given : LinkTypeInside(bytes.data);
  if (link_type < 0) return kInvalidGpeProtocol;
  SetFacts(*packet.tunnel, kEncapVxlanGpe, ReadBig24(bytes.data + kVniOffset));
  if (is_oam) packet.tunnel->flags = kTunnelControl;
  RemoveHeader(packet, kHeaderLength, static_cast<uint16_t>(link_type));
  return std::nullopt;
}

void StripVxlanGpe(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const int given = options.link_type;
  const bool strict = options.strict;
  StripEach(batch, refusals,
            [given, strict](PacketView& packet) { return StripVxlanGpePacket(packet, given, strict); });
}

}  // namespace fandump
