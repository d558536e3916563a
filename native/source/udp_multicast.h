// Multicast groups of a UDP socket: the protocol-independent calls of RFC 3678.
#pragma once

#include <string>

#include "source/udp_address.h"
#include "source/udp_options.h"

namespace fandump {

// Whether a socket bound there gets datagrams to the group once it has joined.
bool CanHear(const UdpAddress& bound, const MulticastGroup& group);

// Of a socket in a group. The kernel ends it with the interface that it is on, and tells nobody.
class MulticastMembership {
 public:
  // Joins; the membership ends with the socket, which from here on hears none that other sockets of this host have
  // joined. family: the socket's. uri: of the source, for messages. Throws CaptureError "EMULTICAST_GROUP".
  MulticastMembership(int fd, int family, const MulticastGroup& group, std::string uri);

  // Joins again where an interface of that name has been made anew. Sends a notice when it has gone and when the group
  // is joined again: EMULTICAST_GONE, EMULTICAST_BACK.
  void Renew(const NoticeHandler& notice);

 private:
  // Returns an errno, or 0.
  int Join(unsigned interface);
  void Leave(unsigned interface);
  // The interface that the kernel has chosen by the routing table; 0 where it does not tell.
  unsigned FindInterface() const;

  int fd_;
  MulticastGroup group_;
  std::string uri_;
  sockaddr_storage address_;
  int level_;
  unsigned interface_;  // 0: the membership is gone, or its interface unknown
};

}  // namespace fandump
