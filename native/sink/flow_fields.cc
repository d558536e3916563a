// Ethernet: IEEE 802.3 and 802.1Q. IPv4: RFC 791. IPv6: RFC 8200. PPP in HDLC-like framing: RFC 1662. Other link
// headers: https://www.tcpdump.org/linktypes.html
#include "sink/flow_fields.h"

#include <sys/socket.h>

#include "big_endian.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {
namespace {

constexpr size_t kLoopbackHeader = 4;
constexpr size_t kPppProtocol = 2;
constexpr uint16_t kPppAddressControl = 0xff03;

struct Bytes {
  const uint8_t* data;
  size_t size;

  uint16_t Half(size_t at) const { return ReadBig16(data + at); }
  Bytes From(size_t at) const { return at < size ? Bytes{data + at, size - at} : Bytes{data, 0}; }
};

bool HasPorts(uint8_t protocol) {
  return protocol == kProtocolTcp || protocol == kProtocolUdp || protocol == kProtocolSctp ||
         protocol == kProtocolDccp || protocol == kProtocolUdpLite;
}

void SetAddresses(Bytes packet, size_t at, size_t length, FlowFields& flow) {
  flow.source = packet.data + at;
  flow.destination = packet.data + at + length;
  flow.address_length = static_cast<uint8_t>(length);
}

void SetPorts(Bytes packet, size_t at, FlowFields& flow) {
  flow.has_ports = HasPorts(flow.protocol) && packet.size >= at + 4;
  if (!flow.has_ports) return;
  flow.source_port = packet.Half(at);
  flow.destination_port = packet.Half(at + 2);
}

void ReadIpv4(Bytes packet, FlowFields& flow) {
  flow.family = AF_INET;
  flow.protocol = packet.data[ipv4::kProtocolAt];
  SetAddresses(packet, ipv4::kSourceAt, ipv4::kAddressLength, flow);
  const size_t header = (packet.data[0] & ipv4::kHeaderWordsMask) * size_t{ipv4::kWordLength};
  const bool is_fragment = (packet.Half(ipv4::kFragmentAt) & ipv4::kFragmentMask) != 0;
  if (!is_fragment && header >= ipv4::kLength) SetPorts(packet, header, flow);
}

void ReadIpv6(Bytes packet, FlowFields& flow) {
  flow.family = AF_INET6;
  SetAddresses(packet, ipv6::kSourceAt, ipv6::kAddressLength, flow);
  uint8_t next = packet.data[ipv6::kNextHeaderAt];
  size_t at = ipv6::kLength;
  for (int i = 0; i < kMaxExtensionHeaders; i++) {
    const bool is_extension =
        next == kProtocolHopByHop || next == kProtocolRouting || next == kProtocolDestinationOptions;
    if (!is_extension || packet.size < at + 2) break;
    next = packet.data[at];
    at += (size_t{packet.data[at + 1]} + 1) * ipv6::kExtensionLength;
  }
  if (next == kProtocolFragment && packet.size > at) {
    flow.protocol = packet.data[at];
    return;
  }
  flow.protocol = next;
  SetPorts(packet, at, flow);
}

void ReadIp(Bytes packet, FlowFields& flow) {
  if (packet.size < ipv4::kLength) return;
  const int version = packet.data[0] >> kIpVersionShift;
  if (version == 4) ReadIpv4(packet, flow);
  if (version == 6 && packet.size >= ipv6::kLength) ReadIpv6(packet, flow);
}

// Where a header gives no EtherType.
void ReadBareIp(Bytes packet, FlowFields& flow) {
  ReadIp(packet, flow);
  if (flow.family != 0) flow.ether_type = flow.family == AF_INET ? kEtherTypeIpv4 : kEtherTypeIpv6;
}

// The EtherType stands at type_at, and what it names behind so many bytes.
void ReadTyped(Bytes frame, size_t type_at, size_t at, FlowFields& flow) {
  if (frame.size < at) return;
  uint16_t type = frame.Half(type_at);
  for (int i = 0; i < kMaxVlanTags && IsVlanTag(type) && frame.size >= at + vlan::kLength; i++) {
    at += vlan::kLength;
    type = frame.Half(at - 2);
  }
  flow.ether_type = type;
  if (type == kEtherTypeIpv4 || type == kEtherTypeIpv6) ReadIp(frame.From(at), flow);
}

void ReadPpp(Bytes frame, FlowFields& flow) {
  if (frame.size >= kPppProtocol && frame.Half(0) == kPppAddressControl) frame = frame.From(kPppProtocol);
  if (frame.size < kPppProtocol) return;
  const uint16_t protocol = frame.Half(0);
  if (protocol == kPppIpv4 || protocol == kPppIpv6) ReadBareIp(frame.From(kPppProtocol), flow);
}

}  // namespace

FlowFields FindFlow(const uint8_t* data, size_t size, uint16_t link_type) {
  FlowFields flow;
  const Bytes packet{data, size};
  switch (link_type) {
    case kLinkTypeEthernet:
      ReadTyped(packet, ethernet::kTypeAt, ethernet::kLength, flow);
      break;
    case kLinkTypeRaw:
    case kLinkTypeIpv4:
    case kLinkTypeIpv6:
      ReadBareIp(packet, flow);
      break;
    case kLinkTypeNull:
    case kLinkTypeLoop:
      ReadBareIp(packet.From(kLoopbackHeader), flow);
      break;
    case kLinkTypeLinuxSll:
      ReadTyped(packet, sll::kTypeAt, sll::kLength, flow);
      break;
    case kLinkTypeLinuxSll2:
      ReadTyped(packet, sll2::kTypeAt, sll2::kLength, flow);
      break;
    case kLinkTypePpp:
      ReadPpp(packet, flow);
      break;
    default:
      break;
  }
  return flow;
}

}  // namespace fandump
