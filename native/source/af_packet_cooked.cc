#include "source/af_packet_cooked.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>

#include <algorithm>
#include <cstring>

#include "big_endian.h"
#include "cooked_header.h"
#include "source/af_packet_tag.h"

namespace fandump {

namespace {

static_assert(kCookedHeadroom >= sll2::kLength + vlan::kLength);

// A sockaddr_ll has room for eight bytes of an address that may be longer (sll_halen is its whole length).
void WriteAddress(uint8_t* at, const sockaddr_ll& address) {
  const size_t length = std::min<size_t>(address.sll_halen, sll::kAddressRoom);
  std::memcpy(at, address.sll_addr, length);
  std::memset(at + length, 0, sll::kAddressRoom - length);
}

void WriteSll(uint8_t* header, uint16_t protocol, const sockaddr_ll& address) {
  WriteBig16(header + sll::kPacketTypeAt, address.sll_pkttype);
  WriteBig16(header + sll::kHardwareTypeAt, address.sll_hatype);
  WriteBig16(header + sll::kAddressLengthAt, address.sll_halen);
  WriteAddress(header + sll::kAddressAt, address);
  WriteBig16(header + sll::kTypeAt, protocol);
}

void WriteSll2(uint8_t* header, uint16_t protocol, const sockaddr_ll& address) {
  std::memset(header, 0, sll2::kLength);
  WriteBig16(header + sll2::kTypeAt, protocol);
  WriteBig32(header + sll2::kInterfaceAt, static_cast<uint32_t>(address.sll_ifindex));
  WriteBig16(header + sll2::kHardwareTypeAt, address.sll_hatype);
  header[sll2::kPacketTypeAt] = address.sll_pkttype;
  header[sll2::kAddressLengthAt] = address.sll_halen;
  WriteAddress(header + sll2::kAddressAt, address);
}

// Whether a second tag lies in the bytes, behind the one that the kernel took off. Since Linux 6.10 the protocol that a
// SOCK_DGRAM socket is told is the one behind all tags (vlan_get_protocol_dgram in net/packet/af_packet.c), so that the
// bytes have to tell: their own type is there twice then, and IP begins behind it.
bool BeginsWithTag(const PacketView& view, uint16_t protocol) {
  if (view.direction == kDirectionOutgoing || view.caplen <= vlan::kLength) return false;
  if (ReadBig16(view.data + vlan::kInnerTypeAt) != protocol) return false;
  const int version = view.data[vlan::kLength] >> 4;
  if (protocol == ETH_P_IP) return version == 4;
  return protocol != ETH_P_IPV6 || version == 6;
}

// The uint16_t before the packet's bytes, which grow by it.
void Prepend(PacketView& view, uint16_t value) {
  view.data -= sizeof value;
  WriteBig16(view.data, value);
  view.caplen += sizeof value;
  view.len += sizeof value;
}

}  // namespace

void AddCookedHeader(PacketView& view, const tpacket3_hdr& packet, const sockaddr_ll& address) {
  uint16_t protocol = ntohs(address.sll_protocol);
  if (HasTag(packet)) {
    Prepend(view, BeginsWithTag(view, protocol) ? uint16_t{ETH_P_8021Q} : protocol);
    Prepend(view, static_cast<uint16_t>(packet.hv1.tp_vlan_tci));
    protocol = TagProtocol(packet);
    view.flags |= kFlagVlanRestored;
  }
  const uint32_t length = CookedHeaderLength(view.link_type);
  view.data -= length;
  view.caplen += length;
  view.len += length;
  if (view.link_type == kLinkTypeLinuxSll2) {
    WriteSll2(view.data, protocol, address);
  } else {
    WriteSll(view.data, protocol, address);
  }
}

}  // namespace fandump
