// What the sinks of a capture that each worker has one of have in common.
#pragma once

#include <memory>
#include <vector>

#include "engine/forwarding.h"
#include "sink/forward_pace.h"

namespace fandump {

// The workers' sinks share a place to send by, and a pace. SinkType: made of Options and both.
template <typename SinkType, typename Options, typename Place>
class WorkerForwarding : public Forwarding {
 public:
  WorkerForwarding(const Options& options, std::shared_ptr<Place> place)
      : options_(options), place_(std::move(place)), pace_(std::make_shared<ForwardPace>(options.rate)) {}

  std::unique_ptr<Sink> AddSink(const std::vector<OpenedSource>&) override {
    auto sink = std::make_unique<SinkType>(options_, place_, pace_);
    sinks_.push_back(sink.get());
    return sink;
  }

  void Stop() override { pace_->Stop(); }

  ForwardCounters counters() const override {
    ForwardCounters counters;
    for (const SinkType* sink : sinks_) sink->ReadCounters(counters);
    return counters;
  }

 protected:
  const Options options_;
  const std::shared_ptr<Place> place_;

 private:
  const std::shared_ptr<ForwardPace> pace_;
  std::vector<const SinkType*> sinks_;  // owned by the workers
};

}  // namespace fandump
