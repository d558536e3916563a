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
};

// How many datagrams were refused, by InvalidCause.
using InvalidCounts = std::array<uint64_t, kInvalidCauseCount>;

class Decapsulator {
 public:
  explicit Decapsulator(const EncapOptions& options);

  // Moves every view of the batch behind its encapsulation headers: data, caplen, len, link_type, and the tunnel's
  // encapsulation, VNIs and options. Invalid datagrams leave the batch and are added to invalid; the order of the
  // others stays. Every view must have its tunnel set. Reads no byte beyond caplen. Never throws.
  void Decapsulate(PacketBatch& batch, InvalidCounts& invalid) const { strip_(batch, options_, invalid); }

 private:
  using StripFunction = void (*)(PacketBatch&, const EncapOptions&, InvalidCounts&);
  static StripFunction ChooseStrip(Encapsulation encapsulation);

  EncapOptions options_;
  StripFunction strip_;
};

// The LINKTYPE_ to compile filters for and to announce before the first packet: the one given, else Ethernet.
uint16_t NominalLinkType(const EncapOptions& options);

// Every LINKTYPE_ that inner packets can have, the nominal one first: more than one only for GENEVE, whose protocol
// type decides for each packet when none is given.
std::vector<uint16_t> PossibleLinkTypes(const EncapOptions& options);

}  // namespace fandump
