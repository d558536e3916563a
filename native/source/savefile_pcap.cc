// The pcap savefile format: pcap-savefile(5), draft-ietf-opsawg-pcap.
#include "source/savefile_pcap.h"

#include <algorithm>

#include "savefile_layout.h"

namespace fandump {
namespace {

// Alexey Kuznetsov's patched libpcap: eight more bytes per record header (interface, protocol, packet type).
constexpr uint32_t kMagicPatched = 0xa1b2cd34;

constexpr size_t kPatchedRecordHeaderLength = 24;
constexpr size_t kPatchedInterfaceOffset = 16;
constexpr size_t kPatchedPacketTypeOffset = 22;

constexpr uint16_t kVersionMajorDgUx = 543;  // tcpdump of DG/UX

// Bits 0 to 15 are the link type; the upper six tell about a frame check sequence.
constexpr uint32_t kLinkTypeMask = 0xffff;
constexpr uint32_t kLinkTypeReservedMask = 0x03ff0000;
// A patched libpcap may add an Ethernet header after it has cut at the snapshot length.
constexpr uint32_t kPatchedHeaderAllowance = 14;

constexpr uint32_t kMicrosecondsPerSecond = 1'000'000;
constexpr uint32_t kNanosecondsPerSecond = 1'000'000'000;
constexpr uint32_t kNanosecondsPerMicrosecond = 1'000;

bool IsPcapMagic(uint32_t magic) {
  return magic == pcap_file::kMagicMicroseconds || magic == pcap_file::kMagicNanoseconds || magic == kMagicPatched;
}

std::string Truncated(size_t wanted, const char* what, size_t got) {
  return "truncated dump file; tried to read " + std::to_string(wanted) + " " + what + " bytes, only got " +
         std::to_string(got);
}

}  // namespace

bool PcapReader::Recognises(const uint8_t* magic) {
  return IsPcapMagic(SavefileByteOrder(false).Read32(magic)) || IsPcapMagic(SavefileByteOrder(true).Read32(magic));
}

PcapReader::PcapReader(SavefileBuffer& buffer) {
  if (!buffer.FillWhole(pcap_file::kHeaderLength)) {
    throw buffer.Error("ESAVEFILE_TRUNCATED", Truncated(pcap_file::kHeaderLength, "file header", buffer.size()));
  }
  const uint8_t* header = buffer.data();
  order_ = SavefileByteOrder(!IsPcapMagic(order_.Read32(header)));
  const uint32_t magic = order_.Read32(header);
  nanosecond_ = magic == pcap_file::kMagicNanoseconds;
  patched_ = magic == kMagicPatched;
  record_header_length_ = patched_ ? kPatchedRecordHeaderLength : pcap_file::kRecordHeaderLength;
  ReadVersion(buffer, header);
  ReadLinkType(buffer, header);
  const uint32_t snaplen = order_.Read32(header + 16);
  snaplen_ = snaplen == 0 || snaplen > kMostSnaplen ? kMaxSnaplen : snaplen;
  if (patched_ && link_type_ == kLinkTypeEthernet) snaplen_ += kPatchedHeaderAllowance;
  buffer.Take(pcap_file::kHeaderLength);
}

void PcapReader::ReadVersion(const SavefileBuffer& buffer, const uint8_t* header) {
  const uint16_t major = order_.Read16(header + 4);
  const uint16_t minor = order_.Read16(header + 6);
  if (major == pcap_file::kVersionMajor && minor <= pcap_file::kVersionMinor) {
    if (minor < 3) length_order_ = LengthOrder::kOriginalFirst;
    if (minor == 3) length_order_ = LengthOrder::kSmallerIsCaptured;
  } else if (major == kVersionMajorDgUx && minor == 0) {
    length_order_ = LengthOrder::kOriginalFirst;
  } else {
    throw buffer.Error("ESAVEFILE_FORMAT",
                       "unsupported pcap savefile version " + std::to_string(major) + "." + std::to_string(minor));
  }
}

void PcapReader::ReadLinkType(const SavefileBuffer& buffer, const uint8_t* header) {
  const uint32_t field = order_.Read32(header + 20);
  if ((field & kLinkTypeReservedMask) != 0) {
    throw buffer.Error("ESAVEFILE_FORMAT", "unknown data link type " + std::to_string(field));
  }
  link_type_ = static_cast<uint16_t>(field & kLinkTypeMask);
  if (link_type_ == kUntranslatedRaw) link_type_ = kLinkTypeRaw;
}

PcapReader::Lengths PcapReader::ReadLengths(const uint8_t* record) const {
  Lengths lengths{order_.Read32(record + 8), order_.Read32(record + 12)};
  const bool swap = length_order_ == LengthOrder::kOriginalFirst ||
                    (length_order_ == LengthOrder::kSmallerIsCaptured && lengths.captured > lengths.original);
  if (swap) std::swap(lengths.captured, lengths.original);
  return lengths;
}

void PcapReader::FillView(PacketView& packet, uint8_t* record, Lengths lengths) const {
  const uint32_t seconds = order_.Read32(record);
  const uint32_t fraction = order_.Read32(record + 4);
  const uint32_t unit = nanosecond_ ? kNanosecondsPerSecond : kMicrosecondsPerSecond;
  // A fraction of a second or more is an error of the writer, but the sum is a time all the same.
  packet.seconds = int64_t{seconds} + fraction / unit;
  packet.nanoseconds = fraction % unit * (nanosecond_ ? 1 : kNanosecondsPerMicrosecond);
  packet.data = record + record_header_length_;
  packet.caplen = std::min(lengths.captured, snaplen_);
  packet.len = lengths.original;
  packet.tunnel = nullptr;
  packet.link_type = link_type_;
  packet.flags = 0;
  packet.interface_index = 0;
  packet.direction = kDirectionUnknown;
  if (patched_) {
    packet.interface_index = order_.Read32(record + kPatchedInterfaceOffset);
    const uint8_t packet_type = record[kPatchedPacketTypeOffset];
    if (packet_type <= kDirectionOutgoing) packet.direction = packet_type;
  }
}

size_t PcapReader::Read(SavefileBuffer& buffer, PacketBatch& batch) {
  while (batch.size < PacketBatch::kCapacity) {
    if (buffer.size() < record_header_length_) return record_header_length_;
    uint8_t* record = buffer.data();
    const Lengths lengths = ReadLengths(record);
    if (lengths.captured > kMaxSnaplen) {
      if (batch.size > 0) return 0;
      throw buffer.Error("ESAVEFILE_DAMAGED", "invalid packet capture length " + std::to_string(lengths.captured) +
                                                  ", bigger than maximum of " + std::to_string(kMaxSnaplen));
    }
    const size_t record_length = record_header_length_ + lengths.captured;
    if (buffer.size() < record_length) return record_length;
    FillView(batch.packets[batch.size++], record, lengths);
    buffer.Take(record_length);
  }
  return 0;
}

void PcapReader::CheckEnd(const SavefileBuffer& buffer) const {
  if (buffer.size() == 0) return;
  if (buffer.size() < record_header_length_) {
    throw buffer.TornError(Truncated(record_header_length_, "header", buffer.size()));
  }
  throw buffer.TornError(
      Truncated(ReadLengths(buffer.data()).captured, "captured", buffer.size() - record_header_length_));
}

}  // namespace fandump
