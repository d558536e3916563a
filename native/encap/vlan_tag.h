// IEEE 802.1Q tags that a mirror took off its frames: put back from where its own header keeps them.
#pragma once

#include <cstring>

#include "encap/strip.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {

// control: priority, drop eligible indicator and VLAN as a tag has them. The header that was just taken off has left
// room in front of the frame. Frames that are no Ethernet, or end before a tag's place, stay as they are.
inline void RestoreTag(PacketView& packet, uint16_t control) {
  if (packet.link_type != kLinkTypeEthernet || Readable(packet).length < ethernet::kAddressesLength) return;
  uint8_t* const frame = packet.data - vlan::kLength;
  std::memmove(frame, packet.data, ethernet::kAddressesLength);
  WriteBig16(frame + ethernet::kAddressesLength, kEtherTypeVlan);
  WriteBig16(frame + ethernet::kAddressesLength + 2, control);
  packet.data = frame;
  packet.caplen += vlan::kLength;
  packet.len += vlan::kLength;
}

}  // namespace fandump
