// Where headers have their fields, for all rooms that read packets: bytes from the header's start, lengths in bytes.
#pragma once

#include <cstdint>

namespace fandump {

// IEEE 802.3.
namespace ethernet {
constexpr uint32_t kLength = 14;
constexpr uint32_t kAddressesLength = 12;
constexpr uint32_t kTypeAt = 12;
}  // namespace ethernet

// LINKTYPE_LINUX_SLL and _SLL2 (https://www.tcpdump.org/linktypes.html): the kernel's words about a packet in place of
// its link header. An address has kAddressRoom bytes, however long it is.
namespace sll {
constexpr uint32_t kLength = 16;
constexpr uint32_t kPacketTypeAt = 0;
constexpr uint32_t kHardwareTypeAt = 2;
constexpr uint32_t kAddressLengthAt = 4;
constexpr uint32_t kAddressAt = 6;
constexpr uint32_t kAddressRoom = 8;
constexpr uint32_t kTypeAt = 14;
}  // namespace sll
namespace sll2 {
constexpr uint32_t kLength = 20;
constexpr uint32_t kTypeAt = 0;
constexpr uint32_t kInterfaceAt = 4;
constexpr uint32_t kHardwareTypeAt = 8;
constexpr uint32_t kPacketTypeAt = 10;
constexpr uint32_t kAddressLengthAt = 11;
constexpr uint32_t kAddressAt = 12;
}  // namespace sll2

// IEEE 802.1Q; counted from behind the EtherType that announces the tag.
namespace vlan {
constexpr uint32_t kLength = 4;
constexpr uint32_t kPriorityShift = 13;
constexpr uint32_t kInnerTypeAt = 2;
}  // namespace vlan

// RFC 2516, with PPP's protocol number.
namespace pppoe {
constexpr uint32_t kLength = 8;
constexpr uint32_t kProtocolAt = 6;
constexpr uint16_t kSession = 0x1100;  // version 1, type 1, code 0
}  // namespace pppoe

// RFC 3032, RFC 4385.
namespace mpls {
constexpr uint32_t kLength = 4;  // of one label
constexpr uint32_t kBottomAt = 2;
constexpr uint8_t kBottomBit = 1;
constexpr uint32_t kControlWordLength = 4;
}  // namespace mpls

// RFC 791.
namespace ipv4 {
constexpr uint32_t kLength = 20;  // without options
constexpr uint8_t kBeginWithoutOptions = 0x45;
constexpr uint8_t kVersion = 4;
constexpr uint8_t kHeaderWordsMask = 0x0f;
constexpr uint32_t kWordLength = 4;
constexpr uint32_t kTotalLengthAt = 2;
constexpr uint32_t kFragmentAt = 6;
constexpr uint16_t kFragmentMask = 0x3fff;  // more fragments, offset
constexpr uint16_t kOffsetMask = 0x1fff;
constexpr uint32_t kTimeToLiveAt = 8;
constexpr uint32_t kProtocolAt = 9;
constexpr uint32_t kChecksumAt = 10;
constexpr uint32_t kSourceAt = 12;
constexpr uint32_t kDestinationAt = 16;
constexpr uint32_t kAddressLength = 4;
}  // namespace ipv4

// RFC 8200.
namespace ipv6 {
constexpr uint32_t kLength = 40;
constexpr uint8_t kVersion = 6;
constexpr uint32_t kPayloadLengthAt = 4;
constexpr uint32_t kNextHeaderAt = 6;
constexpr uint32_t kHopLimitAt = 7;
constexpr uint32_t kSourceAt = 8;
constexpr uint32_t kDestinationAt = 24;
constexpr uint32_t kAddressLength = 16;
constexpr uint32_t kExtensionLength = 8;    // the shortest, and the unit of longer ones
constexpr uint16_t kFragmentMask = 0xfff9;  // offset, more fragments
constexpr uint16_t kOffsetMask = 0xfff8;
}  // namespace ipv6

// The first half byte of both.
constexpr int kIpVersionShift = 4;

// RFC 768.
namespace udp {
constexpr uint32_t kLength = 8;
constexpr uint32_t kDestinationPortAt = 2;
constexpr uint32_t kLengthAt = 4;
constexpr uint32_t kChecksumAt = 6;
}  // namespace udp

// RFC 792, RFC 4443: what all messages of both have in common, with four bytes of their own.
namespace icmp {
constexpr uint32_t kLength = 8;
constexpr uint32_t kChecksumAt = 2;
}  // namespace icmp

}  // namespace fandump
