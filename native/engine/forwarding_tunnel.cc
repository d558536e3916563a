// The udp sink: packets in tunnels.
#include <netinet/in.h>

#include <cstring>

#include "engine/forwarding_workers.h"
#include "sink/forward.h"
#include "sink/forward_exclusion.h"
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

bool Hears(const UdpEndpoint& source, const ForwardSockets& sockets) {
  if (source.port != PortOf(sockets.destination())) return false;
  const UdpAddress listens = ParseUdpAddress(source.address, source.port);
  if (HostAddress(listens.storage) == HostAddress(sockets.destination())) return true;
  // [::] takes IPv4, too.
  const bool same_family = listens.family() == AF_INET6 || sockets.destination().ss_family == AF_INET;
  return listens.is_wildcard() && same_family && sockets.reaches_this_host();
}

class TunnelForwarding : public WorkerForwarding<ForwardSink, ForwardOptions, ForwardSockets> {
 public:
  explicit TunnelForwarding(const ForwardOptions& options)
      : WorkerForwarding(options, std::make_shared<ForwardSockets>(options)) {}

  const ForwardSockets& sockets() const { return *place_; }

  Exclusion exclusion() const override {
    return [sockets = place_](uint32_t frame_header, const BpfProgram& filter, uint32_t snaplen) {
      return ExcludeDestination(sockets->destination(), frame_header, filter, snaplen);
    };
  }

  void CheckLinkTypes(const std::vector<OpenedSource>& opened) const override {
    for (const OpenedSource& source : opened) {
      if (source.link_type_is_fixed) CheckForwardLinkType(options_, place_->uri(), source.link_type);
    }
  }
};

}  // namespace

std::unique_ptr<Forwarding> OpenTunnelForwarding(const ForwardOptions& options,
                                                 const std::vector<SourcePlan>& sources) {
  auto forwarding = std::make_unique<TunnelForwarding>(options);
  for (const SourcePlan& source : sources) {
    const auto* udp = std::get_if<UdpPlan>(&source.backend);
    if (udp == nullptr) continue;
    for (const UdpEndpoint& endpoint : udp->endpoints) {
      if (!Hears(endpoint, forwarding->sockets())) continue;
      throw CaptureError("EFEEDBACK",
                         "sink " + forwarding->sockets().uri() + " would feed the source " +
                             UdpSourceUri(endpoint.address, endpoint.port) + ", which listens on that port",
                         0, "send to another port or another host");
    }
  }
  return forwarding;
}

}  // namespace fandump
