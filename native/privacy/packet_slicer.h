// Packets cut behind their headers: what is left of them says who talked with whom, and not what.
#pragma once

#include "privacy/header_walk.h"
#include "types.h"

namespace fandump {

class PacketSlicer {
 public:
  // payload: bytes that are kept behind the last header.
  explicit PacketSlicer(uint32_t payload, TunnelPort named = {}) : payload_(payload), walk_(named) {}

  // Cuts in place, behind the transport header, or behind the last header that is understood. Of packets of a link type
  // that is not, only payload bytes are kept.
  void Apply(PacketView* packets, size_t size) {
    for (size_t i = 0; i < size; i++) {
      PacketView& packet = packets[i];
      walk_.Walk(packet);
      const size_t kept = walk_.end() + payload_;
      if (kept < packet.caplen) packet.caplen = static_cast<uint32_t>(kept);
    }
  }

 private:
  const uint32_t payload_;
  HeaderWalk walk_;
};

}  // namespace fandump
