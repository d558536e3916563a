// The af_packet sink: packets on a wire again.
#include <cerrno>
#include <optional>

#include "engine/forwarding.h"
#include "filter/link_types.h"
#include "opener/opener.h"
#include "sink/inject.h"
#include "sink/inject_exclusion.h"
#include "source/af_packet_device.h"
#include "source/af_packet_link_type.h"

namespace fandump {

namespace {

InjectDevice LookUp(const std::string& interface) {
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (!fd) throw CaptureError("ESOCKET", "cannot make a socket to look up " + interface, errno);
  const Device device = FindDevice(fd.get(), interface);
  return {device.index, device.up, LinkTypeOfDevice(device.hardware_type)};
}

// A source that hears what goes out on its interface would hear the sink.
bool Hears(const AfPacketPlan& source, const Plan& plan, const std::string& interface) {
  return source.interface == interface && plan.direction != DirectionChoice::kIn && !source.ignore_outgoing;
}

class WireForwarding : public Forwarding {
 public:
  explicit WireForwarding(const InjectOptions& options)
      : options_(options),
        socket_(std::make_shared<InjectSocket>(
            options, LookUp(options.interface),
            [&options] {
              return ObtainPacketSocket(PacketSocketUse{options.interface, std::nullopt});
            })),
        pace_(std::make_shared<ForwardPace>(options.rate)) {}

  Exclusion exclusion() const override {
    const std::optional<uint32_t> mark = socket_->mark();
    if (!mark) return {};
    return [mark](uint32_t, const BpfProgram& filter, uint32_t snaplen) { return ExcludeMark(*mark, filter, snaplen); };
  }

  void CheckLinkTypes(const std::vector<OpenedSource>& opened) const override {
    for (const OpenedSource& source : opened) {
      if (!source.link_type_is_fixed || source.link_type == socket_->link_type()) continue;
      const bool wants_frames = socket_->link_type() == kLinkTypeEthernet;
      throw CaptureError(
          "ELINKTYPE_FORWARD",
          "sink " + socket_->uri() + ": the interface takes " +
              (wants_frames ? "Ethernet frames" : "IP packets without a link header") + ", and the packets of " +
              source.name + " have link type " + LinkTypeText(source.link_type),
          0,
          wants_frames ? "send to an interface without link header, as one of tun" : "send to an Ethernet interface");
    }
  }

  std::unique_ptr<Sink> AddSink(const std::vector<OpenedSource>&) override {
    auto sink = std::make_unique<InjectSink>(options_, socket_, pace_);
    sinks_.push_back(sink.get());
    return sink;
  }

  void Stop() override { pace_->Stop(); }

  ForwardCounters counters() const override {
    ForwardCounters counters;
    for (const InjectSink* sink : sinks_) sink->ReadCounters(counters);
    return counters;
  }

 private:
  const InjectOptions options_;
  const std::shared_ptr<InjectSocket> socket_;
  const std::shared_ptr<ForwardPace> pace_;
  std::vector<const InjectSink*> sinks_;  // owned by the workers
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
