// Where the headers of a packet lie, from the link layer on, through tunnels and the packets that ICMP quotes: by this,
// packets are cut, and their addresses replaced.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "big_endian.h"
#include "types.h"

namespace fandump {

constexpr uint8_t kVrrpVersion3 = 3;

enum class HeaderKind : uint8_t {
  kEthernet,         // IEEE 802.3
  kAddress,          // an address by itself: of a cooked header, LINKTYPE_LINUX_SLL or _SLL2, or in a tunnel's header
  kInvertedAddress,  // an IPv4 address with each bit inverted, RFC 4380 section 5.1.1
  kArp,              // RFC 826
  kIpv4,             // RFC 791
  kIpv6,             // RFC 8200, with its extension headers
  kTransport,        // what protocol says
  kGre,              // RFC 2784
};

struct Header {
  HeaderKind kind = HeaderKind::kEthernet;
  uint8_t protocol = 0;      // of kTransport; of kAddress how long it is as a whole
  bool is_followed = false;  // of IP: the next header is its transport header
  uint32_t offset = 0;       // in the packet
  uint32_t length = 0;       // bytes of it that are there
  uint32_t checksum = 0;     // offset in the packet; 0: it has none, or it is not there
  uint32_t routing = 0;      // of IPv6: offset of its routing header; 0: none
  uint32_t home = 0;         // of IPv6: offset of a mobile host's home address; 0: none
};

// A UDP port to which tunnels of a kind come because the user says so; 0: none.
struct TunnelPort {
  uint8_t encapsulation = kEncapNone;
  uint16_t port = 0;
};

class HeaderWalk {
 public:
  explicit HeaderWalk(TunnelPort named = {}) : named_(named) {}

  // What lies behind so many headers is not looked at.
  static constexpr size_t kMostHeaders = 32;

  // Tunnels are known by the UDP ports that are assigned to them, by the one that was named, and by the port that the
  // packet's own facts tell: where a tunnel has been taken off that came to another port, others like it may lie
  // inside.
  void Walk(const PacketView& packet);

  // From the outside in.
  std::span<const Header> headers() const { return {headers_.data(), count_}; }
  // Bytes up to the end of the last header that was understood.
  size_t end() const { return end_; }
  // Nothing is known of packets of this link type.
  bool is_foreign() const { return is_foreign_; }
  // There are more headers than were looked at.
  bool is_too_deep() const { return is_too_deep_; }

 private:
  // Each of these looks at what begins at an offset.
  void LinkLayer(uint16_t link_type);
  void Ethernet(size_t at);
  void Network(size_t at, uint16_t ether_type);
  void CookedHeader(size_t type_at, size_t length_at, size_t address_at, size_t length);
  void Ppp(size_t at);
  void Labels(size_t at);
  void Arp(size_t at);
  void Ip(size_t at);
  void Ipv4(size_t at);
  void Ipv6(size_t at);
  void DestinationOptions(Header& header, size_t at);
  void Transport(size_t at, uint8_t protocol);
  void Udp(size_t at);
  void Icmp(size_t at, bool is_version_6);
  void Gre(size_t at);
  void Pim(size_t at);
  void Vrrp(size_t at);
  void PptpGre(size_t at);
  void ErspanIii(size_t at);
  void UdpPayload(size_t at, uint16_t source_port, uint16_t destination_port);
  void Vxlan(size_t at);
  void VxlanGpe(size_t at);
  void Geneve(size_t at);
  void Gue(size_t at);
  void Tzsp(size_t at);
  void GtpUser(size_t at);
  void GtpUserPacket(size_t at);
  void GtpErrorIndication(size_t at);
  void L2tp(size_t at);
  void Teredo(size_t at);
  void TeredoPacket(size_t at);
  void Ayiya(size_t at);

  // nullptr: there are too many.
  Header* Add(HeaderKind kind, size_t at, size_t length);
  Header* AddAddress(size_t at, size_t length);
  void AddTransport(size_t at, uint8_t protocol, size_t length, size_t checksum);
  bool Has(size_t at, size_t length) const { return at <= size_ && length <= size_ - at; }
  uint16_t Half(size_t at) const { return ReadBig16(data_ + at); }
  // Of IP; 0 where nothing is left.
  int VersionAt(size_t at) const { return Has(at, 1) ? data_[at] >> 4 : 0; }
  // Whether an Ethernet header there, if it is one, announces what this walk knows.
  bool IsEthernetAt(size_t at) const;

  const TunnelPort named_;
  const uint8_t* data_ = nullptr;
  size_t size_ = 0;
  const TunnelFacts* tunnel_ = nullptr;  // nullptr: none was taken off
  std::array<Header, kMostHeaders> headers_;
  size_t count_ = 0;
  size_t end_ = 0;
  bool is_foreign_ = false;
  bool is_too_deep_ = false;
};

// Whether packets of this link type can be walked through.
inline bool KnowsHeadersOf(uint16_t link_type) {
  HeaderWalk walk;
  PacketView nothing;
  nothing.link_type = link_type;
  walk.Walk(nothing);
  return !walk.is_foreign();
}

}  // namespace fandump
