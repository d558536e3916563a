// Random frames that look enough like traffic for filters to tell them apart.
#pragma once

#include <random>

#include "types.h"

namespace fandump::test {

class FrameMaker {
 public:
  explicit FrameMaker(uint32_t seed) : random_(seed) {}

  // An Ethernet frame without an outer tag: ARP, IPv4 with options and fragments, IPv6, further tags, LLC or noise;
  // now and then cut short, never below the Ethernet header.
  std::vector<uint8_t> Frame();

  uint32_t Below(uint32_t limit) { return std::uniform_int_distribution<uint32_t>(0, limit - 1)(random_); }

  // Tag control information: a few VLANs that filters name, any priority.
  uint16_t Tci() { return static_cast<uint16_t>(Below(8) << 13 | Below(2) << 12 | Pick({1, 10, 13, 20, 100, 4095})); }

 private:
  uint32_t Pick(std::initializer_list<uint32_t> values) { return *(values.begin() + Below(values.size())); }
  void Put16(std::vector<uint8_t>& bytes, uint32_t value);
  void PutNoise(std::vector<uint8_t>& bytes, uint32_t count);
  void PutAddress(std::vector<uint8_t>& bytes);
  void PutTransport(std::vector<uint8_t>& bytes, uint32_t protocol);
  void PutIpv4(std::vector<uint8_t>& bytes);
  void PutIpv6(std::vector<uint8_t>& bytes);
  void PutArp(std::vector<uint8_t>& bytes);
  void PutTyped(std::vector<uint8_t>& bytes, int depth);

  std::mt19937 random_;
};

}  // namespace fandump::test
