// Where a source gets its AF_PACKET descriptor: the one border between capture and privilege.
// On Linux only socket(AF_PACKET, ...) asks for a capability; version, ring, filter, bind, promiscuous membership and
// fanout work without one on a descriptor that already exists. So whoever hands a descriptor over here decides alone
// where the privilege lies, and nothing behind this border has to know.
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <optional>
#include <string>

namespace fandump {

// socket(AF_PACKET, type | SOCK_CLOEXEC) of protocol 0: it receives nothing until it is bound (packet(7)).
// The caller owns the descriptor. Throws CaptureError: EPERM_PACKET_SOCKET without CAP_NET_RAW in the user namespace
// that owns this network namespace, ENO_PACKET_SOCKET where the kernel has none, EPACKET_SOCKET otherwise.
int OpenPacketSocket(int type = SOCK_RAW);

// What the socket is for, as fandump-opener's policy has to know it.
struct PacketSocketUse {
  std::string interface;
  std::optional<uint32_t> fanout;  // the argument of PACKET_FANOUT that will be asked for
  int type = SOCK_RAW;             // SOCK_DGRAM: packets come without their link headers
};

// The same; where this process may not, fandump-opener makes the socket. Where its policy allows this one interface,
// the socket comes bound to it with ETH_P_ALL and in a fanout group: that of use.fanout, or one of its own. Such a
// socket can neither be bound again nor leave its group. Throws CaptureError besides those above: EOPENER_GROUP,
// EOPENER_POLICY, EOPENER_POLICY_FILE, EOPENER_VERSION, EOPENER_GAINS_NOTHING, EOPENER_INTERFACE, EOPENER_FANOUT,
// EOPENER.
int ObtainPacketSocket(const PacketSocketUse& use);

}  // namespace fandump
