// Packets of a cooked socket: AF_PACKET of type SOCK_DGRAM, whose packets begin behind their link headers. It is bound
// to an interface with link headers of any kind, or to none, which stands for all of them.
#pragma once

#include <linux/if_packet.h>

#include "types.h"

namespace fandump {

// Bytes before a packet that AddCookedHeader() may write to.
constexpr uint32_t kCookedHeadroom = 24;

// Puts the header of view.link_type before the packet, and behind that the tag, if the kernel has taken one off: the
// header has the tag's protocol identifier then. Such a packet gets kFlagVlanRestored.
void AddCookedHeader(PacketView& view, const tpacket3_hdr& packet, const sockaddr_ll& address);

}  // namespace fandump
