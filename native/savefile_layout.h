// The numbers of the savefile formats, for those who read and those who write them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fandump {

// DLT_RAW as some writers put it into files without translation.
constexpr uint16_t kUntranslatedRaw = 12;
// Greater snapshot lengths are taken for "unknown", as by libpcap.
constexpr uint32_t kMostSnaplen = 0x7fffffff;

// pcap-savefile(5), draft-ietf-opsawg-pcap.
namespace pcap_file {
constexpr uint32_t kMagicMicroseconds = 0xa1b2c3d4;
constexpr uint32_t kMagicNanoseconds = 0xa1b23c4d;
constexpr uint16_t kVersionMajor = 2;
constexpr uint16_t kVersionMinor = 4;
constexpr size_t kHeaderLength = 24;
constexpr size_t kRecordHeaderLength = 16;
}  // namespace pcap_file

// draft-ietf-opsawg-pcapng.
namespace pcapng {
// Types of blocks, section 4.
constexpr uint32_t kSectionHeader = 0x0a0d0d0a;  // reads the same in either byte order
constexpr uint32_t kInterfaceDescription = 1;
constexpr uint32_t kObsoletePacket = 2;
constexpr uint32_t kSimplePacket = 3;
constexpr uint32_t kNameResolution = 4;
constexpr uint32_t kInterfaceStatistics = 5;
constexpr uint32_t kEnhancedPacket = 6;
constexpr uint32_t kDecryptionSecrets = 10;

constexpr uint32_t kByteOrderMagic = 0x1a2b3c4d;
constexpr uint16_t kVersionMajor = 1;
constexpr uint16_t kVersionMinor = 0;

// Section 3.1: type and length before a block's body, the length again behind it.
constexpr size_t kBlockHeaderLength = 8;
constexpr size_t kBlockTrailerLength = 4;
constexpr size_t kBlockOverhead = kBlockHeaderLength + kBlockTrailerLength;
constexpr size_t kPacketFieldsLength = 20;  // of the body of an enhanced or obsolete packet block

// Section 3.5: code and length before an option's value, which is filled up to a multiple of four bytes.
constexpr size_t kOptionHeaderLength = 4;
constexpr uint16_t kEndOfOptions = 0;
constexpr uint16_t kComment = 1;
constexpr size_t PadToWord(size_t length) { return (length + 3) & ~size_t{3}; }

// Options of a section header, section 4.1.
constexpr uint16_t kSectionHardware = 2, kSectionOs = 3, kSectionApplication = 4;

// Of an interface, section 4.2. Speeds have 64 bits; the zone of time is obsolete.
constexpr uint16_t kInterfaceName = 2, kInterfaceSpeed = 8, kInterfaceTimeResolution = 9, kInterfaceTimeZone = 10,
                   kInterfaceFilter = 11, kInterfaceOs = 12, kInterfaceTimeOffset = 14, kInterfaceSendSpeed = 16,
                   kInterfaceReceiveSpeed = 17;

// Of any block, section 3.5.1: an enterprise's number of 32 bits and what only that enterprise knows, as text or bytes,
// which may be copied or may not.
constexpr uint16_t kCustomText = 2988, kCustomBytes = 2989, kCustomTextHere = 19372, kCustomBytesHere = 19373;
constexpr size_t kCustomNumberLength = 4;

// Of an enhanced packet, section 4.3. Flags and queue have 32 bits, the others 64.
constexpr uint16_t kPacketFlags = 2, kPacketDropCount = 4, kPacketId = 5, kPacketQueue = 6;

// The flags of a packet: direction, kind of reception, what is known of checksums.
constexpr uint32_t kDirectionMask = 0x3;
constexpr uint32_t kInbound = 1;
constexpr uint32_t kOutbound = 2;
constexpr unsigned kReceptionShift = 2;
constexpr uint32_t kReceptionMask = 0x7;
constexpr uint32_t kUnicast = 1;
constexpr uint32_t kMulticast = 2;
constexpr uint32_t kBroadcast = 3;
constexpr uint32_t kPromiscuous = 4;
constexpr uint32_t kChecksumNotReady = 1 << 9;
constexpr uint32_t kChecksumValid = 1 << 10;

// Of interface statistics, section 4.6.
constexpr uint16_t kStatisticsStart = 2, kStatisticsEnd = 3, kStatisticsReceived = 4, kStatisticsInterfaceDropped = 5,
                   kStatisticsFilterAccepted = 6, kStatisticsOsDropped = 7, kStatisticsDelivered = 8;
}  // namespace pcapng

}  // namespace fandump
