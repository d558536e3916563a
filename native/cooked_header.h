// How long the header of a cooked packet is, LINKTYPE_LINUX_SLL or _SLL2.
#pragma once

#include "header_layout.h"
#include "types.h"

namespace fandump {

// In bytes; 0: the link type is not a cooked one.
constexpr uint32_t CookedHeaderLength(uint16_t link_type) {
  if (link_type == kLinkTypeLinuxSll2) return sll2::kLength;
  return link_type == kLinkTypeLinuxSll ? sll::kLength : 0;
}

// What the kernel has to keep of a packet, so that its header, if it gets a cooked one, and itself have snaplen bytes.
// 1 or more: a program that returns 0 refuses the packet.
constexpr uint32_t SnaplenBehindHeader(uint16_t link_type, uint32_t snaplen) {
  const uint32_t header = CookedHeaderLength(link_type);
  return snaplen > header ? snaplen - header : 1;
}

}  // namespace fandump
