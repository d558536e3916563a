// PACKET_FANOUT of packet(7): a group of packet sockets that shares the packets of one interface.
#pragma once

#include <cstdint>
#include <string>

namespace fandump {

// What the kernel allows a group whose first member did not ask for more by max_num_members: PACKET_FANOUT_MAX where it
// cannot, else what fanout_add in net/packet/af_packet.c takes for 0.
constexpr uint32_t kMaxGroupSize = 256;

struct FanoutOptions {
  int mode = 0;                  // PACKET_FANOUT_HASH (0) .. PACKET_FANOUT_EBPF (7)
  int id = -1;                   // 0..65535, per network namespace; -1: the kernel picks a free one
  bool defrag = false;           // PACKET_FANOUT_FLAG_DEFRAG: IP fragments are put together before they are shared
  bool rollover = false;         // PACKET_FANOUT_FLAG_ROLLOVER: a full ring hands over to the next member
  bool ignore_outgoing = false;  // PACKET_FANOUT_FLAG_IGNORE_OUTGOING (Linux 6.2; older ones accept and ignore it)
  std::string interface;         // for messages
  int interface_index = 0;       // what the socket is bound to
};

struct FanoutGroup {
  int id = 0;  // the one joined, also where -1 was asked for
  int mode = 0;
  int members_before = 0;  // on this interface; -1: the kernel does not tell (CONFIG_PACKET_DIAG)
};

// "hash", "lb", ... as in options; "mode N" where the mode has no name.
std::string FanoutModeName(int mode);

// The argument of PACKET_FANOUT that asks for this.
uint32_t FanoutArgument(const FanoutOptions& options);

// Looks at the members that the group has, then joins fd, a bound packet socket, to it. A socket that fandump-opener
// has bound by its policy is a member already.
// Throws CaptureError that names what really stands in the way: EFANOUT_MODE, EFANOUT_ID, EFANOUT_INTERFACE,
// EFANOUT_FLAGS, EFANOUT_PROTOCOL, EFANOUT_FULL, EFANOUT_ALREADY, EFANOUT_DOWN, EFANOUT_REFUSED, EFANOUT_UNKNOWN.
FanoutGroup JoinFanout(int fd, const FanoutOptions& options);

}  // namespace fandump
