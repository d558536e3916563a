// Link layers and what they carry; IP and what follows it are in header_walk_ip.cc, tunnels over UDP in
// header_walk_udp.cc. Loops end with the bytes: what they did not look through would keep its addresses.
#include "privacy/header_walk.h"

#include <algorithm>

#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {
namespace {

constexpr size_t kNullHeader = 4;

constexpr uint16_t kFirstEtherType = 0x600;  // less is a length (IEEE 802.3)
constexpr uint16_t kEtherTypeArp = 0x0806, kEtherTypeReverseArp = 0x8035;
// IEEE 802.2 with the extension for EtherTypes (RFC 1042).
constexpr size_t kSnapHeader = 8, kSnapTypeAt = 6;
constexpr uint16_t kSnapAccessPoints = 0xaaaa;

constexpr size_t kPppoeHeader = 6;
constexpr size_t kArpHeader = 8, kArpHardwareLengthAt = 4, kArpProtocolLengthAt = 5;

}  // namespace

void HeaderWalk::Walk(const PacketView& packet) {
  data_ = packet.data;
  size_ = packet.caplen;
  tunnel_ = packet.tunnel;
  count_ = 0;
  end_ = 0;
  is_foreign_ = false;
  is_too_deep_ = false;
  LinkLayer(packet.link_type);
}

Header* HeaderWalk::Add(HeaderKind kind, size_t at, size_t length) {
  if (count_ == kMostHeaders) {
    is_too_deep_ = true;
    // What was understood may lie further on: a trailer, whose packet does not fit any more.
    end_ = at;
    return nullptr;
  }
  Header& header = headers_[count_++];
  header = Header{};
  header.kind = kind;
  header.offset = static_cast<uint32_t>(at);
  header.length = static_cast<uint32_t>(std::min(length, size_ - at));
  end_ = at + header.length;
  return &header;
}

Header* HeaderWalk::AddAddress(size_t at, size_t length) {
  Header* header = Add(HeaderKind::kAddress, at, length);
  if (header != nullptr) header->protocol = static_cast<uint8_t>(length);
  return header;
}

void HeaderWalk::LinkLayer(uint16_t link_type) {
  switch (link_type) {
    case kLinkTypeEthernet:
      return Ethernet(0);
    case kLinkTypeRaw:
    case kLinkTypeIpv4:
    case kLinkTypeIpv6:
      return Ip(0);
    case kLinkTypeLinuxSll:
      return CookedHeader(sll::kTypeAt, sll::kAddressLengthAt + 1, sll::kAddressAt, sll::kLength);
    case kLinkTypeLinuxSll2:
      return CookedHeader(sll2::kTypeAt, sll2::kAddressLengthAt, sll2::kAddressAt, sll2::kLength);
    case kLinkTypePpp:
      return Ppp(0);
    case kLinkTypeNull:
    case kLinkTypeLoop:
      end_ = std::min(kNullHeader, size_);
      return Ip(kNullHeader);
    default:
      is_foreign_ = true;
  }
}

void HeaderWalk::CookedHeader(size_t type_at, size_t length_at, size_t address_at, size_t length) {
  Header* header = Add(HeaderKind::kAddress, std::min(address_at, size_), sll::kAddressRoom);
  end_ = std::min(length, size_);
  if (end_ < length) return;
  header->protocol = data_[length_at];
  Network(length, Half(type_at));
}

void HeaderWalk::Ethernet(size_t at) {
  if (Add(HeaderKind::kEthernet, std::min(at, size_), ethernet::kLength) == nullptr) return;
  if (!Has(at, ethernet::kLength)) return;
  const uint16_t type = Half(at + ethernet::kTypeAt);
  at += ethernet::kLength;
  if (type >= kFirstEtherType) return Network(at, type);
  if (Has(at, kSnapHeader) && Half(at) == kSnapAccessPoints) {
    end_ = at + kSnapHeader;
    Network(end_, Half(at + kSnapTypeAt));
  }
}

void HeaderWalk::Network(size_t at, uint16_t type) {
  while (IsVlanTag(type)) {
    if (!Has(at, vlan::kLength)) return;
    type = Half(at + vlan::kInnerTypeAt);
    at += vlan::kLength;
    end_ = at;
  }
  switch (type) {
    case kEtherTypeIpv4:
    case kEtherTypeIpv6:
      return Ip(at);
    case kEtherTypeArp:
    case kEtherTypeReverseArp:
      return Arp(at);
    case kEtherTypePppoeSession:
      if (!Has(at, kPppoeHeader)) return;
      end_ = at + kPppoeHeader;
      return Ppp(end_);
    case kEtherTypePpp:
      return Ppp(at);
    case kEtherTypeMpls:
    case kEtherTypeMplsUpstream:
      return Labels(at);
    case kEtherTypeBridged:
      return Ethernet(at);
    default:
      break;
  }
}

bool HeaderWalk::IsEthernetAt(size_t at) const {
  if (!Has(at, ethernet::kLength)) return false;
  const uint16_t type = Half(at + ethernet::kTypeAt);
  return type == kEtherTypeIpv4 || type == kEtherTypeIpv6 || type == kEtherTypeArp || type == kEtherTypeMpls ||
         type == kEtherTypePppoeSession || IsVlanTag(type);
}

void HeaderWalk::Ppp(size_t at) {
  constexpr uint16_t kAddressAndControl = 0xff03;  // RFC 1662
  if (Has(at, 2) && Half(at) == kAddressAndControl) at += 2;
  if (!Has(at, 2)) return;
  // RFC 1661 section 6.5: the first byte of a compressed number is odd, of one with two bytes it is even.
  const bool is_compressed = (data_[at] & 1) != 0;
  const uint16_t protocol = is_compressed ? data_[at] : Half(at);
  end_ = at + (is_compressed ? 1 : 2);
  if (protocol == kPppIpv4 || protocol == kPppIpv6) Ip(end_);
}

void HeaderWalk::Labels(size_t at) {
  bool is_last = false;
  while (!is_last) {
    if (!Has(at, mpls::kLength)) return;
    is_last = (data_[at + mpls::kBottomAt] & mpls::kBottomBit) != 0;
    at += mpls::kLength;
    end_ = at;
  }
  const int version = VersionAt(at);
  if (version == ipv4::kVersion || version == ipv6::kVersion) return Ip(at);
  if (!Has(at, 1)) return;
  // A first nibble of 0 is that of a control word, or of an address.
  const size_t behind_word = at + mpls::kControlWordLength;
  const bool has_word = version == 0 && (IsEthernetAt(behind_word) || !IsEthernetAt(at));
  Ethernet(has_word ? behind_word : at);
}

void HeaderWalk::Arp(size_t at) {
  size_t length = kArpHeader;
  if (Has(at, kArpHeader)) length += 2 * (size_t{data_[at + kArpHardwareLengthAt]} + data_[at + kArpProtocolLengthAt]);
  Add(HeaderKind::kArp, std::min(at, size_), length);
}

}  // namespace fandump
