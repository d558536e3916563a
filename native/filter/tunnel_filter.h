// The program with which a UDP socket refuses tunnelled packets that the filter does not want, before they are copied.
// VXLAN: RFC 7348. GENEVE: RFC 8926.
#pragma once

#include <string>

#include "types.h"

namespace fandump {

struct TunnelFilterOptions {
  std::string expression;  // for the packet inside; not empty
  Encapsulation encapsulation = kEncapVxlan;
  uint32_t skip = 0;   // kEncapSkip
  int link_type = -1;  // LINKTYPE_ of the packet inside, -1: not given
  bool optimize = true;
};

struct TunnelFilter {
  // What SO_ATTACH_FILTER takes; empty: the filter has to run in userspace.
  BpfProgram program;
  std::string reason;  // why, then
};

// Compiles the expression for the packet inside and moves it behind the UDP header, where the program of a UDP socket
// begins to read, and the tunnel's. Datagrams that decapsulation will find invalid are accepted, so that they are
// counted by cause; of all others just those that the filter accepts in userspace, too.
// Throws CaptureError "EFILTER" with libpcap's words.
TunnelFilter BuildTunnelFilter(const TunnelFilterOptions& options);

}  // namespace fandump
