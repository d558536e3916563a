// Decapsulation: takes tunnel headers off datagrams and keeps what they said. Which encapsulation is spoken is
// chosen once, when the capture is opened; a call then works on a whole batch.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "types.h"

namespace fandump {

struct EncapOptions {
  Encapsulation encapsulation = kEncapVxlan;
  uint32_t skip = 0;   // bytes before the inner packet; kEncapSkip only
  int link_type = -1;  // LINKTYPE_ of the inner packet, -1: not given
  // The packets are frames of an interface with the tunnel inside, not datagrams. kEncapGre, kEncapMpls and
  // kEncapAuto are for frames only.
  bool frames = false;
  uint16_t port = 0;        // frames: UDP destination port of the tunnel, 0: the assigned one, for kEncapSkip any
  bool drop_other = false;  // frames: those that are not in the tunnel leave the batch (kInvalidNotInTunnel)
};

// How many datagrams were refused, by InvalidCause.
using InvalidCounts = std::array<uint64_t, kInvalidCauseCount>;

class Decapsulator {
 public:
  explicit Decapsulator(const EncapOptions& options);

  // Moves every view of the batch behind its encapsulation headers: data, caplen, len, link_type, and the tunnel's
  // encapsulation, VNIs and options. Invalid datagrams leave the batch and are added to invalid; the order of the
  // others stays. Reads no byte beyond caplen. Never throws.
  // Datagrams: every view must have its tunnel set. Frames: the tunnel of views is set here, with its addresses, and
  // lives until the next call; a frame that is not in the tunnel has none. ERM's tag and what MPLS labels stood
  // between are written in place, into the room of the headers.
  void Decapsulate(PacketBatch& batch, InvalidCounts& invalid) {
    for (size_t i = 0; i < tunnels_.size() && i < batch.size; i++) batch.packets[i].tunnel = &tunnels_[i];
    strip_(batch, options_, invalid);
  }

 private:
  using StripFunction = void (*)(PacketBatch&, const EncapOptions&, InvalidCounts&);
  static StripFunction ChooseStrip(const EncapOptions& options);

  EncapOptions options_;
  StripFunction strip_;
  std::vector<TunnelFacts> tunnels_;  // of frames; a source of datagrams has its own
};

// The LINKTYPE_ to compile filters for and to announce before the first packet: the one given, else Ethernet.
uint16_t NominalLinkType(const EncapOptions& options);

// Every LINKTYPE_ that inner packets can have, the nominal one first: more than one where a header's protocol type
// decides for each packet (GENEVE when none is given, GRE). Frames that are not in the tunnel keep theirs.
std::vector<uint16_t> PossibleLinkTypes(const EncapOptions& options);

}  // namespace fandump
