// The XDP program that takes tunnels off frames before the network stack sees them. What is inside goes on as if it
// had come from the wire; an IP packet gets the outer Ethernet addresses in front. Whatever the program cannot take off
// goes on as it is: nothing is dropped.
#pragma once

#include <linux/bpf.h>

#include <array>
#include <cstdint>
#include <vector>

#include "types.h"

namespace fandump {

struct StripOptions {
  Encapsulation encapsulation = kEncapAuto;  // any that decap= knows
  uint32_t skip = 0;                         // kEncapSkip: bytes behind the UDP header
  uint16_t port = 0;                         // UDP destination port; 0: the assigned one, for kEncapSkip any
  std::array<Encapsulation, kMaxTunnelsInside> inside{};  // see EncapOptions
};

// Places in the counters: those of an Encapsulation count the frames whose innermost tunnel was such a one.
enum StripCounter : uint8_t {
  kStripOther = 0,        // not in such a tunnel
  kStripInvalid = 13,     // in one whose header is cut or not understood
  kStripShortInner = 14,  // what is inside is shorter than an Ethernet header
  kStripCounterCount = 16,
};

// counters: a map of BPF_MAP_TYPE_ARRAY with one value of kStripCounterCount uint64_t.
std::vector<bpf_insn> StripProgram(const StripOptions& options, int counters);

}  // namespace fandump
