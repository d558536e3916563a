// By what packets are counted, as bytes that are equal where they are counted together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "types.h"

namespace fandump {

enum class TallyPart {
  kVni,          // outermost
  kProtocol,     // of IP, or else the EtherType
  kSource,       // IP address
  kDestination,  // IP address
  kPort,         // the lower one of both, with its protocol: the same in both directions
  kFlow,         // protocol and both ends, the same in both directions
  kTunnel,       // encapsulation, outer addresses and VNI
};

class TallyKey {
 public:
  // The key of all parts at once, in their order; none twice.
  explicit TallyKey(std::vector<TallyPart> parts);

  // Bytes of each key, a multiple of 8.
  size_t length() const { return length_; }

  // Writes length() bytes. Never allocates, reads no byte behind caplen.
  void Write(const PacketView& packet, uint8_t* key) const;

  // What each part of a key says, for people and programs, empty where the packet had nothing to say: "42", "tcp",
  // "192.0.2.1", "443/tcp", "tcp 192.0.2.1:40000 - 192.0.2.2:443", "vxlan 42 192.0.2.1 > 192.0.2.2". No control
  // characters.
  std::vector<std::string> Describe(const uint8_t* key) const;

 private:
  std::vector<TallyPart> parts_;
  size_t length_ = 0;
};

}  // namespace fandump
