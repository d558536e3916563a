// From a device's hardware type to the link type of what packet(7) delivers from it.
#pragma once

#include <cstdint>
#include <string>

namespace fandump {

// No LINKTYPE_ has this number: the device's packets begin with something that no savefile type describes.
constexpr uint16_t kLinkTypeUnknown = 0xffff;

// hardware_type: ARPHRD_* (net/if_arp.h), as SIOCGIFHWADDR and /sys/class/net/X/type give it.
// Returns the LINKTYPE_ that a raw packet socket's bytes have, kLinkTypeUnknown where there is none.
uint16_t LinkTypeOfDevice(uint16_t hardware_type);

// The LINKTYPE_ to open interface with: given, or where that is -1 its device's. Throws CaptureError ELINKTYPE where
// neither is known.
uint16_t ChooseLinkType(const std::string& interface, uint16_t hardware_type, int given);

}  // namespace fandump
