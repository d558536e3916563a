#include "privacy/pseudonyms.h"

#include <algorithm>

namespace fandump {
namespace {

constexpr uint8_t kFirstIpv4Group = 224, kLastIpv4Group = 239, kIpv4Loopback = 127;
constexpr uint8_t kIpv6Group = 0xff;
constexpr uint8_t kStationGroupBit = 1;

bool AllAre(const uint8_t* bytes, size_t length, uint8_t value) {
  return std::all_of(bytes, bytes + length, [value](uint8_t byte) { return byte == value; });
}

}  // namespace

void Pseudonyms::Ipv4(uint8_t* address) {
  const bool is_group = address[0] >= kFirstIpv4Group && address[0] <= kLastIpv4Group;
  if (is_group || address[0] == kIpv4Loopback || AllAre(address, 4, 0) || AllAre(address, 4, 0xff)) return;
  Replace(ipv4_, address, [this](uint8_t* pseudonym) { cipher_.Pseudonymize(pseudonym, 4); });
}

void Pseudonyms::Ipv6(uint8_t* address) {
  const bool is_own = AllAre(address, 15, 0) && address[15] <= 1;
  if (address[0] == kIpv6Group || is_own) return;
  Replace(ipv6_, address, [this](uint8_t* pseudonym) { cipher_.Pseudonymize(pseudonym, 16); });
}

void Pseudonyms::Station(uint8_t* address) {
  if ((address[0] & kStationGroupBit) != 0 || AllAre(address, 6, 0)) return;
  Replace(stations_, address, [this](uint8_t* pseudonym) { cipher_.PseudonymizeStation(pseudonym); });
}

}  // namespace fandump
