// Whether the address of a UDP source is still one of this host's: the kernel lets a bound socket live on without it,
// and would tell nobody why nothing arrives.
#pragma once

#include <string>

#include "source/udp_address.h"
#include "types.h"

namespace fandump {

class UdpAddressWatch {
 public:
  // uri: of the source, for messages. Both arguments must outlive the watch.
  UdpAddressWatch(const UdpAddress& address, std::string uri, const NoticeHandler& notice)
      : address_(address), uri_(std::move(uri)), notice_(notice) {}

  // Sends a notice when the address has gone or come back: EADDRESS_GONE, EADDRESS_BACK.
  void Check();

 private:
  bool IsHere() const;

  const UdpAddress& address_;
  const std::string uri_;
  const NoticeHandler& notice_;
  bool told_gone_ = false;
};

}  // namespace fandump
