// What a filter may ask of the tunnel that a packet came through, answered from what decapsulation has noted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "types.h"

namespace fandump {

// For each set of answers there is a program, so these are few.
constexpr size_t kMostTunnelTests = 8;

struct TunnelTest {
  enum class Fact {
    kVni,       // the outermost
    kInnerVni,  // the innermost of tunnels in tunnels
    kAddress,   // of the outer IP header
    kPort,      // of the outer UDP header
  };
  // Which of the two addresses or ports; kEither: one of them is enough.
  enum class End { kSource, kDestination, kEither };
  using Range = std::pair<uint32_t, uint32_t>;  // lowest and highest, both included
  struct Network {
    int family = 0;  // AF_INET or AF_INET6
    std::array<uint8_t, 16> address{};
    uint32_t prefix = 0;  // leading bits that count
  };

  Fact fact = Fact::kVni;
  End end = End::kEither;
  std::vector<Range> ranges;  // in order, none touching another
  std::vector<Network> networks;
};

// Reads IPv4 or IPv6 text (inet_pton(3)); nothing where it is neither or has fewer bits than prefix.
std::optional<TunnelTest::Network> ParseNetwork(const std::string& address, uint32_t prefix);

// tunnel is nullptr for a packet that came through none, of which nothing holds.
bool Holds(const TunnelTest& test, const TunnelFacts* tunnel);

// Bit i is the answer to test i.
inline uint32_t Answers(const std::vector<TunnelTest>& tests, const TunnelFacts* tunnel) {
  uint32_t answers = 0;
  for (size_t i = 0; i < tests.size(); i++) answers |= static_cast<uint32_t>(Holds(tests[i], tunnel)) << i;
  return answers;
}

}  // namespace fandump
