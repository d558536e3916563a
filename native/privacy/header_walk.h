// Where the headers of a packet lie, from the link layer on, through tunnels and the packets that ICMP quotes: by this,
// packets are cut, and their addresses replaced.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "big_endian.h"

namespace fandump {

enum class HeaderKind : uint8_t {
  kEthernet,     // IEEE 802.3
  kLinkAddress,  // the one address of a cooked header: LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2
  kArp,          // RFC 826
  kIpv4,         // RFC 791
  kIpv6,         // RFC 8200, with its extension headers
  kTransport,    // what protocol says
  kGre,          // RFC 2784
};

struct Header {
  HeaderKind kind = HeaderKind::kEthernet;
  uint8_t protocol = 0;            // of kTransport; of kLinkAddress the length of the address
  bool is_followed = false;        // of IP: the next header is its transport header
  uint32_t offset = 0;             // in the packet
  uint32_t length = 0;             // bytes of it that are there
  uint32_t checksum = 0;           // offset in the packet; 0: it has none, or it is not there
  uint32_t routing = 0;            // of IPv6: offset of its routing header; 0: none
};

class HeaderWalk {
 public:
  // What lies behind so many headers is not looked at.
  static constexpr size_t kMostHeaders = 32;

  // link_type: LINKTYPE_ of the packet.
  void Walk(const uint8_t* data, size_t size, uint16_t link_type);

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
  void Transport(size_t at, uint8_t protocol);
  void Udp(size_t at);
  void Icmp(size_t at, bool is_version_6);
  void Gre(size_t at);
  void Vxlan(size_t at, uint16_t port);
  void Geneve(size_t at);
  void Tzsp(size_t at);

  Header* Add(HeaderKind kind, size_t at, size_t length);
  void AddTransport(size_t at, uint8_t protocol, size_t length, size_t checksum);
  bool Has(size_t at, size_t length) const { return at <= size_ && length <= size_ - at; }
  uint16_t Half(size_t at) const { return ReadBig16(data_ + at); }

  const uint8_t* data_ = nullptr;
  size_t size_ = 0;
  std::array<Header, kMostHeaders> headers_;
  size_t count_ = 0;
  size_t end_ = 0;
  bool is_foreign_ = false;
  bool is_too_deep_ = false;
};

// Whether packets of this link type can be walked through.
inline bool KnowsHeadersOf(uint16_t link_type) {
  HeaderWalk walk;
  walk.Walk(nullptr, 0, link_type);
  return !walk.is_foreign();
}

}  // namespace fandump
