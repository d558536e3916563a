#include "source/af_packet_link_type.h"

#include <linux/if_arp.h>

#include "source/af_packet_device.h"
#include "types.h"

namespace fandump {

namespace {

// https://www.tcpdump.org/linktypes.html
constexpr uint16_t kLinkTypeIeee80211 = 105;
constexpr uint16_t kLinkTypeIeee80211Prism = 119;
constexpr uint16_t kLinkTypeIeee80211Radiotap = 127;
constexpr uint16_t kLinkTypeNetlink = 253;
constexpr uint16_t kLinkTypeVsock = 271;

}  // namespace

uint16_t LinkTypeOfDevice(uint16_t hardware_type) {
  switch (hardware_type) {
    case ARPHRD_ETHER:
    case ARPHRD_EETHER:
    case ARPHRD_LOOPBACK:  // its Ethernet header has two zero addresses
      return kLinkTypeEthernet;
    case ARPHRD_NONE:  // tun, WireGuard
    case ARPHRD_RAWIP:
    case ARPHRD_PPP:  // the driver adds its header below packet(7), and has taken it off above
    case ARPHRD_TUNNEL:
    case ARPHRD_TUNNEL6:
    case ARPHRD_SIT:
    case ARPHRD_SLIP:
    case ARPHRD_CSLIP:
    case ARPHRD_SLIP6:
    case ARPHRD_CSLIP6:
    case ARPHRD_ADAPT:
      return kLinkTypeRaw;
    case ARPHRD_IEEE80211:
      return kLinkTypeIeee80211;
    case ARPHRD_IEEE80211_PRISM:
      return kLinkTypeIeee80211Prism;
    case ARPHRD_IEEE80211_RADIOTAP:
      return kLinkTypeIeee80211Radiotap;
    case ARPHRD_NETLINK:
      return kLinkTypeNetlink;
    case ARPHRD_VSOCKMON:
      return kLinkTypeVsock;
    default:
      return kLinkTypeUnknown;
  }
}

uint16_t ChooseLinkType(const std::string& interface, uint16_t hardware_type, int given) {
  if (interface == kAnyInterface) {
    if (given < 0) return kLinkTypeLinuxSll2;
    if (IsCooked(static_cast<uint16_t>(given))) return static_cast<uint16_t>(given);
    throw CaptureError(
        "ELINKTYPE", "opening any: packets of all interfaces have no link type in common but LINUX_SLL2 and LINUX_SLL",
        0, "leave link_type out");
  }
  const uint16_t link_type = given >= 0 ? static_cast<uint16_t>(given) : LinkTypeOfDevice(hardware_type);
  if (link_type != kLinkTypeUnknown) return link_type;
  throw CaptureError("ELINKTYPE",
                     "opening " + interface + ": packets of hardware type " + std::to_string(hardware_type) +
                         " have no link type in savefiles",
                     0, "af_packet::" + interface + ":link_type=LINUX_SLL2 takes them without their link headers");
}

}  // namespace fandump
