// Records of the savefile formats as the receiver puts them into a write buffer, one packet at a time.
#pragma once

#include <algorithm>

#include "sink/pcapng_interfaces.h"
#include "sink/savefile_buffers.h"
#include "sink/savefile_record.h"
#include "sink/tunnel_comment.h"

namespace fandump {

// As std::memcpy. Most packets are short; those from 16 to 128 bytes need no call.
inline void CopyPacket(uint8_t* to, const uint8_t* from, size_t size) {
  constexpr size_t kStep = 16, kLongest = 128;
  if (size < kStep || size > kLongest) {
    std::memcpy(to, from, size);
    return;
  }
  for (size_t at = 0; at + kStep < size; at += kStep) std::memcpy(to + at, from + at, kStep);
  std::memcpy(to + size - kStep, from + size - kStep, kStep);
}

// pcap-savefile(5). Each record has the link type of the file.
class PcapRecord {
 public:
  PcapRecord(const PacketView& packet, bool nanoseconds)
      : packet_(packet), captured_(std::min(packet.caplen, kMaxSnaplen)), nanoseconds_(nanoseconds) {}

  uint32_t captured() const { return captured_; }
  size_t length() const { return sizeof(PcapRecordHeader) + captured_; }
  void Put(uint8_t* record) const {
    constexpr uint32_t kPerMicrosecond = 1000;
    // Divided by a constant: a division would take as long as all the rest.
    const uint32_t fraction = nanoseconds_ ? packet_.nanoseconds : packet_.nanoseconds / kPerMicrosecond;
    const PcapRecordHeader header{static_cast<uint32_t>(packet_.seconds), fraction, captured_, packet_.len};
    std::memcpy(record, &header, sizeof header);
    CopyPacket(record + sizeof header, packet_.data, captured_);
  }

 private:
  const PacketView& packet_;
  const uint32_t captured_;
  const bool nanoseconds_;
};

// epb_flags.
inline uint32_t PcapngFlags(const PacketView& packet) {
  const auto inbound = [](uint32_t reception) { return pcapng::kInbound | reception << pcapng::kReceptionShift; };
  uint32_t flags = 0;
  switch (packet.direction) {
    case kDirectionHost:
      flags = inbound(pcapng::kUnicast);
      break;
    case kDirectionBroadcast:
      flags = inbound(pcapng::kBroadcast);
      break;
    case kDirectionMulticast:
      flags = inbound(pcapng::kMulticast);
      break;
    case kDirectionOtherHost:
      flags = inbound(pcapng::kPromiscuous);
      break;
    case kDirectionOutgoing:
      flags = pcapng::kOutbound;
      break;
    default:
      break;
  }
  if ((packet.flags & kFlagChecksumNotReady) != 0) flags |= pcapng::kChecksumNotReady;
  if ((packet.flags & kFlagChecksumValid) != 0) flags |= pcapng::kChecksumValid;
  return flags;
}

// Enhanced Packet Block: draft-ietf-opsawg-pcapng, section 4.3.
class PcapngRecord {
 public:
  // drops: packets of the interface that were lost since the one before; 0: none, or not known.
  PcapngRecord(const PacketView& packet, uint32_t interface, uint64_t drops)
      : packet_(packet),
        interface_(interface),
        captured_(std::min(packet.caplen, kMaxSnaplen)),
        copied_length_(packet.block_options_length <= kMostCopiedOptions ? packet.block_options_length : 0),
        flags_(copied_length_ > 0 ? 0 : PcapngFlags(packet)),
        drops_(copied_length_ > 0 ? 0 : drops) {
    if (copied_length_ == 0 && packet.tunnel != nullptr) comment_length_ = WriteTunnelComment(*packet.tunnel, comment_);
  }

  uint32_t captured() const { return captured_; }
  size_t length() const {
    size_t options = copied_length_;
    if (flags_ != 0) options += pcapng::kOptionHeaderLength + sizeof flags_;
    if (drops_ != 0) options += pcapng::kOptionHeaderLength + sizeof drops_;
    if (comment_length_ > 0) options += pcapng::kOptionHeaderLength + pcapng::PadToWord(comment_length_);
    if (options > 0) options += pcapng::kOptionHeaderLength;
    return kFixedLength + pcapng::PadToWord(captured_) + options;
  }
  void Put(uint8_t* record) const;

  // A block without options around a packet of no bytes.
  static constexpr size_t kFixedLength = pcapng::kBlockOverhead + pcapng::kPacketFieldsLength;
  // More than this is not copied.
  static constexpr uint32_t kMostCopiedOptions = 128 << 10;
  static constexpr size_t kLongest = kFixedLength + kMaxSnaplen + kMostCopiedOptions + kLongestTunnelComment + 64;

 private:
  const PacketView& packet_;
  const uint32_t interface_;
  const uint32_t captured_;
  const uint32_t copied_length_;
  const uint32_t flags_;
  const uint64_t drops_;
  size_t comment_length_ = 0;
  char comment_[kLongestTunnelComment];
};

// How far the whole records among the first size bytes of a buffer reach, and the packets in them.
struct WholeRecords {
  size_t size = 0;
  uint64_t packets = 0;
  uint64_t captured_bytes = 0;
};
WholeRecords FindWholeRecords(const WriteBuffer& buffer, size_t size, bool pcapng);

}  // namespace fandump
