#include "source/af_packet_blocks.h"

#include <arpa/inet.h>
#include <linux/if_ether.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "cooked_header.h"
#include "source/af_packet_cooked.h"
#include "source/af_packet_tag.h"

namespace fandump {

namespace {

// After the header the kernel puts the packet's sockaddr_ll (tpacket_rcv in net/packet/af_packet.c).
constexpr size_t kAddressOffset = TPACKET_ALIGN(sizeof(tpacket3_hdr));
constexpr size_t kHeaderBytes = kAddressOffset + sizeof(sockaddr_ll);
constexpr uint32_t kMacAddressBytes = 2 * ETH_ALEN;

uint8_t FlagsOf(uint32_t status) {
  uint8_t flags = 0;
  if ((status & TP_STATUS_TS_RAW_HARDWARE) != 0) flags |= kFlagHardwareTime;
  if ((status & TP_STATUS_CSUMNOTREADY) != 0) flags |= kFlagChecksumNotReady;
  if ((status & TP_STATUS_CSUM_VALID) != 0) flags |= kFlagChecksumValid;
  return flags;
}

// The kernel takes the outermost tag off and keeps it beside the packet. Puts it back between source address and type:
// the addresses move into the room that PACKET_RESERVE left before them.
void RestoreVlanTag(PacketView& view, const tpacket3_hdr& header) {
  view.len += kVlanTagBytes;
  // So little was kept that the tag lies behind it.
  if (view.caplen < kMacAddressBytes) return;
  view.data -= kVlanTagBytes;
  view.caplen += kVlanTagBytes;
  std::memmove(view.data, view.data + kVlanTagBytes, kMacAddressBytes);
  const uint16_t tag[2] = {htons(TagProtocol(header)), htons(static_cast<uint16_t>(header.hv1.tp_vlan_tci))};
  std::memcpy(view.data + kMacAddressBytes, tag, sizeof tag);
  view.flags |= kFlagVlanRestored;
}

}  // namespace

size_t BlockReader::Read(PacketView* views, size_t capacity) {
  size_t size = 0;
  while (size < capacity) {
    if (left_ == 0 && !EnterBlock()) break;
    if (to_discard_ > 0) [[unlikely]] {
      SkipDiscarded();
      continue;
    }
    size += ReadBlock(views + size, std::min<size_t>(capacity - size, left_));
  }
  counters_.packets += size;
  return size;
}

bool BlockReader::HasRoom() const {
  const uint32_t count = ring_.block_count();
  return !ring_.ready((current_ + count / 2) % count);
}

void BlockReader::Release() {
  for (; held_ > 0; held_--) {
    ring_.release(first_held_);
    first_held_ = first_held_ + 1 == ring_.block_count() ? 0 : first_held_ + 1;
  }
}

bool BlockReader::EnterBlock() {
  // Once round: what looks ready now is a block that is still held.
  while (held_ < ring_.block_count() && ring_.ready(current_)) {
    const tpacket_hdr_v1& header = ring_.header(current_);
    uint8_t* block = ring_.block(current_);
    limit_ = block + ring_.block_size();
    left_ = header.num_pkts;
    // The kernel hands over an empty block when it found no room for a packet in it.
    if (left_ == 0) {
      LeaveBlock();
      continue;
    }
    if (header.offset_to_first_pkt > ring_.block_size() - kHeaderBytes) Damaged("a block begins behind its end");
    packet_ = block + header.offset_to_first_pkt;
    return true;
  }
  return false;
}

void BlockReader::LeaveBlock() {
  held_++;
  current_ = current_ + 1 == ring_.block_count() ? 0 : current_ + 1;
}

size_t BlockReader::ReadBlock(PacketView* views, size_t count) {
  const BlockOptions options = options_;
  const uint8_t* const limit = limit_;
  const bool whole_rest = count == left_;
  const bool is_cooked = IsCooked(options.link_type);
  const uint32_t kernel_snaplen = SnaplenBehindHeader(options.link_type, options.snaplen);
  const uint32_t least_offset = is_cooked ? kHeaderBytes + kCookedHeadroom : kHeaderBytes;
  uint8_t* packet = packet_;
  uint64_t bytes = 0;
  for (size_t i = 0; i < count; i++) {
    const auto& header = *reinterpret_cast<const tpacket3_hdr*>(packet);
    const uint32_t next = header.tp_next_offset;
    const uint32_t status = header.tp_status;
    const uint32_t caplen = header.tp_snaplen;
    const uint32_t len = header.tp_len;
    const auto room = static_cast<size_t>(limit - packet);
    // Packets of a block are often of one length: this fetches the header after the next one.
    __builtin_prefetch(packet + 2 * size_t{next});
    if (header.tp_mac < least_offset || size_t{header.tp_mac} + caplen > room) [[unlikely]] {
      Damaged("a packet's bytes lie outside its block");
    }

    PacketView& view = views[i];
    view.data = packet + header.tp_mac;
    view.caplen = caplen;
    view.len = len;
    view.seconds = header.tp_sec;
    view.nanoseconds = header.tp_nsec;
    view.interface_index = options.interface_index;
    view.tunnel = nullptr;
    view.link_type = options.link_type;
    const auto& address = *reinterpret_cast<const sockaddr_ll*>(packet + kAddressOffset);
    view.direction = address.sll_pkttype;
    view.flags = FlagsOf(status);
    if (caplen < len && caplen < kernel_snaplen) [[unlikely]] {
      view.flags |= kFlagTruncated;
      counters_.truncated++;
    }
    if (is_cooked) [[unlikely]] {
      view.interface_index = static_cast<uint32_t>(address.sll_ifindex);
      AddCookedHeader(view, header, address);
      view.caplen = std::min(view.caplen, options.snaplen);
    } else if (HasTag(header) && options.link_type == kLinkTypeEthernet) [[unlikely]] {
      RestoreVlanTag(view, header);
      view.caplen = std::min(view.caplen, options.snaplen);
    }
    bytes += view.caplen;
    // The last packet of a block has no next one, and its offset means nothing.
    if (whole_rest && i + 1 == count) break;
    if (next < kHeaderBytes || room < size_t{next} + kHeaderBytes) [[unlikely]]
      Damaged("a packet lies outside its block");
    packet += next;
  }
  packet_ = packet;
  left_ -= static_cast<uint32_t>(count);
  counters_.bytes += bytes;
  if (whole_rest) LeaveBlock();
  return count;
}

void BlockReader::SkipDiscarded() {
  while (to_discard_ > 0 && left_ > 0) {
    PacketView skipped;
    const BlockCounters before = counters_;
    ReadBlock(&skipped, 1);
    counters_ = before;
    to_discard_--;
  }
}

void BlockReader::Damaged(const char* what) const {
  throw CaptureError("ERING", std::string("reading block ") + std::to_string(current_) + " of the ring: " + what +
                                  "; something else writes into this memory");
}

}  // namespace fandump
