// The pcapng savefile format: draft-ietf-opsawg-pcapng. Sections of either byte order and any mix of interfaces.
#include "source/savefile_pcapng.h"

#include <algorithm>

#include "savefile_layout.h"
#include "source/savefile_pcapng_copy.h"

namespace fandump {
namespace {

constexpr uint16_t kVersionMinorSame = 2;  // written by some programs, and the same format

constexpr size_t kMaxBlockLength = size_t{16} << 20;  // libpcap's bound for ordinary link types
constexpr size_t kSectionHeaderLength = 16;           // without options
constexpr size_t kSimplePacketFieldsLength = 4;
constexpr size_t kMaxInterfaces = 65536;

// epb_flags, and pack_flags of obsolete packets.
uint8_t DirectionOfFlags(uint32_t flags) {
  if ((flags & pcapng::kDirectionMask) == pcapng::kOutbound) return kDirectionOutgoing;
  if ((flags & pcapng::kDirectionMask) != pcapng::kInbound) return kDirectionUnknown;
  switch (flags >> pcapng::kReceptionShift & pcapng::kReceptionMask) {
    case pcapng::kMulticast:
      return kDirectionMulticast;
    case pcapng::kBroadcast:
      return kDirectionBroadcast;
    case pcapng::kPromiscuous:
      return kDirectionOtherHost;
    default:
      return kDirectionHost;
  }
}

[[noreturn]] void Malformed(const std::string& what) { throw std::invalid_argument(what); }

}  // namespace

bool PcapngReader::MayBegin(const uint8_t* start) {
  return SavefileByteOrder(false).Read32(start) == pcapng::kSectionHeader;
}

bool PcapngReader::Recognises(const uint8_t* start) {
  if (!MayBegin(start)) return false;
  const SavefileByteOrder native(false), swapped(true);
  const uint8_t* magic = start + pcapng::kBlockHeaderLength;
  return native.Read32(magic) == pcapng::kByteOrderMagic || swapped.Read32(magic) == pcapng::kByteOrderMagic;
}

PcapngReader::PcapngReader(SavefileBuffer& buffer, std::shared_ptr<CopiedBlocks> copied) : copied_(std::move(copied)) {
  PacketBatch none;
  none.size = PacketBatch::kCapacity;  // no room: reading stops at the first packet
  for (;;) {
    // An interface may be followed by a section that has none: the first one seen is what the file is opened with.
    const size_t wanted = Read(buffer, none);
    if (snaplen_ > 0) return;
    if (wanted == 0) {
      throw buffer.Error("ESAVEFILE_DAMAGED",
                         "the capture file has a packet block before any Interface Description Blocks");
    }
    if (!buffer.FillWhole(wanted)) {
      CheckEnd(buffer);
      // Of a capture that saw nothing: no packet needs an interface (draft-ietf-opsawg-pcapng, section 4.2).
      link_type_ = kLinkTypeEthernet;
      snaplen_ = kMaxSnaplen;
      return;
    }
  }
}

size_t PcapngReader::FindBlock(const SavefileBuffer& buffer, Block& block) {
  if (buffer.size() < pcapng::kBlockOverhead) return pcapng::kBlockOverhead;
  block.type = order_.Read32(buffer.data());
  if (block.type == pcapng::kSectionHeader) {
    // The section's own byte order holds for its length too.
    const uint8_t* magic = buffer.data() + pcapng::kBlockHeaderLength;
    order_ = SavefileByteOrder(SavefileByteOrder(false).Read32(magic) != pcapng::kByteOrderMagic);
    if (order_.Read32(magic) != pcapng::kByteOrderMagic) {
      Malformed("the file has a section with a bad byte order magic field");
    }
  }
  block.total_length = order_.Read32(buffer.data() + 4);
  const std::string length = std::to_string(block.total_length);
  if (block.total_length < pcapng::kBlockOverhead) {
    Malformed("block in pcapng dump file has a length of " + length + " < " + std::to_string(pcapng::kBlockOverhead));
  }
  if (block.total_length % 4 != 0) {
    Malformed("block in pcapng dump file has a length of " + length + " that is not a multiple of 4");
  }
  if (block.total_length > kMaxBlockLength) {
    Malformed("pcapng block size " + length + " > maximum " + std::to_string(kMaxBlockLength));
  }
  if (buffer.size() < block.total_length) return block.total_length;
  block.body = buffer.data() + pcapng::kBlockHeaderLength;
  block.body_length = block.total_length - pcapng::kBlockOverhead;
  if (order_.Read32(block.body + block.body_length) != block.total_length) {
    Malformed("block total length in header and trailer don't match");
  }
  return 0;
}

void PcapngReader::StartSection(const Block& block) {
  if (block.body_length < kSectionHeaderLength) Malformed("Section Header Block is too short");
  const uint16_t major = order_.Read16(block.body + 4);
  const uint16_t minor = order_.Read16(block.body + 6);
  if (major != pcapng::kVersionMajor || (minor != pcapng::kVersionMinor && minor != kVersionMinorSame)) {
    Malformed("unsupported pcapng savefile version " + std::to_string(major) + "." + std::to_string(minor));
  }
  earlier_interfaces_ += static_cast<uint32_t>(interfaces_.size());
  interfaces_.clear();
}

void PcapngReader::AddInterface(const Block& block) {
  if (interfaces_.size() == kMaxInterfaces) Malformed("more than " + std::to_string(kMaxInterfaces) + " interfaces");
  interfaces_.emplace_back(order_, block.body, block.body_length);
  const PcapngInterface& added = interfaces_.back();
  copied_->AddInterface(
      {added.link_type(), added.snaplen(), PcapngInterface::CopyOptions(order_, block.body, block.body_length)});
  if (snaplen_ > 0) return;
  const PcapngInterface& first = interfaces_.front();
  link_type_ = first.link_type();
  snaplen_ = first.snaplen();
  nanosecond_ = first.finer_than_microseconds();
}

void PcapngReader::CopyBlock(const Block& block) {
  const bool is_names = block.type == pcapng::kNameResolution;
  copied_->AddBlock({block.type, is_names ? CopyNameResolution(order_, block.body, block.body_length)
                                          : CopyDecryptionSecrets(order_, block.body, block.body_length)});
}

bool PcapngReader::IsPacketBlock(uint32_t type) const {
  return type == pcapng::kEnhancedPacket || type == pcapng::kSimplePacket || type == pcapng::kObsoletePacket;
}

PcapngReader::PacketFields PcapngReader::ReadFields(const Block& block) const {
  const size_t fixed = block.type == pcapng::kSimplePacket ? kSimplePacketFieldsLength : pcapng::kPacketFieldsLength;
  if (block.body_length < fixed) Malformed("packet block is too short");
  PacketFields fields{};
  fields.bytes = block.body + fixed;
  fields.room = block.body_length - fixed;
  if (block.type == pcapng::kSimplePacket) {
    fields.original = order_.Read32(block.body);
    const uint32_t snaplen = interfaces_.empty() ? kMaxSnaplen : interfaces_.front().snaplen();
    fields.captured = std::min(fields.original, snaplen);
    return fields;
  }
  fields.interface = block.type == pcapng::kObsoletePacket ? order_.Read16(block.body) : order_.Read32(block.body);
  fields.time = uint64_t{order_.Read32(block.body + 4)} << 32 | order_.Read32(block.body + 8);
  fields.captured = order_.Read32(block.body + 12);
  fields.original = order_.Read32(block.body + 16);
  return fields;
}

void PcapngReader::FillView(PacketView& packet, const Block& block) const {
  const PacketFields fields = ReadFields(block);
  if (fields.interface >= interfaces_.size()) {
    Malformed("a packet arrived on interface " + std::to_string(fields.interface) +
              ", but there's no Interface Description Block for that interface");
  }
  if (fields.captured > kMaxSnaplen) {
    Malformed("invalid packet capture length " + std::to_string(fields.captured) + ", bigger than maximum of " +
              std::to_string(kMaxSnaplen));
  }
  if (fields.captured > fields.room) {
    Malformed("packet of " + std::to_string(fields.captured) + " bytes in a block with room for " +
              std::to_string(fields.room));
  }
  const PcapngInterface& interface = interfaces_[fields.interface];
  packet.data = fields.bytes;
  packet.caplen = fields.captured;
  packet.len = fields.original;
  interface.SetTime(packet, fields.time);
  packet.interface_index = earlier_interfaces_ + fields.interface;
  packet.tunnel = nullptr;
  packet.link_type = interface.link_type();
  packet.direction = kDirectionUnknown;
  packet.flags = 0;
  packet.block_options = nullptr;
  packet.block_options_length = 0;
  const size_t padded = pcapng::PadToWord(fields.captured);
  if (block.type == pcapng::kSimplePacket || padded >= fields.room) return;
  ReadOptions(packet, fields.bytes + padded, fields.room - padded);
}

void PcapngReader::ReadOptions(PacketView& packet, uint8_t* at, size_t length) const {
  PcapngOptions options(order_, at, length);
  while (options.Next()) {
    if (options.code() == pcapng::kPacketFlags && options.length() == 4) {
      packet.direction = DirectionOfFlags(order_.Read32(options.value()));
    }
  }
  const size_t whole = options.end() - at;
  if (whole == 0) return;
  // In place: nothing reads them in the order of the file after this.
  if (order_.swapped()) SwapPacketOptions(at, whole);
  packet.block_options = at;
  packet.block_options_length = static_cast<uint32_t>(whole);
}

size_t PcapngReader::Read(SavefileBuffer& buffer, PacketBatch& batch) {
  const size_t already = batch.size;
  try {
    for (;;) {
      Block block;
      const size_t wanted = FindBlock(buffer, block);
      if (wanted > 0) return wanted;
      if (block.type == pcapng::kSectionHeader) {
        StartSection(block);
      } else if (block.type == pcapng::kInterfaceDescription) {
        AddInterface(block);
      } else if (IsPacketBlock(block.type)) {
        if (batch.size == PacketBatch::kCapacity) return 0;
        FillView(batch.packets[batch.size], block);
        batch.size++;
      } else if (block.type == pcapng::kNameResolution || block.type == pcapng::kDecryptionSecrets) {
        CopyBlock(block);
      }
      buffer.Take(block.total_length);
    }
  } catch (const std::invalid_argument& reason) {
    if (batch.size > already) return 0;
    throw buffer.Error("ESAVEFILE_DAMAGED", reason.what());
  }
}

void PcapngReader::CheckEnd(const SavefileBuffer& buffer) const {
  if (buffer.size() == 0) return;
  // A longer rest has had its length checked.
  const bool in_header = buffer.size() < pcapng::kBlockOverhead;
  const size_t before = in_header ? 0 : pcapng::kBlockHeaderLength;
  const size_t wanted = (in_header ? pcapng::kBlockOverhead : order_.Read32(buffer.data() + 4)) - before;
  const size_t got = buffer.size() - before;
  const std::string what =
      "truncated pcapng dump file; tried to read " + std::to_string(wanted) + " bytes, only got " + std::to_string(got);
  // Of a file without its first interface nothing is left that could be read.
  throw snaplen_ > 0 ? buffer.TornError(what) : buffer.Error("ESAVEFILE_TRUNCATED", what);
}

}  // namespace fandump
