// Link layers and ARP; IP is in anonymize_ip.cc. Checksums: RFC 1071, RFC 1624.
#include "privacy/packet_anonymizer.h"

#include <algorithm>
#include <string>

#include "big_endian.h"
#include "protocol_numbers.h"

namespace fandump {
namespace {

constexpr size_t kStationLength = 6;
constexpr size_t kIpv4Length = 4;
constexpr size_t kIpv6Length = 16;

constexpr size_t kArpHeader = 8;

void Invert(uint8_t* bytes, size_t length) {
  for (size_t i = 0; i < length; i++) bytes[i] = static_cast<uint8_t>(~bytes[i]);
}

uint32_t Fold(uint64_t sum) {
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<uint32_t>(sum);
}

}  // namespace

void PacketAnonymizer::ApplyTo(PacketView& packet, TunnelFacts& tunnel) {
  packet.block_options = nullptr;
  packet.block_options_length = 0;
  if (packet.tunnel != nullptr) {
    tunnel = *packet.tunnel;
    ReplaceInFacts(tunnel);
    packet.tunnel = &tunnel;
  }
  walk_.Walk(packet);
  if (walk_.is_foreign()) Empty(packet);
  if (walk_.is_too_deep()) packet.caplen = static_cast<uint32_t>(walk_.end());
  data_ = packet.data;
  size_ = packet.caplen;
  changes_ = 0;
  // From the inside out: a checksum is changed when all that it is over has been.
  const auto headers = walk_.headers();
  for (size_t i = headers.size(); i-- > 0;) ReplaceIn(headers[i]);
}

void PacketAnonymizer::Empty(PacketView& packet) {
  packet.caplen = 0;
  auto& told = told_link_types_;
  if (!notice_ || std::find(told.begin(), told.end(), packet.link_type) != told.end()) return;
  told.push_back(packet.link_type);
  notice_({"EANONYMIZE_LINK_TYPE",
           "where packets of link type " + std::to_string(packet.link_type) +
               " have addresses is not known: of them no byte is kept",
           ""});
}

void PacketAnonymizer::ReplaceInFacts(TunnelFacts& tunnel) {
  for (uint8_t* address : {tunnel.source, tunnel.destination}) {
    if (tunnel.family == AF_INET) {
      pseudonyms_.Ipv4(address);
    } else {
      pseudonyms_.Ipv6(address);
    }
  }
}

void PacketAnonymizer::ReplaceIn(const Header& header) {
  switch (header.kind) {
    case HeaderKind::kEthernet:
      ReplaceAddress(AddressKind::kStation, header.offset);
      ReplaceAddress(AddressKind::kStation, header.offset + kStationLength);
      break;
    case HeaderKind::kAddress:
      ReplaceAlone(header);
      break;
    case HeaderKind::kInvertedAddress:
      ReplaceAddress(AddressKind::kInvertedIpv4, header.offset);
      break;
    case HeaderKind::kArp:
      ReplaceInArp(header);
      break;
    case HeaderKind::kIpv4:
      ReplaceInIpv4(header);
      break;
    case HeaderKind::kIpv6:
      ReplaceInIpv6(header);
      break;
    case HeaderKind::kTransport:
      ReplaceInIcmp(header);
      // That of PIM is not over the packet that a Register message brings (RFC 7761 section 4.9).
      if (header.checksum > 0 && header.protocol != kProtocolPim) {
        ChangeChecksum(header.checksum, changes_, header.offset, header.protocol == kProtocolUdp);
      }
      break;
    case HeaderKind::kGre:
      if (header.checksum > 0) ChangeChecksum(header.checksum, changes_, header.offset);
      break;
  }
}

void PacketAnonymizer::ReplaceAlone(const Header& header) {
  if (header.length < header.protocol) {
    Blank(header.offset, header.length);
    return;
  }
  switch (header.protocol) {
    case kStationLength:
      ReplaceAddress(AddressKind::kStation, header.offset);
      break;
    case kIpv4Length:
      ReplaceAddress(AddressKind::kIpv4, header.offset);
      break;
    case kIpv6Length:
      ReplaceAddress(AddressKind::kIpv6, header.offset);
      break;
    default:
      Blank(header.offset, header.length);
  }
}

void PacketAnonymizer::ReplaceInArp(const Header& header) {
  if (header.length <= kArpHeader) return;
  const uint8_t* arp = data_ + header.offset;
  const bool is_ipv4 = ReadBig16(arp + 2) == kEtherTypeIpv4 && arp[5] == kIpv4Length;
  const size_t hardware = arp[4], protocol = arp[5];
  size_t at = header.offset + kArpHeader;
  for (int end = 0; end < 2; end++) {
    if (hardware == kStationLength) {
      ReplaceAddress(AddressKind::kStation, at);
    } else {
      Blank(at, hardware);
    }
    at += hardware;
    if (is_ipv4) {
      ReplaceAddress(AddressKind::kIpv4, at);
    } else {
      Blank(at, protocol);
    }
    at += protocol;
  }
}

uint64_t PacketAnonymizer::ReplaceAddress(AddressKind kind, size_t at) {
  size_t length = kIpv4Length;
  if (kind == AddressKind::kStation) length = kStationLength;
  if (kind == AddressKind::kIpv6) length = kIpv6Length;
  if (at > size_ || length > size_ - at) return Blank(at, length);
  uint8_t address[kIpv6Length];
  std::memcpy(address, data_ + at, length);
  switch (kind) {
    case AddressKind::kStation:
      pseudonyms_.Station(address);
      break;
    case AddressKind::kIpv4:
      pseudonyms_.Ipv4(address);
      break;
    case AddressKind::kInvertedIpv4:
      Invert(address, length);
      pseudonyms_.Ipv4(address);
      Invert(address, length);
      break;
    case AddressKind::kIpv6:
      pseudonyms_.Ipv6(address);
      break;
  }
  return Write(at, address, length);
}

uint64_t PacketAnonymizer::Blank(size_t at, size_t length) {
  constexpr uint8_t kZeros[256] = {};
  if (at >= size_) return 0;
  uint64_t change = 0;
  for (size_t left = std::min(length, size_ - at); left > 0;) {
    const size_t count = std::min(left, sizeof kZeros);
    change += Write(at, kZeros, count);
    at += count;
    left -= count;
  }
  return change;
}

uint64_t PacketAnonymizer::Write(size_t at, const uint8_t* bytes, size_t length) {
  uint64_t change = 0;
  for (size_t i = 0; i < length; i++) {
    // The first byte of a word counts 256 times. What goes is added as its complement.
    const unsigned shift = (at + i) % 2 == 0 ? 8 : 0;
    change += (uint64_t{bytes[i]} << shift) + (0xffff - (uint64_t{data_[at + i]} << shift));
  }
  std::memcpy(data_ + at, bytes, length);
  changes_ += change;
  return change;
}

void PacketAnonymizer::ChangeChecksum(size_t at, uint64_t change, size_t start, bool zero_is_none) {
  uint32_t sum = Fold(change);
  if (sum == 0 || sum == 0xffff || at + 2 > size_) return;
  const uint16_t checksum = ReadBig16(data_ + at);
  if (zero_is_none && checksum == 0) return;
  // Seen from a start at an odd place, the bytes of each word are the other way round.
  if (start % 2 != 0) sum = (sum & 0xff) << 8 | sum >> 8;
  auto changed = static_cast<uint16_t>(~Fold((0xffffu - checksum) + uint64_t{sum}));
  if (zero_is_none && changed == 0) changed = 0xffff;
  uint8_t bytes[sizeof changed];
  WriteBig16(bytes, changed);
  Write(at, bytes, sizeof bytes);
}

}  // namespace fandump
