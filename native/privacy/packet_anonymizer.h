// Packets with pseudonyms in place of the addresses in their headers, in tunnels and in what ICMP quotes too. Checksums
// are changed by the difference (RFC 1624): right ones stay right, and wrong ones wrong.
#pragma once

#include <utility>
#include <vector>

#include "privacy/header_walk.h"
#include "privacy/pseudonyms.h"
#include "types.h"

namespace fandump {

class PacketAnonymizer {
 public:
  // notice: hears once of each link type that is not understood, EANONYMIZE_LINK_TYPE.
  explicit PacketAnonymizer(const PseudonymKey& key, TunnelPort named = {}, NoticeHandler notice = {})
      : pseudonyms_(key), walk_(named), notice_(std::move(notice)) {}

  // Bytes in place. The facts of tunnels, which a source may tell of many packets without writing them again, are
  // copied: the views' copies live until the next call. Options of a pcapng block are left out. Nothing is kept of a
  // packet whose link type is not understood, nor of what lies behind HeaderWalk::kMostHeaders headers or begins with a
  // second routing header or home address.
  void Apply(PacketView* packets, size_t size) {
    if (tunnels_.size() < size) tunnels_.resize(size);
    for (size_t i = 0; i < size; i++) ApplyTo(packets[i], tunnels_[i]);
  }

 private:
  enum class AddressKind { kStation, kIpv4, kInvertedIpv4, kIpv6 };

  // tunnel: room for the packet's facts.
  void ApplyTo(PacketView& packet, TunnelFacts& tunnel);
  // What nobody understands may have addresses anywhere.
  void Empty(PacketView& packet);
  void ReplaceInFacts(TunnelFacts& tunnel);
  void ReplaceIn(const Header& header);
  void ReplaceAlone(const Header& header);
  void ReplaceInArp(const Header& header);
  void ReplaceInIpv4(const Header& header);
  // Returns the change of the address that checksums of what follows contain, or 0: it is that of the IPv4 header.
  uint64_t ReplaceInIpv4Options(const Header& header);
  // One address each so many bytes from at on; of the last one there may be a part. Returns the change of the last
  // one that is whole, or 0.
  uint64_t ReplaceHops(size_t at, size_t end, size_t step);
  void ReplaceInIpv6(const Header& header);
  // Returns the change of the address that checksums of what follows contain, or 0: it is that of the IPv6 header.
  uint64_t ReplaceInRouting(const Header& header);
  void ReplaceInIcmp(const Header& header);
  void ReplaceInNeighbourDiscovery(const Header& header);
  void ReplaceInDiscoveryOptions(size_t at);

  // What the sum of the packet's 16-bit words, the first one at its first byte, grows by. An address that is not there
  // as a whole becomes zeros.
  uint64_t ReplaceAddress(AddressKind kind, size_t at);
  uint64_t Blank(size_t at, size_t length);
  uint64_t Write(size_t at, const uint8_t* bytes, size_t length);
  // change: of what the checksum is over, which begins at start.
  void ChangeChecksum(size_t at, uint64_t change, size_t start, bool zero_is_none = false);
  void FollowAddresses(const Header& transport, uint64_t change, size_t start);

  Pseudonyms pseudonyms_;
  HeaderWalk walk_;
  const NoticeHandler notice_;
  std::vector<uint16_t> told_link_types_;
  std::vector<TunnelFacts> tunnels_;
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
  uint64_t changes_ = 0;  // all until now: of headers that lie further inside
};

}  // namespace fandump
