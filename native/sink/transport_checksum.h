// The TCP or UDP checksum of a frame, and that of its IPv4 header, for printers that say whether they are right: this
// thread has the bytes in its cache, and is done with them while JavaScript still formats the packets before.
#pragma once

#include <cstdint>

namespace fandump {

// True when the frame holds a whole, unfragmented TCP segment or UDP datagram, directly in IPv4 without options or in
// IPv6 without extension headers, directly in Ethernet, and the checksums are there and right. False says nothing.
bool TransportChecksumIsRight(const uint8_t* frame, uint32_t caplen, uint16_t link_type);

// That of an IPv4 header without options, all of which must be there.
bool Ipv4ChecksumIsRight(const uint8_t* header);

}  // namespace fandump
