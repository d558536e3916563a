// What is known of a packet's tunnel as the comment of a packet block: KEY=VALUE pairs with a blank between them,
// readable for people and programs.
//   encap=geneve[+vxlan...] vni=42 [inner_vni=7] [policy=9] [control] [critical] outer=192.0.2.1:50000>192.0.2.2:6081
//   [options=01020304...]
// Of the GENEVE options that have a name, the first of each is there once more: gwlb_endpoint=0102030405060708
#pragma once

#include <string_view>

#include "types.h"

namespace fandump {

// The name of an Encapsulation, as sources and comments have it.
std::string_view EncapsulationName(uint8_t encapsulation);

// Bytes that a comment takes at most: GENEVE options in hexadecimal, twice where they have names, and less
// than 320 more.
constexpr size_t kLongestTunnelComment = 1336;

// Writes the comment to text, which has room for kLongestTunnelComment bytes, and returns its length. Never allocates.
size_t WriteTunnelComment(const TunnelFacts& tunnel, char* text);

}  // namespace fandump
