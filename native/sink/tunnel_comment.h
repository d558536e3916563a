// What is known of a packet's tunnel as the comment of a packet block: KEY=VALUE pairs with a blank between them,
// readable for people and programs.
//   encap=geneve vni=42 [inner_vni=7] outer=192.0.2.1:50000>192.0.2.2:6081 [options=01020304...]
#pragma once

#include "types.h"

namespace fandump {

// Bytes that a comment takes at most: GENEVE options in hexadecimal, and less than 200 more.
constexpr size_t kLongestTunnelComment = 768;

// Writes the comment to text, which has room for kLongestTunnelComment bytes, and returns its length. Never allocates.
size_t WriteTunnelComment(const TunnelFacts& tunnel, char* text);

}  // namespace fandump
