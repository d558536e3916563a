// The program with which a UDP socket refuses tunnelled packets that the filter does not want, before they are copied.
// VXLAN: RFC 7348. VXLAN-GPE: draft-ietf-nvo3-vxlan-gpe. GENEVE: RFC 8926.
#pragma once

#include <string>

#include "filter/expression.h"
#include "types.h"

namespace fandump {

struct TunnelFilterOptions {
  FilterExpression expression;  // for the packet inside and its tunnel; not empty
  Encapsulation encapsulation = kEncapVxlan;
  bool is_nested = false;  // there are tunnels inside the tunnel
  bool strict = false;     // see EncapOptions
  uint32_t skip = 0;       // kEncapSkip
  int link_type = -1;      // LINKTYPE_ of the packet inside, -1: not given
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
