// DLT_ numbers below 20 were given out by each BSD for itself, so files have values of their own for those that
// clash (100 to 106); above that both are the same (pcap/dlt.h, "LINKTYPE_ values" on tcpdump.org).
#include "filter/link_types.h"

#include <pcap.h>

#include <array>
#include <string_view>

namespace fandump {
namespace {

struct LinkTypePair {
  uint16_t link_type;
  int dlt;
};

constexpr std::array<LinkTypePair, 5> kDifferingLinkTypes{{
    {100, DLT_ATM_RFC1483},
    {101, DLT_RAW},
    {102, DLT_SLIP_BSDOS},
    {103, DLT_PPP_BSDOS},
    {106, DLT_ATM_CLIP},
}};

constexpr std::string_view kDltPrefix = "DLT_";

}  // namespace

int LinkTypeToDlt(uint16_t link_type) {
  for (const LinkTypePair& pair : kDifferingLinkTypes) {
    if (pair.link_type == link_type) return pair.dlt;
  }
  return link_type;
}

int DltToLinkType(int dlt) {
  for (const LinkTypePair& pair : kDifferingLinkTypes) {
    if (pair.dlt == dlt) return pair.link_type;
  }
  return dlt;
}

std::optional<std::pair<std::string, std::string>> LinkTypeName(uint16_t link_type) {
  const int dlt = LinkTypeToDlt(link_type);
  const char* name = pcap_datalink_val_to_name(dlt);
  if (name == nullptr) return std::nullopt;
  const char* description = pcap_datalink_val_to_description(dlt);
  return std::make_pair(std::string(name), std::string(description == nullptr ? "" : description));
}

std::string LinkTypeText(uint16_t link_type) {
  const auto name = LinkTypeName(link_type);
  return name ? name->first : std::to_string(link_type);
}

int LinkTypeValue(const std::string& name) {
  const bool prefixed = name.starts_with(kDltPrefix);
  const int dlt = pcap_datalink_name_to_val(name.c_str() + (prefixed ? kDltPrefix.size() : 0));
  return dlt < 0 ? -1 : DltToLinkType(dlt);
}

std::string LibpcapVersion() { return pcap_lib_version(); }

}  // namespace fandump
