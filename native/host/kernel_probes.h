// What this kernel lets this process do, found out by trying it. Nothing stays open, and nothing of the host changes:
// sockets are bound to no address and take no packet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fandump {

struct KernelProbe {
  std::string name;
  int error = 0;  // 0: it works; else the errno with which it was refused
};

// In this order: packet_socket, tpacket_v3, fanout_hash to fanout_qm, fanout_cbpf, ignore_outgoing (these need
// CAP_NET_RAW and are refused with EPERM else), udp_gro, reuseport_cbpf, io_uring, bpf.
std::vector<KernelProbe> ProbeKernel();

// Bytes of receive buffer that a UDP socket gets which asks for so many, 0..2^30-1; more than net.core.rmem_max only
// with CAP_NET_ADMIN. -1 where no socket can be had.
int64_t ProbeReceiveBuffer(uint32_t asked);

}  // namespace fandump
