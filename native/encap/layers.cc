#include "encap/layers.h"

#include <sys/socket.h>

#include "protocol_numbers.h"

namespace fandump {

namespace {

constexpr size_t kEthernetLength = 14;
constexpr size_t kVlanTagLength = 4;
constexpr size_t kVlanInnerType = 2;

constexpr size_t kPppoeLength = 8;
constexpr size_t kPppoeProtocol = 6;
constexpr uint16_t kPppoeSession = 0x1100;  // version 1, type 1, code 0

constexpr size_t kLabelLength = 4;
constexpr size_t kBottomByte = 2;
constexpr uint8_t kBottomBit = 1;
constexpr size_t kControlWordLength = 4;

constexpr uint8_t kVersion4 = 4;
constexpr uint8_t kVersion6 = 6;
constexpr int kVersionShift = 4;

constexpr size_t kIpv4Length = 20;
constexpr uint8_t kIpv4HeaderLengthMask = 0x0f;
constexpr size_t kIpv4Fragment = 6;
constexpr uint16_t kIpv4FragmentMask = 0x3fff;  // more fragments, offset
constexpr size_t kIpv4Protocol = 9;
constexpr size_t kIpv4Source = 12;
constexpr size_t kIpv4Destination = 16;

constexpr size_t kIpv6Length = 40;
constexpr size_t kIpv6NextHeader = 6;
constexpr size_t kIpv6Source = 8;
constexpr size_t kIpv6Destination = 24;
constexpr size_t kExtensionLength = 8;  // the shortest
constexpr uint16_t kFragmentMask = 0xfff9;  // offset, more fragments

bool IsTag(uint16_t type) {
  return type == kEtherTypeVlan || type == kEtherTypeServiceVlan || type == kEtherTypeOldServiceVlan;
}

// Behind a first nibble of 0: whether four bytes of control word come before the frame, or these are its address.
bool HasControlWord(ByteSpan bytes) {
  if (bytes.length < kControlWordLength + kEthernetLength) return false;
  const uint16_t type = ReadBig16(bytes.data + kControlWordLength + kEthernetAddressesLength);
  return type == kEtherTypeIpv4 || type == kEtherTypeIpv6 || type == kEtherTypeVlan || type == kEtherTypeServiceVlan ||
         type == kEtherTypeMpls;
}

std::optional<IpHeader> TakeIpv4(ByteSpan& bytes) {
  if (bytes.length < kIpv4Length || bytes.data[0] >> kVersionShift != kVersion4) return std::nullopt;
  const size_t length = (bytes.data[0] & kIpv4HeaderLengthMask) * size_t{4};
  if (length < kIpv4Length) return std::nullopt;
  IpHeader header;
  header.family = AF_INET;
  header.source = bytes.data + kIpv4Source;
  header.destination = bytes.data + kIpv4Destination;
  header.protocol = bytes.data[kIpv4Protocol];
  header.has_payload = (ReadBig16(bytes.data + kIpv4Fragment) & kIpv4FragmentMask) == 0 && length <= bytes.length;
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
      return (ReadBig16(bytes.data + 2) & kFragmentMask) == 0 ? kExtensionLength : 0;
    default:
      return 0;
  }
}

bool IsExtension(uint8_t header) {
  return header == kProtocolHopByHop || header == kProtocolRouting || header == kProtocolDestinationOptions ||
         header == kProtocolAuthentication || header == kProtocolFragment;
}

std::optional<IpHeader> TakeIpv6(ByteSpan& bytes) {
  if (bytes.length < kIpv6Length || bytes.data[0] >> kVersionShift != kVersion6) return std::nullopt;
  IpHeader header;
  header.family = AF_INET6;
  header.source = bytes.data + kIpv6Source;
  header.destination = bytes.data + kIpv6Destination;
  header.protocol = bytes.data[kIpv6NextHeader];
  bytes = bytes.Behind(kIpv6Length);
  for (int extension = 0; IsExtension(header.protocol); extension++) {
    if (extension == kMaxExtensionHeaders || bytes.length < kExtensionLength) return header;
    const size_t length = ExtensionLength(bytes, header.protocol);
    if (length == 0 || length > bytes.length) return header;
    header.protocol = bytes.data[0];
    bytes = bytes.Behind(length);
  }
  header.has_payload = true;
  return header;
}

}  // namespace

uint16_t TakeEthernetHeader(ByteSpan& bytes) {
  if (bytes.length < kEthernetLength) return 0;
  const uint16_t type = ReadBig16(bytes.data + kEthernetAddressesLength);
  bytes = bytes.Behind(kEthernetLength);
  return type;
}

uint16_t TakeTags(ByteSpan& bytes, uint16_t ether_type) {
  for (int tag = 0; tag < kMaxVlanTags && IsTag(ether_type); tag++) {
    if (bytes.length < kVlanTagLength) return 0;
    ether_type = ReadBig16(bytes.data + kVlanInnerType);
    bytes = bytes.Behind(kVlanTagLength);
  }
  if (ether_type != kEtherTypePppoeSession) return ether_type;
  if (bytes.length < kPppoeLength || ReadBig16(bytes.data) != kPppoeSession) return 0;
  const uint16_t protocol = ReadBig16(bytes.data + kPppoeProtocol);
  bytes = bytes.Behind(kPppoeLength);
  if (protocol == kPppIpv4) return kEtherTypeIpv4;
  return protocol == kPppIpv6 ? kEtherTypeIpv6 : 0;
}

uint16_t TakeLabels(ByteSpan& bytes) {
  for (int label = 0; label < kMaxMplsLabels; label++) {
    if (bytes.length < kLabelLength) return 0;
    const bool bottom = (bytes.data[kBottomByte] & kBottomBit) != 0;
    bytes = bytes.Behind(kLabelLength);
    if (!bottom) continue;
    // Nothing says what follows the last label. IP is known by its version.
    if (bytes.length == 0) return 0;
    const int nibble = bytes.data[0] >> kVersionShift;
    if (nibble == kVersion4) return kEtherTypeIpv4;
    if (nibble == kVersion6) return kEtherTypeIpv6;
    if (nibble == 0 && HasControlWord(bytes)) bytes = bytes.Behind(kControlWordLength);
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
  return bytes.data[0] >> kVersionShift == kVersion6 ? kEtherTypeIpv6 : kEtherTypeIpv4;
}

}  // namespace fandump
