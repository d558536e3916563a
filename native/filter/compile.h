// tcpdump's filter language (pcap-filter(7)), compiled by libpcap.
#pragma once

#include "types.h"

namespace fandump {

// Compiles expression for packets of link_type; the program returns snaplen (bytes, 1..kMaxSnaplen) for what it
// accepts and 0 otherwise. An empty expression gives the program that accepts everything. The program tests bytes as
// they would lie in a savefile; for a live AF_PACKET socket see kernel_filter.h.
// Throws CaptureError "EFILTER" with libpcap's words. Host and service names in the expression are looked up here.
BpfProgram CompileFilter(const std::string& expression, uint16_t link_type, uint32_t snaplen, bool optimize);

// Whether an instruction reads what only the kernel knows of a packet (linux/filter.h, SKF_AD_OFF), as libpcap makes
// of `inbound`, `outbound` and `ifindex`.
bool ReadsAncillaryData(const sock_filter& instruction);

// Whether the program has a loop, as libpcap makes of `protochain`. Only its own interpreter runs such a program.
bool HasLoop(const BpfProgram& program);

}  // namespace fandump
