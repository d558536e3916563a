// Numbers of link, network and tunnel headers that more than one room reads: the steering programs (native/fanout) and
// decapsulation (native/encap) have to walk a packet in the same way, down to how many headers they look through.
#pragma once

#include <cstdint>

namespace fandump {

// EtherTypes (IEEE 802 numbers of IANA).
constexpr uint16_t kEtherTypeIpv4 = 0x0800;
constexpr uint16_t kEtherTypeIpv6 = 0x86dd;
constexpr uint16_t kEtherTypeVlan = 0x8100;            // IEEE 802.1Q customer tag
constexpr uint16_t kEtherTypeServiceVlan = 0x88a8;     // IEEE 802.1Q service tag (802.1ad)
constexpr uint16_t kEtherTypeOldServiceVlan = 0x9100;  // stacked tags before 802.1ad
constexpr uint16_t kEtherTypeMpls = 0x8847;            // RFC 5332
constexpr uint16_t kEtherTypeMplsUpstream = 0x8848;    // RFC 5332
constexpr uint16_t kEtherTypePppoeSession = 0x8864;    // RFC 2516
constexpr uint16_t kEtherTypeBridged = 0x6558;         // Trans Ether Bridging: an Ethernet frame follows
constexpr uint16_t kEtherTypePpp = 0x880b;             // in GRE: RFC 2637, RFC 1701
constexpr uint16_t kEtherTypeErspan = 0x88be;          // ERSPAN types I and II, draft-foschiano-erspan
constexpr uint16_t kEtherTypeErspanIii = 0x22eb;       // ERSPAN type III

constexpr bool IsVlanTag(uint16_t ether_type) {
  return ether_type == kEtherTypeVlan || ether_type == kEtherTypeServiceVlan || ether_type == kEtherTypeOldServiceVlan;
}

// Protocol numbers and IPv6 next headers (IANA).
constexpr uint8_t kProtocolHopByHop = 0;
constexpr uint8_t kProtocolIcmp = 1;
constexpr uint8_t kProtocolIpv4 = 4;
constexpr uint8_t kProtocolTcp = 6;
constexpr uint8_t kProtocolUdp = 17;
constexpr uint8_t kProtocolDccp = 33;
constexpr uint8_t kProtocolIpv6 = 41;
constexpr uint8_t kProtocolRouting = 43;
constexpr uint8_t kProtocolFragment = 44;
constexpr uint8_t kProtocolGre = 47;
constexpr uint8_t kProtocolAuthentication = 51;
constexpr uint8_t kProtocolIcmp6 = 58;
constexpr uint8_t kProtocolDestinationOptions = 60;
constexpr uint8_t kProtocolOspf = 89;
constexpr uint8_t kProtocolPim = 103;
constexpr uint8_t kProtocolVrrp = 112;
constexpr uint8_t kProtocolSctp = 132;
constexpr uint8_t kProtocolMobility = 135;
constexpr uint8_t kProtocolUdpLite = 136;
constexpr uint8_t kProtocolMpls = 137;  // RFC 4023
constexpr uint8_t kProtocolHip = 139;

// PPP protocol numbers (RFC 1332, RFC 5072).
constexpr uint16_t kPppIpv4 = 0x0021;
constexpr uint16_t kPppIpv6 = 0x0057;

// UDP destination ports.
constexpr uint16_t kPortVxlan = 4789;      // RFC 7348
constexpr uint16_t kPortOldVxlan = 8472;   // Linux before the port was assigned
constexpr uint16_t kPortVxlanGpe = 4790;   // draft-ietf-nvo3-vxlan-gpe
constexpr uint16_t kPortGeneve = 6081;     // RFC 8926
constexpr uint16_t kPortGue = 6080;        // draft-ietf-intarea-gue
constexpr uint16_t kPortGreInUdp = 4754;   // RFC 8086
constexpr uint16_t kPortErm = 7932;        // HP ProVision remote mirroring
constexpr uint16_t kPortTzsp = 37008;      // TaZmen Sniffer Protocol
constexpr uint16_t kPortMplsInUdp = 6635;  // RFC 7510
constexpr uint16_t kPortGtpUser = 2152;    // 3GPP TS 29.281
constexpr uint16_t kPortL2tp = 1701;       // RFC 2661
constexpr uint16_t kPortTeredo = 3544;     // RFC 4380
constexpr uint16_t kPortAyiya = 5072;      // draft-massar-v6ops-ayiya

// How many headers of a kind are looked through. What lies behind more of them is not looked at, but where addresses
// are replaced (native/privacy).
constexpr int kMaxVlanTags = 4;
constexpr int kMaxMplsLabels = 8;
constexpr int kMaxExtensionHeaders = 4;  // of IPv6, a fragment header included
constexpr int kMaxTzspTags = 8;
constexpr int kMaxTunnels = 2;  // a tunnel in a tunnel

}  // namespace fandump
