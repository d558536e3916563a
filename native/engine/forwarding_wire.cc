// The af_packet sink: packets on a wire again.
#include <optional>

#include "engine/forwarding_workers.h"
#include "filter/link_types.h"
#include "opener/opener.h"
#include "sink/inject.h"
#include "sink/inject_exclusion.h"
#include "source/af_packet_device.h"
#include "source/af_packet_link_type.h"

namespace fandump {

namespace {

InjectDevice LookUp(const std::string& interface) {
  const Device device = FindDevice(interface);
  return {device.index, device.up, LinkTypeOfDevice(device.hardware_type)};
}

// A source that hears what goes out on its interface would hear the sink.
bool Hears(const AfPacketPlan& source, const Plan& plan, const std::string& interface) {
  return source.interface == interface && plan.direction != DirectionChoice::kIn && !source.ignore_outgoing;
}

class WireForwarding : public WorkerForwarding<InjectSink, InjectOptions, InjectSocket> {
 public:
  explicit WireForwarding(const InjectOptions& options)
      : WorkerForwarding(options, std::make_shared<InjectSocket>(options, LookUp(options.interface), [&options] {
                           return ObtainPacketSocket(PacketSocketUse{options.interface, std::nullopt});
                         })) {}

  Exclusion exclusion() const override {
    const std::optional<uint32_t> mark = place_->mark();
    if (!mark) return {};
    return [mark](uint32_t, const BpfProgram& filter, uint32_t snaplen) { return ExcludeMark(*mark, filter, snaplen); };
  }

  void CheckLinkTypes(const std::vector<OpenedSource>& opened) const override {
    for (const OpenedSource& source : opened) {
      const bool wants_frames = place_->link_type() == kLinkTypeEthernet;
      const bool fits = wants_frames ? source.link_type == kLinkTypeEthernet : IsBareIp(source.link_type);
      if (!source.link_type_is_fixed || fits) continue;
      throw CaptureError(
          "ELINKTYPE_FORWARD",
          "sink " + place_->uri() + ": the interface takes " +
              (wants_frames ? "Ethernet frames" : "IP packets without a link header") + ", and the packets of " +
              source.name + " have link type " + LinkTypeText(source.link_type),
          0,
          wants_frames ? "send to an interface without link header, as one of tun" : "send to an Ethernet interface");
    }
  }
};

}  // namespace

std::unique_ptr<Forwarding> OpenWireForwarding(InjectOptions options, const Plan& plan) {
  options.patient = ReadsFiles(plan);
  for (const SourcePlan& source : plan.sources) {
    const auto* af_packet = std::get_if<AfPacketPlan>(&source.backend);
    if (af_packet == nullptr || !Hears(*af_packet, plan, options.interface)) continue;
    throw CaptureError("EFEEDBACK",
                       "sink af_packet::" + options.interface + " would feed the source " + af_packet->interface +
                           ", which captures what goes out there, too",
                       0, "-Q in captures only what comes in");
  }
  return std::make_unique<WireForwarding>(options);
}

}  // namespace fandump
