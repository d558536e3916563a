// A capture's sink that is no file: what its workers share, and what keeps it from sending its own packets again.
#pragma once

#include <memory>
#include <vector>

#include "engine/open_source.h"
#include "engine/plan.h"
#include "sink/forward_counters.h"
#include "sink/pcapng_statistics.h"
#include "sink/sink.h"

namespace fandump {

class Forwarding {
 public:
  virtual ~Forwarding() = default;

  // For OpenSource: what the sink sends is not to be captured.
  virtual Exclusion exclusion() const = 0;
  // Throws CaptureError ELINKTYPE_FORWARD where no packet of a source could be sent.
  virtual void CheckLinkTypes(const std::vector<OpenedSource>& opened) const = 0;
  // Whether it takes the packets of all workers as one stream, in the order of time.
  virtual bool is_one_stream() const { return false; }
  // One for each worker, or the only one, for the packets of these sources; it must not outlive this.
  virtual std::unique_ptr<Sink> AddSink(const std::vector<OpenedSource>& opened) = 0;

  // What is not due yet is left out from here on.
  virtual void Stop() = 0;
  virtual ForwardCounters counters() const = 0;
};

// Opens the sink that the plan asks for; before its sources. Throws CaptureError: those of ForwardSockets,
// InjectSocket, ListenTcp and ConnectTcp, and EFEEDBACK where the sink would feed one of the sources. counters: of live
// sources, asked for once packets come.
std::unique_ptr<Forwarding> OpenForwarding(const Plan& plan, const NoticeHandler& notice,
                                           const CountersOfSource& counters);

// One for each kind of sink.
std::unique_ptr<Forwarding> OpenTunnelForwarding(const ForwardOptions& options, const Plan& plan);
std::unique_ptr<Forwarding> OpenWireForwarding(InjectOptions options, const Plan& plan);
std::unique_ptr<Forwarding> OpenStreamForwarding(const TcpSinkOptions& options, const Plan& plan,
                                                 const NoticeHandler& notice, const CountersOfSource& counters);

// Whether all packets come from files, which wait as long as a sink does.
bool ReadsFiles(const Plan& plan);
// Whether all come from connections: of another host, and perhaps of another time.
bool ReceivesStreams(const Plan& plan);

}  // namespace fandump
