// The udp sink: packets in tunnels.
#include <netinet/in.h>

#include <cstring>

#include "engine/forwarding_workers.h"
#include "host/tunnel_device.h"
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

// Whether the device takes in what the sink sends to this host. A datagram to an address of the host comes from that
// address, too; GENEVE's devices look at it (geneve_lookup in drivers/net/geneve.c), VXLAN's do not.
bool TakesIn(const TunnelDevice& device, const ForwardOptions& options, const ForwardSockets& sockets) {
  if (device.encapsulation != options.encapsulation || device.port != options.port) return false;
  if (device.vni && *device.vni != options.vni) return false;
  const bool has_other_end = device.remote.ss_family != AF_UNSPEC;
  const bool looks_at_it = options.encapsulation == kEncapGeneve || sockets.is_multicast();
  return !has_other_end || !looks_at_it || HostAddress(device.remote) == HostAddress(sockets.destination());
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

[[noreturn]] void ThrowFeedback(const ForwardSockets& sockets, const std::string& source, const std::string& hint) {
  throw CaptureError("EFEEDBACK", "sink " + sockets.uri() + " would feed the source " + source, 0, hint);
}

void CheckFeedback(const UdpPlan& udp, const ForwardSockets& sockets) {
  for (const UdpEndpoint& endpoint : udp.endpoints) {
    if (!Hears(endpoint, sockets)) continue;
    ThrowFeedback(sockets, UdpSourceUri(endpoint.address, endpoint.port) + ", which listens on that port",
                  "send to another port or another host");
  }
}

void CheckFeedback(const AfPacketPlan& af_packet, const ForwardOptions& options, const ForwardSockets& sockets) {
  if (!sockets.reaches_this_host()) return;
  const std::optional<TunnelDevice> device = ReadTunnelDevice(af_packet.interface);
  if (!device || !TakesIn(*device, options, sockets)) return;
  ThrowFeedback(sockets, af_packet.interface + ", on which what comes through that tunnel arrives",
                "send to another port, VNI or host; -Q out captures only what goes out");
}

}  // namespace

std::unique_ptr<Forwarding> OpenTunnelForwarding(const ForwardOptions& options, const Plan& plan) {
  auto forwarding = std::make_unique<TunnelForwarding>(options);
  for (const SourcePlan& source : plan.sources) {
    if (const auto* udp = std::get_if<UdpPlan>(&source.backend)) CheckFeedback(*udp, forwarding->sockets());
    const auto* af_packet = std::get_if<AfPacketPlan>(&source.backend);
    if (af_packet != nullptr && plan.direction != DirectionChoice::kOut) {
      CheckFeedback(*af_packet, options, forwarding->sockets());
    }
  }
  return forwarding;
}

}  // namespace fandump
