// A filter with tests of tunnels as one program for the packet inside. The tests come first and read the datagram
// around the packet; what they find chooses which of libpcap's programs goes on.
#pragma once

#include <optional>
#include <string>

#include "filter/expression.h"

namespace fandump {

// Why the program of a UDP socket cannot answer the tests in this encapsulation; empty: it can.
std::string WhyNotInKernel(const std::vector<TunnelTest>& tests, Encapsulation encapsulation);

// tests must be such that WhyNotInKernel is empty. Without tests: libpcap's program as it is.
BpfProgram ChooseByTunnel(const std::vector<TunnelTest>& tests, const CompiledExpression& compiled,
                          Encapsulation encapsulation);

}  // namespace fandump
