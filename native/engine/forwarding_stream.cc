// The tcp sink: packets as a savefile over TCP.
#include <algorithm>

#include "engine/forwarding.h"
#include "engine/saved_sources.h"
#include "filter/link_types.h"
#include "sink/tcp.h"
#include "sink/tcp_exclusion.h"

namespace fandump {

namespace {

// Whether one of the two listens for the other.
bool Feeds(const TcpOptions& sink, const TcpOptions& source) {
  if (sink.connects == source.connects) return false;
  const TcpEndpoint listens = ParseTcpEndpoint(sink.connects ? source : sink);
  return TcpReaches(listens, ParseTcpEndpoint(sink.connects ? sink : source));
}

class StreamForwarding : public Forwarding {
 public:
  StreamForwarding(const TcpSinkOptions& options, const Plan& plan, NoticeHandler notice, CountersOfSource counters)
      : options_(options), plan_(plan), notice_(std::move(notice)), counters_(std::move(counters)) {
    const std::string who = "sink " + TcpUri(options.at);
    socket_ = options.at.connects ? ConnectTcp(options.at, who) : ListenTcp(options.at, who);
  }

  Exclusion exclusion() const override {
    return
        [endpoint = ParseTcpEndpoint(options_.at)](uint32_t frame_header, const BpfProgram& filter, uint32_t snaplen) {
          return ExcludeTcpEndpoint(endpoint, frame_header, filter, snaplen);
        };
  }

  void CheckLinkTypes(const std::vector<OpenedSource>& opened) const override {
    if (options_.pcapng) return;
    const OpenedSource& first = opened.front();
    for (const OpenedSource& source : opened) {
      if (source.link_type == first.link_type) continue;
      throw CaptureError("ELINKTYPE_MIX",
                         "sink " + TcpUri(options_.at) + ": a pcap stream has one link type, but " + first.name +
                             " has " + LinkTypeText(first.link_type) + " and " + source.name + " has " +
                             LinkTypeText(source.link_type),
                         0, "--pcapng");
    }
  }

  bool is_one_stream() const override { return true; }

  std::unique_ptr<Sink> AddSink(const std::vector<OpenedSource>& opened) override {
    TcpStreamFormat format{opened.front().link_type, 0, SavedSources(plan_, opened), counters_};
    for (const OpenedSource& source : opened) format.snaplen = std::max(format.snaplen, source.snaplen);
    auto sink = std::make_unique<TcpSink>(options_, std::move(socket_), format, ReadsFiles(plan_), notice_);
    sink_ = sink.get();
    return sink;
  }

  void Stop() override {
    if (sink_ != nullptr) sink_->Stop();
  }

  ForwardCounters counters() const override {
    ForwardCounters counters;
    if (sink_ != nullptr) sink_->ReadCounters(counters);
    return counters;
  }

 private:
  const TcpSinkOptions options_;
  const Plan& plan_;  // the session's
  const NoticeHandler notice_;
  const CountersOfSource counters_;
  OwnedFd socket_;           // until the sink has it
  TcpSink* sink_ = nullptr;  // owned by a worker or the merger
};

}  // namespace

std::unique_ptr<Forwarding> OpenStreamForwarding(const TcpSinkOptions& options, const Plan& plan,
                                                 const NoticeHandler& notice, const CountersOfSource& counters) {
  for (const SourcePlan& source : plan.sources) {
    const auto* tcp = std::get_if<TcpOptions>(&source.backend);
    if (tcp == nullptr || !Feeds(options.at, *tcp)) continue;
    throw CaptureError("EFEEDBACK", "sink " + TcpUri(options.at) + " would feed the source " + TcpUri(*tcp), 0,
                       "take another port or another host");
  }
  return std::make_unique<StreamForwarding>(options, plan, notice, counters);
}

}  // namespace fandump
