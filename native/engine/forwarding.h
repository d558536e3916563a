// A capture's udp sink: what its workers share, and what keeps it from sending its own datagrams again.
#pragma once

#include <memory>
#include <vector>

#include "engine/open_source.h"
#include "engine/plan.h"
#include "sink/forward.h"

namespace fandump {

class Forwarding {
 public:
  // Opens the sockets. Throws CaptureError: those of ForwardSockets, and EFEEDBACK where one of the sources listens for
  // what the sink sends.
  Forwarding(const ForwardOptions& options, const std::vector<SourcePlan>& sources);

  // For OpenSource: packets to there are not to be captured.
  const sockaddr_storage& destination() const { return sockets_->destination(); }
  // Throws CaptureError ELINKTYPE_FORWARD where no packet of a source could be sent.
  void CheckLinkTypes(const std::vector<OpenedSource>& opened) const;
  // One for each worker; it must not outlive this.
  std::unique_ptr<Sink> AddSink();

  // What is not due yet is left out from here on.
  void Stop() { pace_->Stop(); }
  ForwardCounters counters() const;

 private:
  const ForwardOptions options_;
  std::shared_ptr<ForwardSockets> sockets_;
  std::shared_ptr<ForwardPace> pace_;
  std::vector<const ForwardSink*> sinks_;  // owned by the workers
};

}  // namespace fandump
