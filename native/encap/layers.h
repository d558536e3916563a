// The headers around a tunnel: link layer, tags, labels, IP. Each function takes its header off the front of bytes.
// Ethernet and tags: IEEE 802.3, 802.1Q. PPPoE: RFC 2516. MPLS: RFC 3032, RFC 4385. IPv4: RFC 791. IPv6: RFC 8200.
// The steering programs (native/fanout) read the same headers in the same way, to the same depth.
#pragma once

#include "encap/strip.h"

namespace fandump {

// Takes an Ethernet header. 0 when it is not whole.
uint16_t TakeEthernetHeader(ByteSpan& bytes);

// Takes up to kMaxVlanTags tags, then a PPPoE session header, from behind an EtherType. Returns the type of what
// follows, kEtherTypeIpv4 or kEtherTypeIpv6 behind PPPoE; 0 when a header is not whole or not understood.
uint16_t TakeTags(ByteSpan& bytes, uint16_t ether_type);

// Takes what stands before the network header: Ethernet's header or a cooked one, and tags; raw IP has nothing there.
// Returns the type of what follows, or 0, as for other link types.
uint16_t TakeLinkHeader(ByteSpan& bytes, uint16_t link_type);

// Takes up to kMaxMplsLabels labels and a control word. Returns kEtherTypeIpv4, kEtherTypeIpv6, kEtherTypeBridged for a
// pseudowire's Ethernet frame, or 0.
uint16_t TakeLabels(ByteSpan& bytes);

struct IpHeader {
  uint8_t family = 0;  // AF_INET or AF_INET6
  const uint8_t* source = nullptr;
  const uint8_t* destination = nullptr;
  bool has_payload = false;  // not for fragments, for headers that are cut, and behind too many extension headers
  uint8_t protocol = 0;      // of the payload
};

// Takes an IP header with options or up to kMaxExtensionHeaders extension headers. Nothing when the fixed header is not
// whole or not of the version that ether_type names.
std::optional<IpHeader> TakeIpHeader(ByteSpan& bytes, uint16_t ether_type);

// kEtherTypeIpv6 or kEtherTypeIpv4 by the version; 0 for no bytes.
uint16_t IpTypeOf(ByteSpan bytes);

}  // namespace fandump
