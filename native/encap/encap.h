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
  // The packets are frames of an interface with the tunnel inside, not datagrams. kEncapGre and kEncapMpls are for
  // frames only, strict, inside_port and a link type that is given for datagrams only.
  bool frames = false;
  uint16_t port = 0;        // frames: UDP destination port of the tunnel, 0: the assigned one, for kEncapSkip any
  bool drop_other = false;  // frames: those that are not in the tunnel leave the batch (kInvalidNotInTunnel)
  // Tunnels inside that are taken off as well, from outside in; kEncapNone ends them.
  std::array<Encapsulation, kMaxTunnelsInside> inside{};
  uint16_t inside_port = 0;  // UDP destination port of those inside; 0: the assigned ones, and the outer tunnel's
  bool strict = false;       // refuse what the end of a tunnel has to drop, though it can be read
};

// How many datagrams were refused, by InvalidCause.
using InvalidCounts = std::array<uint64_t, kInvalidCauseCount>;

// Where refused packets go to.
struct Refusals {
  InvalidCounts& counts;
  std::vector<RejectedPacket>* packets = nullptr;

  void Add(const PacketView& packet, InvalidCause cause) const {
    counts[cause]++;
    if (packets != nullptr) packets->push_back({packet, cause});
  }
};

class Decapsulator {
 public:
  explicit Decapsulator(const EncapOptions& options);

  // Moves every view of the batch behind its encapsulation headers: data, caplen, len, link_type, and the tunnel's
  // encapsulation, VNIs and options. Invalid datagrams leave the batch and are added to invalid; the order of the
  // others stays. Reads no byte beyond caplen. Never throws.
  // rejected: gets the invalid ones where it is not nullptr, and should have room for a batch of them; they live as
  // long as the batch's views.
  // Datagrams: every view must have its tunnel set, with the destination port for kEncapAuto. Frames: the tunnel of
  // views is set here, with its addresses, and lives until the next call; a frame that is not in the tunnel has none.
  // ERM's tag and what MPLS labels stood between are written in place, into the room of the headers.
  void Decapsulate(PacketBatch& batch, InvalidCounts& invalid, std::vector<RejectedPacket>* rejected = nullptr) {
    for (size_t i = 0; i < tunnels_.size() && i < batch.size; i++) batch.packets[i].tunnel = &tunnels_[i];
    strip_(batch, options_, {invalid, rejected});
  }

 private:
  using StripFunction = void (*)(PacketBatch&, const EncapOptions&, const Refusals&);
  static StripFunction ChooseStrip(const EncapOptions& options);

  EncapOptions options_;
  StripFunction strip_;
  std::vector<TunnelFacts> tunnels_;  // of frames; a source of datagrams has its own
};

// The LINKTYPE_ to compile filters for and to announce before the first packet: the one given, else Ethernet.
uint16_t NominalLinkType(const EncapOptions& options);

// Every LINKTYPE_ that inner packets can have, the nominal one first: more than one where a header's protocol type
// decides for each packet (none is given, and the innermost tunnel is GENEVE, VXLAN-GPE, GUE, GRE, ERSPAN or
// kEncapAuto). Frames that are not in the tunnel keep theirs.
std::vector<uint16_t> PossibleLinkTypes(const EncapOptions& options);

}  // namespace fandump
