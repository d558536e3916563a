#include "filter/tunnel_test.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

#include "address_text.h"

namespace fandump {
namespace {

constexpr uint32_t kIpv4Bits = 32;
constexpr uint32_t kIpv6Bits = 128;

bool IsWithin(const std::vector<TunnelTest::Range>& ranges, uint32_t number) {
  const auto is_before = [](uint32_t value, const TunnelTest::Range& range) { return value < range.first; };
  const auto behind = std::upper_bound(ranges.begin(), ranges.end(), number, is_before);
  return behind != ranges.begin() && number <= std::prev(behind)->second;
}

bool IsWithin(const TunnelTest::Network& network, const uint8_t* address) {
  const uint32_t whole = network.prefix / 8;
  if (std::memcmp(network.address.data(), address, whole) != 0) return false;
  const uint32_t bits = network.prefix % 8;
  if (bits == 0) return true;
  return ((network.address[whole] ^ address[whole]) >> (8 - bits)) == 0;
}

bool IsWithinAny(const TunnelTest& test, uint8_t family, const uint8_t* address) {
  return std::any_of(test.networks.begin(), test.networks.end(), [family, address](const TunnelTest::Network& network) {
    return network.family == family && IsWithin(network, address);
  });
}

// Calls holds for the source's fact, the destination's or both.
template <typename Value, typename HoldsFor>
bool HoldsAtEnd(TunnelTest::End end, const Value& source, const Value& destination, HoldsFor holds) {
  if (end != TunnelTest::End::kDestination && holds(source)) return true;
  return end != TunnelTest::End::kSource && holds(destination);
}

}  // namespace

std::optional<TunnelTest::Network> ParseNetwork(const std::string& address, uint32_t prefix) {
  TunnelTest::Network network;
  network.family = IsIpv6Text(address) ? AF_INET6 : AF_INET;
  network.prefix = prefix;
  const uint32_t most = network.family == AF_INET ? kIpv4Bits : kIpv6Bits;
  if (prefix > most || inet_pton(network.family, address.c_str(), network.address.data()) != 1) {
    return std::nullopt;
  }
  return network;
}

bool Holds(const TunnelTest& test, const TunnelFacts* tunnel) {
  if (tunnel == nullptr) return false;
  switch (test.fact) {
    case TunnelTest::Fact::kVni:
      return tunnel->vni != kNoVni && IsWithin(test.ranges, tunnel->vni);
    case TunnelTest::Fact::kInnerVni:
      return tunnel->inner_vni != kNoVni && IsWithin(test.ranges, tunnel->inner_vni);
    case TunnelTest::Fact::kAddress:
      return HoldsAtEnd(test.end, &tunnel->source[0], &tunnel->destination[0],
                        [&](const uint8_t* address) { return IsWithinAny(test, tunnel->family, address); });
    case TunnelTest::Fact::kPort:
      return HoldsAtEnd(test.end, tunnel->source_port, tunnel->destination_port,
                        [&](uint16_t port) { return IsWithin(test.ranges, port); });
  }
  return false;
}

}  // namespace fandump
