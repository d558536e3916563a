// Whether the address of a UDP source is still one of this host's: the kernel lets a bound socket live on without it,
// and would tell nobody why nothing arrives.
#pragma once

#include <chrono>
#include <string>

#include "source/udp_address.h"
#include "types.h"

namespace fandump {

class UdpAddressWatch {
 public:
  // uri: of the source, for messages. Both arguments must outlive the watch.
  UdpAddressWatch(const UdpAddress& address, std::string uri, const NoticeHandler& notice)
      : address_(address), uri_(std::move(uri)), notice_(notice) {}

  // Looks once a second at most, and sends a notice when the address has gone or come back: EADDRESS_GONE,
  // EADDRESS_BACK. Costs a clock reading otherwise; to be called when nothing arrives.
  void Check();

 private:
  using Clock = std::chrono::steady_clock;

  bool IsHere() const;

  const UdpAddress& address_;
  const std::string uri_;
  const NoticeHandler& notice_;
  Clock::time_point next_check_ = Clock::now();
  bool told_gone_ = false;
};

}  // namespace fandump
