// IP addresses as text, without brackets.
#pragma once

#include <string>

namespace fandump {

inline bool IsIpv6Text(const std::string& address) { return address.find(':') != std::string::npos; }

// As it stands before a port: 192.0.2.1, [2001:db8::1].
inline std::string HostText(const std::string& address) { return IsIpv6Text(address) ? "[" + address + "]" : address; }

}  // namespace fandump
