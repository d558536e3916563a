// Who is in which fanout group: packet sock_diag (sock_diag(7), linux/packet_diag.h).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace fandump {

// One packet socket of this network namespace that has joined a group.
struct FanoutMember {
  int group_id = 0;
  int mode = 0;             // PACKET_FANOUT_*; the kernel does not tell the group's flags
  int interface_index = 0;  // -1 once its device is gone
  uint16_t protocol = 0;    // ETH_P_* that it is bound to
  uint32_t inode = 0;       // as /proc/PID/fd shows it: socket:[inode]
};

// Needs no right. Nothing when the kernel cannot be asked (built without CONFIG_PACKET_DIAG, or refused).
std::optional<std::vector<FanoutMember>> ReadFanoutMembers();

}  // namespace fandump
