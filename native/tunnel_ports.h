// Which tunnel travels to which UDP port.
#pragma once

#include <cstdint>
#include <span>

#include "protocol_numbers.h"
#include "types.h"

namespace fandump {

// The ports of an Encapsulation, the one that is assigned to it first. None where it has no port of its own.
inline std::span<const uint16_t> AssignedPorts(uint8_t encapsulation) {
  static constexpr uint16_t kVxlan[] = {kPortVxlan, kPortOldVxlan};
  static constexpr uint16_t kVxlanGpe[] = {kPortVxlanGpe};
  static constexpr uint16_t kGeneve[] = {kPortGeneve};
  static constexpr uint16_t kGue[] = {kPortGue};
  static constexpr uint16_t kErm[] = {kPortErm};
  static constexpr uint16_t kTzsp[] = {kPortTzsp};
  static constexpr uint16_t kGre[] = {kPortGreInUdp};
  switch (encapsulation) {
    case kEncapVxlan:
      return kVxlan;
    case kEncapVxlanGpe:
      return kVxlanGpe;
    case kEncapGeneve:
    case kEncapGeneveVxlan:
      return kGeneve;
    case kEncapGue:
      return kGue;
    case kEncapErm:
      return kErm;
    case kEncapTzsp:
      return kTzsp;
    case kEncapGre:
    case kEncapErspan:
      return kGre;
    default:
      return {};
  }
}

}  // namespace fandump
