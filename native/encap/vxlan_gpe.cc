#include "encap/vxlan_gpe.h"

#include "tunnel_layout.h"

namespace fandump {

namespace {

// LINKTYPE_ of the packet inside, or -1: NSH, and shim headers such as in-situ OAM.
int LinkTypeInside(const uint8_t* header) {
  if ((header[0] & vxlan_gpe::kFlagNext) == 0) return kLinkTypeEthernet;
  switch (header[vxlan_gpe::kNextAt]) {
    case vxlan_gpe::kNextIpv4:
    case vxlan_gpe::kNextIpv6:
      return kLinkTypeRaw;
    case vxlan_gpe::kNextEthernet:
      return kLinkTypeEthernet;
    default:
      return -1;
  }
}

}  // namespace

std::optional<InvalidCause> StripVxlanGpePacket(PacketView& packet, int given, bool strict) {
  const ByteSpan bytes = Readable(packet);
  if (bytes.length < vxlan::kLength) return kInvalidTooShort;
  const uint8_t flags = bytes.data[0];
  if ((flags & vxlan_gpe::kVersionMask) != 0) return kInvalidGpeVersion;
  if ((flags & vxlan::kFlagVni) == 0) return kInvalidVxlanFlags;
  const bool is_oam = (flags & vxlan_gpe::kFlagOam) != 0;
  if (is_oam && strict) return kInvalidControl;
  const int link_type = given >= 0 ? given : LinkTypeInside(bytes.data);
  if (link_type < 0) return kInvalidGpeProtocol;
  SetFacts(*packet.tunnel, kEncapVxlanGpe, ReadBig24(bytes.data + vxlan::kVniAt));
  if (is_oam) packet.tunnel->flags = kTunnelControl;
  RemoveHeader(packet, vxlan::kLength, static_cast<uint16_t>(link_type));
  return std::nullopt;
}

void StripVxlanGpe(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  const int given = options.link_type;
  const bool strict = options.strict;
  StripEach(batch, refusals,
            [given, strict](PacketView& packet) { return StripVxlanGpePacket(packet, given, strict); });
}

}  // namespace fandump
