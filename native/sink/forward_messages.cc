#include "sink/forward_messages.h"

#include <cstddef>
#include <cstring>
#include <numeric>

namespace fandump {

namespace {

constexpr size_t kLargestPayload = 65507;  // of UDP over IPv4

}  // namespace

ForwardMessages::ForwardMessages(size_t sockets, size_t header_size)
    : header_size_(header_size),
      queues_(sockets),
      messages_(kMaxPackets),
      parts_(kMaxPackets * kPartsPerDatagram),
      is_cut_(kMaxPackets),
      controls_(kMaxPackets) {
  datagrams_.reserve(kMaxPackets);
  in_use_.reserve(sockets);
}

void ForwardMessages::Add(size_t socket, uint32_t flow, const PacketView& packet, const uint8_t* header) {
  const auto number = static_cast<uint32_t>(datagrams_.size());
  datagrams_.push_back({&packet, header, static_cast<uint32_t>(header_size_) + packet.caplen, flow, kNone});
  Queue& queue = queues_[socket];
  if (queue.first == kNone) {
    queue.first = number;
    in_use_.push_back(static_cast<uint32_t>(socket));
  } else {
    datagrams_[queue.last].next = number;
  }
  queue.last = number;
}

void ForwardMessages::Clear() {
  datagrams_.clear();
  in_use_.clear();
}

size_t ForwardMessages::Build(uint32_t socket, uint32_t largest) {
  Queue& queue = queues_[socket];
  size_t count = 0;
  parts_used_ = 0;
  while (queue.first != kNone) {
    const Datagram& first = datagrams_[queue.first];
    msghdr& message = messages_[count].msg_hdr;
    message = {};
    message.msg_iov = &parts_[parts_used_];
    Append(message, first);
    queue.first = first.next;
    if (first.size > 0 && first.size <= largest) Gather(message, first.size, queue);
    if (message.msg_iovlen > kPartsPerDatagram) SetSegmentSize(message, count, first.size);
    count++;
  }
  queue = {};
  return count;
}

// All are of one size, but the last, which may be shorter; one of no bytes would get lost. Datagrams of other flows may
// come before those that were left.
void ForwardMessages::Gather(msghdr& message, uint32_t size, Queue& queue) {
  constexpr size_t kMostParts = kMaxSegments * kPartsPerDatagram;
  held_back_.reset();
  size_t total = size;
  uint32_t shorter = kNone, before_shorter = kNone, before = kNone;
  uint32_t at = queue.first;
  for (size_t looked = 0; at != kNone && looked < kLookAhead && message.msg_iovlen < kMostParts; looked++) {
    const Datagram& next = datagrams_[at];
    const size_t flow = next.flow % kFlowBits;
    if (!held_back_[flow] && next.size == size && total + size <= kLargestPayload) {
      Append(message, next);
      total += size;
      TakeOut(at, before, queue);
    } else {
      if (!held_back_[flow] && shorter == kNone && next.size < size && next.size > 0) {
        shorter = at;
        before_shorter = before;
      }
      held_back_.set(flow);
      before = at;
    }
    at = next.next;
  }
  if (shorter == kNone || message.msg_iovlen == kMostParts) return;
  if (total + datagrams_[shorter].size > kLargestPayload) return;
  Append(message, datagrams_[shorter]);
  TakeOut(shorter, before_shorter, queue);
}

void ForwardMessages::TakeOut(uint32_t number, uint32_t before, Queue& queue) {
  (before == kNone ? queue.first : datagrams_[before].next) = datagrams_[number].next;
}

void ForwardMessages::Append(msghdr& message, const Datagram& datagram) {
  is_cut_[parts_used_ / kPartsPerDatagram] = datagram.packet->caplen < datagram.packet->len;
  parts_[parts_used_++] = {const_cast<uint8_t*>(datagram.header), header_size_};
  parts_[parts_used_++] = {datagram.packet->data, datagram.packet->caplen};
  message.msg_iovlen += kPartsPerDatagram;
}

uint64_t ForwardMessages::CutIn(const msghdr& message) const {
  const auto first = is_cut_.begin() + (message.msg_iov - parts_.data()) / static_cast<ptrdiff_t>(kPartsPerDatagram);
  return std::accumulate(first, first + static_cast<ptrdiff_t>(message.msg_iovlen / kPartsPerDatagram), uint64_t{0});
}

void ForwardMessages::SetSegmentSize(msghdr& message, size_t index, uint32_t size) {
  message.msg_control = controls_[index].bytes;
  message.msg_controllen = kSegmentControl;
  cmsghdr* control = CMSG_FIRSTHDR(&message);
  control->cmsg_level = SOL_UDP;
  control->cmsg_type = UDP_SEGMENT;
  control->cmsg_len = CMSG_LEN(sizeof(uint16_t));
  const auto segment_size = static_cast<uint16_t>(size);
  std::memcpy(CMSG_DATA(control), &segment_size, sizeof segment_size);
}

}  // namespace fandump
