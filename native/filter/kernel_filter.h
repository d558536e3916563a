// The program that an AF_PACKET socket filters with.
#pragma once

#include "types.h"

namespace fandump {

// Which packets to keep by who sent them (tcpdump's -Q).
enum class DirectionChoice {
  kIn,
  kOut,
  kInOut,
};

struct KernelFilter {
  // What SO_ATTACH_FILTER takes; empty: nothing to attach.
  BpfProgram program;
  // The program let some packets pass that it could not judge, all of them with a tag taken off by the kernel. Such
  // packets come whole: once the tag is back, PacketFilter with FilterScope::kRestoredTags judges and cuts them.
  bool recheck_restored_tags = false;
  // The program could not judge at all, since the kernel does not have what is asked for: PacketFilter judges.
  bool recheck_all = false;
};

// Compiles expression for a live AF_PACKET socket of link_type: SOCK_DGRAM for a cooked one, whose header is to stand
// before what the kernel keeps, else SOCK_RAW. snaplen in bytes, 1..kMaxSnaplen, is what the program returns for
// packets that it accepts, less the cooked header. The kernel takes an outer 802.1Q or 802.1ad tag off the bytes before
// a socket sees them. An expression without the word `vlan` is evaluated on the bytes that are left, so `tcp port 80`
// matches tagged frames too, as in tcpdump. With that word it holds as if the tag were still there. Throws CaptureError
// "EFILTER": libpcap's words, or a program that the kernel does not take: too long, or with a loop.
KernelFilter BuildKernelFilter(const std::string& expression, uint16_t link_type, uint32_t snaplen, bool optimize,
                               DirectionChoice direction);

}  // namespace fandump
