// The outermost 802.1Q or 802.1ad tag of a packet in a ring, which the kernel takes off and keeps beside it.
#pragma once

#include <linux/if_ether.h>
#include <linux/if_packet.h>

#include <cstdint>

namespace fandump {

inline bool HasTag(const tpacket3_hdr& packet) { return (packet.tp_status & TP_STATUS_VLAN_VALID) != 0; }

// Its TPID. Kernels before 3.14 do not tell: it is 802.1Q's then.
inline uint16_t TagProtocol(const tpacket3_hdr& packet) {
  const bool is_told = (packet.tp_status & TP_STATUS_VLAN_TPID_VALID) != 0;
  return is_told ? packet.hv1.tp_vlan_tpid : uint16_t{ETH_P_8021Q};
}

}  // namespace fandump
