// Where tunnel headers have their fields, for all rooms that read or write them: bytes from the header's start, lengths
// in bytes.
#pragma once

#include <cstdint>

namespace fandump {

// RFC 7348, section 5.
namespace vxlan {
constexpr uint32_t kLength = 8;
constexpr uint8_t kFlagVni = 0x08;  // "I"
constexpr uint32_t kVniAt = 4;
constexpr uint32_t kReservedAt = 7;

// draft-smith-vxlan-group-policy, section 2.1, in the reserved bits.
constexpr uint8_t kFlagPolicy = 0x80;  // "G"
constexpr uint32_t kPolicyFlagsAt = 1;
constexpr uint8_t kPolicyDontLearn = 0x40;  // "D"
constexpr uint8_t kPolicyApplied = 0x08;    // "A"
constexpr uint32_t kPolicyAt = 2;
}  // namespace vxlan

// draft-ietf-nvo3-vxlan-gpe, section 3.1: what it adds to VXLAN.
namespace vxlan_gpe {
constexpr uint8_t kVersionMask = 0x30;
constexpr uint8_t kFlagNext = 0x04;        // "P"
constexpr uint8_t kFlagReplicated = 0x02;  // "B"
constexpr uint8_t kFlagOam = 0x01;         // "O"
constexpr uint32_t kNextAt = 3;
constexpr uint8_t kNextIpv4 = 1;
constexpr uint8_t kNextIpv6 = 2;
constexpr uint8_t kNextEthernet = 3;
}  // namespace vxlan_gpe

// RFC 8926, section 3.4.
namespace geneve {
constexpr uint32_t kLength = 8;  // without options
constexpr uint8_t kVersionMask = 0xc0;
constexpr uint8_t kOptionWordsMask = 0x3f;
constexpr uint32_t kWordLength = 4;
constexpr uint32_t kFlagsAt = 1;
constexpr uint8_t kFlagControl = 0x80;   // "O"
constexpr uint8_t kFlagCritical = 0x40;  // "C"
constexpr uint8_t kReservedFlags = 0x3f;
constexpr uint32_t kProtocolAt = 2;
constexpr uint32_t kVniAt = 4;
constexpr uint32_t kReservedAt = 7;
constexpr uint32_t kLongestOptions = kOptionWordsMask * kWordLength;

// Section 3.5: class, type, length of the data.
constexpr uint32_t kOptionHeaderLength = 4;
constexpr uint32_t kOptionTypeAt = 2;
constexpr uint8_t kOptionCritical = 0x80;  // of the type
constexpr uint32_t kOptionLengthAt = 3;
constexpr uint8_t kOptionDataWordsMask = 0x1f;
}  // namespace geneve

// draft-ietf-intarea-gue, section 3.
namespace gue {
constexpr uint32_t kLength = 4;  // without extension fields
constexpr uint8_t kVariantMask = 0xc0;
constexpr uint8_t kVariantHeader = 0x00;
constexpr uint8_t kVariantDirect = 0x40;   // section 4: no header; these bits are the first of the IP version
constexpr uint8_t kVariantUnknown = 0x80;  // and what is above
constexpr uint8_t kControl = 0x20;
constexpr uint8_t kExtensionWordsMask = 0x1f;
constexpr uint32_t kWordLength = 4;
constexpr uint32_t kProtocolAt = 1;
constexpr uint32_t kFlagsAt = 2;
// All but the one of Linux (include/net/gue.h), which announces private fields among the extensions.
constexpr uint16_t kUnknownFlags = 0xfffe;
}  // namespace gue

// RFC 2784, RFC 2890.
namespace gre {
constexpr uint32_t kLength = 4;  // without the fields that flags announce
constexpr uint16_t kChecksumPresent = 0x8000;
constexpr uint16_t kKeyPresent = 0x2000;
constexpr uint16_t kSequencePresent = 0x1000;
constexpr uint32_t kFieldLength = 4;
constexpr uint16_t kRoutingPresent = 0x4000;  // source routes of RFC 1701
constexpr uint16_t kVersionMask = 0x0007;
constexpr uint32_t kProtocolAt = 2;
}  // namespace gre

// draft-foschiano-erspan, behind GRE. Type I has no header of its own, and is type II without a sequence number in GRE.
namespace erspan {
// Type II: version 4 bits, VLAN 12; class of service 3, encapsulation 2, truncated 1, session 10.
constexpr uint32_t kIiLength = 8;
constexpr uint16_t kVlanMask = 0x0fff;
constexpr uint32_t kControlAt = 2;
constexpr uint16_t kPriorityMask = 0xe000;
constexpr uint16_t kEncapsulationMask = 0x1800;
constexpr uint16_t kTagTakenOff = 0x1000;  // the frame had an 802.1Q tag

constexpr uint32_t kIiiLength = 12;
constexpr uint32_t kIiiFlagsAt = 10;
constexpr uint16_t kIiiFrameTypeMask = 0x7c00;
constexpr uint16_t kIiiEthernet = 0x0000;
constexpr uint16_t kIiiIp = 0x0800;  // of either version
constexpr uint16_t kIiiSubheader = 0x0001;
constexpr uint32_t kIiiSubheaderLength = 8;
}  // namespace erspan

// HP ERM has no standard; Wireshark's packet-hp-erm.c describes it. Eight bytes of unknown meaning, then a word:
// unknown 8 bits, queue 3, CFI 1, VLAN 12, tagged 1, unknown 7.
namespace erm {
constexpr uint32_t kLength = 12;
constexpr uint32_t kTagAt = 8;
constexpr uint32_t kTagged = 0x80;
constexpr uint32_t kVlanShift = 8;
constexpr uint32_t kCfiAndVlanMask = 0x1fff;
constexpr uint32_t kQueueShift = 21;
constexpr uint32_t kQueueMask = 7;
}  // namespace erm

// TZSP has no standard; Wireshark's packet-tzsp.c describes it. Version, type, protocol of the frame, tagged fields.
namespace tzsp {
constexpr uint32_t kLength = 4;  // without tags
constexpr uint8_t kVersion = 1;
constexpr uint32_t kProtocolAt = 2;
constexpr uint16_t kEthernet = 1;
constexpr uint8_t kTagPadding = 0;  // this and the end are one byte
constexpr uint8_t kTagEnd = 1;
constexpr uint32_t kTagHeaderLength = 2;  // of the others: tag, and length of the data
}  // namespace tzsp

}  // namespace fandump
