#include "encap/layers.h"

#include <sys/socket.h>

#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {

// Takes a header of length bytes, and returns the type of what follows; 0 when it is not whole.
uint16_t TakeFixedHeader(ByteSpan& bytes, size_t length, size_t type_at) {
  if (bytes.length < length) return 0;
  const uint16_t type = ReadBig16(bytes.data + type_at);
  bytes = bytes.Behind(length);
  return type;
}

// Behind a first nibble of 0: whether four bytes of control word come before the frame, or these are its address.
bool HasControlWord(ByteSpan bytes) {
  if (bytes.length < mpls::kControlWordLength + ethernet::kLength) return false;
  const uint16_t type = ReadBig16(bytes.data + mpls::kControlWordLength + ethernet::kTypeAt);
  return type == kEtherTypeIpv4 || type == kEtherTypeIpv6 || type == kEtherTypeVlan || type == kEtherTypeServiceVlan ||
         type == kEtherTypeMpls;
}

std::optional<IpHeader> TakeIpv4(ByteSpan& bytes) {
  if (bytes.length < ipv4::kLength || bytes.data[0] >> kIpVersionShift != ipv4::kVersion) return std::nullopt;
  const size_t length = (bytes.data[0] & ipv4::kHeaderWordsMask) * size_t{ipv4::kWordLength};
  if (length < ipv4::kLength) return std::nullopt;
  IpHeader header;
  header.family = AF_INET;
  header.source = bytes.data + ipv4::kSourceAt;
  header.destination = bytes.data + ipv4::kDestinationAt;
  header.protocol = bytes.data[ipv4::kProtocolAt];
  header.has_payload = (ReadBig16(bytes.data + ipv4::kFragmentAt) & ipv4::kFragmentMask) == 0 && length <= bytes.length;
  if (header.has_payload) bytes = bytes.Behind(length);
  return header;
}

// The length of an extension header, 0 for what is none or is a real fragment.
size_t ExtensionLength(ByteSpan bytes, uint8_t header) {
  switch (header) {
    case kProtocolHopByHop:
    case kProtocolRouting:
    case kProtocolDestinationOptions:
      return (bytes.data[1] + size_t{1}) * 8;
    case kProtocolAuthentication:
      // RFC 4302: in words, less two.
      return (bytes.data[1] + size_t{2}) * 4;
    case kProtocolFragment:
      // A whole packet in a fragment header is none (RFC 6946).
      return (ReadBig16(bytes.data + 2) & ipv6::kFragmentMask) == 0 ? ipv6::kExtensionLength : 0;
    default:
      return 0;
  }
}

bool IsExtension(uint8_t header) {
  return header == kProtocolHopByHop || header == kProtocolRouting || header == kProtocolDestinationOptions ||
         header == kProtocolAuthentication || header == kProtocolFragment;
}

std::optional<IpHeader> TakeIpv6(ByteSpan& bytes) {
  if (bytes.length < ipv6::kLength || bytes.data[0] >> kIpVersionShift != ipv6::kVersion) return std::nullopt;
  IpHeader header;
  header.family = AF_INET6;
  header.source = bytes.data + ipv6::kSourceAt;
  header.destination = bytes.data + ipv6::kDestinationAt;
  header.protocol = bytes.data[ipv6::kNextHeaderAt];
  bytes = bytes.Behind(ipv6::kLength);
  for (int extension = 0; IsExtension(header.protocol); extension++) {
    if (extension == kMaxExtensionHeaders || bytes.length < ipv6::kExtensionLength) return header;
    const size_t length = ExtensionLength(bytes, header.protocol);
    if (length == 0 || length > bytes.length) return header;
    header.protocol = bytes.data[0];
    bytes = bytes.Behind(length);
  }
  header.has_payload = true;
  return header;
}

}  // namespace

uint16_t TakeEthernetHeader(ByteSpan& bytes) { return TakeFixedHeader(bytes, ethernet::kLength, ethernet::kTypeAt); }

uint16_t TakeTags(ByteSpan& bytes, uint16_t ether_type) {
  for (int tag = 0; tag < kMaxVlanTags && IsVlanTag(ether_type); tag++) {
    if (bytes.length < vlan::kLength) return 0;
    ether_type = ReadBig16(bytes.data + vlan::kInnerTypeAt);
    bytes = bytes.Behind(vlan::kLength);
  }
  if (ether_type != kEtherTypePppoeSession) return ether_type;
  if (bytes.length < pppoe::kLength || ReadBig16(bytes.data) != pppoe::kSession) return 0;
  const uint16_t protocol = ReadBig16(bytes.data + pppoe::kProtocolAt);
  bytes = bytes.Behind(pppoe::kLength);
  if (protocol == kPppIpv4) return kEtherTypeIpv4;
  return protocol == kPppIpv6 ? kEtherTypeIpv6 : 0;
}

uint16_t TakeLinkHeader(ByteSpan& bytes, uint16_t link_type) {
  if (link_type == kLinkTypeEthernet) return TakeTags(bytes, TakeEthernetHeader(bytes));
  if (link_type == kLinkTypeLinuxSll) return TakeTags(bytes, TakeFixedHeader(bytes, sll::kLength, sll::kTypeAt));
  if (link_type == kLinkTypeLinuxSll2) return TakeTags(bytes, TakeFixedHeader(bytes, sll2::kLength, sll2::kTypeAt));
  return link_type == kLinkTypeRaw ? IpTypeOf(bytes) : 0;
}

uint16_t TakeLabels(ByteSpan& bytes) {
  for (int label = 0; label < kMaxMplsLabels; label++) {
    if (bytes.length < mpls::kLength) return 0;
    const bool bottom = (bytes.data[mpls::kBottomAt] & mpls::kBottomBit) != 0;
    bytes = bytes.Behind(mpls::kLength);
    if (!bottom) continue;
    // Nothing says what follows the last label. IP is known by its version.
    if (bytes.length == 0) return 0;
    const int nibble = bytes.data[0] >> kIpVersionShift;
    if (nibble == ipv4::kVersion) return kEtherTypeIpv4;
    if (nibble == ipv6::kVersion) return kEtherTypeIpv6;
    if (nibble == 0 && HasControlWord(bytes)) bytes = bytes.Behind(mpls::kControlWordLength);
    return kEtherTypeBridged;
  }
  return 0;
}

std::optional<IpHeader> TakeIpHeader(ByteSpan& bytes, uint16_t ether_type) {
  switch (ether_type) {
    case kEtherTypeIpv4:
      return TakeIpv4(bytes);
    case kEtherTypeIpv6:
      return TakeIpv6(bytes);
    default:
      return std::nullopt;
  }
}

uint16_t IpTypeOf(ByteSpan bytes) {
  if (bytes.length == 0) return 0;
  return bytes.data[0] >> kIpVersionShift == ipv6::kVersion ? kEtherTypeIpv6 : kEtherTypeIpv4;
}

}  // namespace fandump
