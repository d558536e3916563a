// Where a source gets its AF_PACKET descriptor: the one border between capture and privilege.
// On Linux only socket(AF_PACKET, ...) asks for a capability; version, ring, filter, bind, promiscuous membership and
// fanout work without one on a descriptor that already exists. So whoever hands a descriptor over here decides alone
// where the privilege lies, and nothing behind this border has to know.
#pragma once

namespace fandump {

// socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC) of protocol 0: it receives nothing until it is bound (packet(7)).
// The caller owns the descriptor. Throws CaptureError: EPERM_PACKET_SOCKET without CAP_NET_RAW in the user namespace
// that owns this network namespace, ENO_PACKET_SOCKET where the kernel has none, EPACKET_SOCKET otherwise.
int OpenPacketSocket();

}  // namespace fandump
