// What a steering program has to return, said in plain C++ over the decoder of native/encap.
#pragma once

#include <cstdint>

#include "fanout/steering.h"
#include "tunnel_packets.h"

namespace fandump::test {

// The innermost IP packet, as far as it tells its flow.
struct InnerFlow {
  bool found = false;
  uint32_t address_xor = 0;
  uint32_t address_sum = 0;
  uint32_t ports = 0;
  uint32_t protocol = 0;
};

uint32_t HashOf(const InnerFlow& flow);

// As the kernel shows a received frame: its EtherType, and the bytes behind it.
InnerFlow FlowBehindEtherType(uint16_t ether_type, const Bytes& bytes);

// Of a whole frame.
InnerFlow FlowOfFrame(const Bytes& frame);

// Of a datagram's payload.
InnerFlow FlowOfPayload(Encapsulation encapsulation, uint32_t skip, const Bytes& payload);

}  // namespace fandump::test
