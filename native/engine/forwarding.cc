#include "engine/forwarding.h"

#include <netinet/in.h>

#include <cstring>

#include "source/udp_address.h"

namespace fandump {

namespace {

// An address without its port, in one form for both families.
struct HostAddress {
  explicit HostAddress(const sockaddr_storage& name) {
    if (name.ss_family == AF_INET) {
      CopyIpv4(bytes, &reinterpret_cast<const sockaddr_in&>(name).sin_addr);
      family = AF_INET;
    } else {
      family = CopyIpv6(bytes, reinterpret_cast<const sockaddr_in6&>(name).sin6_addr);
    }
  }
  bool operator==(const HostAddress& other) const {
    return family == other.family && std::memcmp(bytes, other.bytes, sizeof bytes) == 0;
  }

  uint8_t family;
  uint8_t bytes[16];
};

uint16_t PortOf(const sockaddr_storage& name) {
  return ntohs(name.ss_family == AF_INET ? reinterpret_cast<const sockaddr_in&>(name).sin_port
                                         : reinterpret_cast<const sockaddr_in6&>(name).sin6_port);
}

bool Hears(const UdpPlan& source, const ForwardSockets& sockets) {
  if (source.port != PortOf(sockets.destination())) return false;
  const UdpAddress listens = ParseUdpAddress(source.address, source.port);
  if (HostAddress(listens.storage) == HostAddress(sockets.destination())) return true;
  // [::] takes IPv4, too.
  const bool same_family = listens.family() == AF_INET6 || sockets.destination().ss_family == AF_INET;
  return listens.is_wildcard() && same_family && sockets.reaches_this_host();
}

}  // namespace

Forwarding::Forwarding(const ForwardOptions& options, const std::vector<SourcePlan>& sources)
    : options_(options),
      sockets_(std::make_shared<ForwardSockets>(options)),
      pace_(std::make_shared<ForwardPace>(options.rate)) {
  for (const SourcePlan& source : sources) {
    const auto* udp = std::get_if<UdpPlan>(&source.backend);
    if (udp == nullptr || !Hears(*udp, *sockets_)) continue;
    throw CaptureError("EFEEDBACK",
                       "sink " + sockets_->uri() + " would feed the source " + UdpSourceUri(udp->address, udp->port) +
                           ", which listens on that port",
                       0, "send to another port or another host");
  }
}

void Forwarding::CheckLinkTypes(const std::vector<OpenedSource>& opened) const {
  for (const OpenedSource& source : opened) {
    if (source.link_type_is_fixed) CheckForwardLinkType(options_, sockets_->uri(), source.link_type);
  }
}

std::unique_ptr<Sink> Forwarding::AddSink() {
  auto sink = std::make_unique<ForwardSink>(options_, sockets_, pace_);
  sinks_.push_back(sink.get());
  return sink;
}

ForwardCounters Forwarding::counters() const {
  ForwardCounters counters;
  for (const ForwardSink* sink : sinks_) sink->ReadCounters(counters);
  return counters;
}

}  // namespace fandump
