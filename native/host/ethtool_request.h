// A message to ethtool's generic netlink family (linux/ethtool_netlink.h), put together attribute by attribute.
#pragma once

#include <linux/netlink.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "netlink.h"

namespace fandump {

class EthtoolRequest {
 public:
  // One of ETHTOOL_MSG_* about an interface.
  EthtoolRequest(uint8_t command, const std::string& interface);

  // false: the kernel has no such family, or an interface cannot have this name.
  bool valid() const { return valid_; }
  void AddNumber(uint16_t type, uint32_t number);
  nlmsghdr* header() { return reinterpret_cast<nlmsghdr*>(bytes_.data()); }

 private:
  // An interface name is the longest part.
  static constexpr size_t kCapacity = 256;

  // Returns where the attribute begins.
  size_t Begin(uint16_t type, size_t payload);
  void AddText(uint16_t type, const std::string& text);

  alignas(nlmsghdr) std::array<char, kCapacity> bytes_{};
  bool valid_ = false;
};

// Asks for one kind of facts; take gets each attribute of the answer. false: there is no answer.
bool AskEthtool(uint8_t command, const std::string& interface,
                const std::function<void(const NetlinkAttribute&)>& take);

}  // namespace fandump
