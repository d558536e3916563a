#include "encap/tunnel.h"

#include "encap/erm.h"
#include "encap/geneve.h"
#include "encap/geneve_vxlan.h"
#include "encap/gre.h"
#include "encap/gue.h"
#include "encap/skip.h"
#include "encap/tzsp.h"
#include "encap/vxlan.h"
#include "encap/vxlan_gpe.h"

namespace fandump {

std::optional<InvalidCause> StripTunnel(PacketView& packet, Encapsulation encapsulation, const EncapOptions& options,
                                        int given, TunnelPlace place) {
  const uint16_t link_type = given >= 0 ? static_cast<uint16_t>(given) : kLinkTypeEthernet;
  switch (encapsulation) {
    case kEncapVxlan:
      return StripVxlanPacket(packet, link_type);
    case kEncapVxlanGpe:
      return StripVxlanGpePacket(packet, given, options.strict);
    case kEncapGeneve:
      return StripGenevePacket(packet, given, options.strict);
    case kEncapGeneveVxlan:
      return StripGeneveVxlanPacket(packet, link_type, options.strict);
    case kEncapGue:
      return StripGuePacket(packet, given, place == TunnelPlace::kInnermost);
    case kEncapErm:
      return StripErmPacket(packet, link_type, place == TunnelPlace::kInnermost);
    case kEncapTzsp:
      return StripTzspPacket(packet, link_type);
    case kEncapErspan:
      return StripErspanPacket(packet, given, place == TunnelPlace::kInnermost);
    case kEncapGre:
      return StripGrePacket(packet, place == TunnelPlace::kInnermost);
    default:
      return StripSkipPacket(packet, options.skip, link_type);
  }
}

}  // namespace fandump
