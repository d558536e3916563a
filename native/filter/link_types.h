// Link types: the values that savefiles hold (LINKTYPE_), libpcap's own numbers for them (DLT_), and their names.
// https://www.tcpdump.org/linktypes.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace fandump {

// libpcap's DLT_ value on Linux for a LINKTYPE_ value. The two differ for a handful of types only.
int LinkTypeToDlt(uint16_t link_type);

// The LINKTYPE_ value of a DLT_ value on Linux.
int DltToLinkType(int dlt);

// libpcap's name ("EN10MB") and description ("Ethernet") of a LINKTYPE_ value; nothing where libpcap has none.
std::optional<std::pair<std::string, std::string>> LinkTypeName(uint16_t link_type);

// The name alone; the number where libpcap has none.
std::string LinkTypeText(uint16_t link_type);

// LINKTYPE_ value of a libpcap name, case ignored, with or without "DLT_" before it; -1 where libpcap has none.
int LinkTypeValue(const std::string& name);

// libpcap's version line, as `tcpdump --version` shows it.
std::string LibpcapVersion();

}  // namespace fandump
