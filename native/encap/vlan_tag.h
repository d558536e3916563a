// IEEE 802.1Q tags that a mirror took off its frames: put back from where its own header keeps them.
#pragma once

#include <cstring>

#include "encap/strip.h"
#include "protocol_numbers.h"

namespace fandump {

// control: priority, drop eligible indicator and VLAN as a tag has them. The header that was just taken off has left
// room in front of the frame. Frames that are no Ethernet, or end before a tag's place, stay as they are.
inline void RestoreTag(PacketView& packet, uint16_t control) {
  constexpr size_t kAddressesLength = 12;
  constexpr size_t kTagLength = 4;
  if (packet.link_type != kLinkTypeEthernet || Readable(packet).length < kAddressesLength) return;
  uint8_t* const frame = packet.data - kTagLength;
  std::memmove(frame, packet.data, kAddressesLength);
  WriteBig16(frame + kAddressesLength, kEtherTypeVlan);
  WriteBig16(frame + kAddressesLength + 2, control);
  packet.data = frame;
  packet.caplen += kTagLength;
  packet.len += kTagLength;
}

}  // namespace fandump
