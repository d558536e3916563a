// Where the packets of a session go: the sinks of each worker, and those that all share.
#include <algorithm>
#include <system_error>
#include <variant>

#include "engine/keeper_start.h"
#include "engine/rejected_file.h"
#include "engine/saved_sources.h"
#include "engine/session.h"
#include "filter/link_types.h"

namespace fandump {

namespace {

constexpr const char* kHintOfSeveralLinkTypes = "-w NAME.pcapng writes a file that can have several";

}  // namespace

void Session::OpenTallies() {
  if (plan_.count_by.empty()) return;
  for (WorkerOptions& options : options_) {
    auto tally = std::make_unique<TallySink>(plan_.count_by);
    tallies_.push_back(tally.get());
    options.sinks.push_back(std::move(tally));
  }
}

// Of packets that nobody understands no address can be taken, and so nothing would be left.
void Session::CheckPrivacy() const {
  if (!privacy_.key) return;
  for (const OpenedSource& source : opened_) {
    if (!source.link_type_is_fixed || KnowsHeadersOf(source.link_type)) continue;
    throw CaptureError("EANONYMIZE_LINK_TYPE", source.name + ": where packets of link type " +
                                                   std::to_string(source.link_type) +
                                                   " have addresses is not known: none can be anonymized");
  }
}

void Session::OpenSinks() {
  CheckPrivacy();
  OpenTallies();
  std::vector<std::unique_ptr<Sink>> shared;
  if (forwarding_) OpenForwardSinks(shared);
  if (plan_.save) {
    CheckLinkTypes();
    if (plan_.save->most_bytes > 0) save_budget_ = std::make_shared<ByteBudget>(plan_.save->most_bytes);
    save_paths_ = SavefilePaths(*plan_.save, options_.size());
    keeper_ = StartKeeper(*plan_.save, save_paths_);
    if (plan_.save->per_worker) {
      OpenSavefilePerWorker();
    } else {
      shared.push_back(OpenSavefile(0, opened_, std::nullopt));
    }
  }
  if (plan_.invalid) OpenRejected();
  if (plan_.batch) {
    queue_ = std::make_unique<BatchQueue>(plan_.batch->slots, plan_.batch->slot_bytes, wake_);
    auto sink =
        std::make_unique<BatchSink>(*queue_, plan_.batch->lossless, plan_.batch->verify_checksums, plan_.batch->lines);
    batch_sink_ = sink.get();
    shared.push_back(std::move(sink));
  }
  if (shared.empty()) return;
  if (options_.size() == 1) {
    for (auto& sink : shared) options_[0].sinks.push_back(std::move(sink));
    return;
  }
  merger_ = std::make_unique<Merger>(std::move(shared), wake_, ReadsFiles(plan_));
  for (size_t i = 0; i < options_.size(); i++) {
    options_[i].sinks.push_back(merger_->AddInput(source_of_worker_[i], static_cast<uint16_t>(i)));
  }
}

void Session::OpenForwardSinks(std::vector<std::unique_ptr<Sink>>& shared) {
  forwarding_->CheckLinkTypes(opened_);
  if (!plan_.replay_speed && !forwarding_->is_one_stream()) {
    for (WorkerOptions& options : options_) options.sinks.push_back(forwarding_->AddSink(opened_));
    return;
  }
  std::unique_ptr<Sink> sink = forwarding_->AddSink(opened_);
  if (plan_.replay_speed) {
    replay_ = std::make_shared<ReplayControl>();
    sink = std::make_unique<ReplaySink>(std::move(sink), *plan_.replay_speed, replay_);
  }
  shared.push_back(std::move(sink));
}

void Session::OpenSavefilePerWorker() {
  for (size_t i = 0; i < options_.size(); i++) {
    const OpenedSource& opened = opened_[source_of_worker_[i]];
    options_[i].sinks.push_back(OpenSavefile(i, {opened}, i));
  }
}

std::unique_ptr<Sink> Session::OpenSavefile(size_t number, const std::vector<OpenedSource>& sources,
                                            std::optional<size_t> worker) {
  const SavePlan& save = *plan_.save;
  SavefileOptions options;
  options.path = save_paths_[number];
  options.pcapng = save.pcapng;
  options.nanoseconds = save.nanoseconds;
  options.interface_per_vni = save.interface_per_vni;
  options.flush_each_batch = save.flush_each_batch;
  options.application = save.application;
  options.rotation = save.rotation;
  options.by_packet_time = ReadsFiles(plan_);
  options.begins_with_packet = ReceivesStreams(plan_);
  options.compression = save.compression;
  options.buffer_bytes = save.buffer_bytes;
  options.budget = save_budget_;
  options.on_full = save.on_full;
  options.complete = complete_files_;
  options.sync_seconds = save.sync_seconds;
  options.uncached = save.uncached;
  options.force = save.force;
  options.owner = save.owner;
  if (keeper_) options.maker = MakerOf(keeper_, number);
  options.sources = SavedSources(plan_, sources);
  options.snaplen = 0;
  bool is_fixed = true;
  for (const OpenedSource& source : sources) {
    options.snaplen = std::max(options.snaplen, source.snaplen);
    is_fixed = is_fixed && source.link_type_is_fixed;
  }
  options.link_type = is_fixed ? sources.front().link_type : -1;
  options.on_enough = [this] { EndWithEnough(); };
  // Of a live source with tunnels taken off, both are common; a file that is to be copied must be copied whole.
  if (ReadsFiles(plan_)) {
    options.on_other_link_type = [path = options.path](uint16_t of_file, uint16_t of_packet) {
      throw CaptureError("ELINKTYPE_MIX",
                         "writing " + path + ": a pcap file has one link type, here " + LinkTypeText(of_file) +
                             ", and the next packet has " + LinkTypeText(of_packet),
                         0, kHintOfSeveralLinkTypes);
    };
  }
  options.counters = CountersForSinks(worker);
  options.notice = notice_handler();
  if (save.keeper && !save.keeper->command.empty()) {
    options.on_file = [keeper = keeper_, number, notice = options.notice](const std::string& file) {
      const int error = keeper->RunCommand(number, file);
      if (error != 0) notice({"EKEEPER", "-z for " + file + ": " + std::generic_category().message(error), ""});
    };
  }
  auto sink = std::make_unique<SavefileSink>(std::move(options));
  sink->Open();
  savefile_sinks_.push_back(sink.get());
  return sink;
}

void Session::OpenRejected() {
  std::vector<WorkerOptions*> feeders;
  std::string names;
  for (size_t i = 0; i < options_.size(); i++) {
    const uint16_t source = source_of_worker_[i];
    if (!std::holds_alternative<UdpPlan>(plan_.sources[source].backend)) continue;
    feeders.push_back(&options_[i]);
    if (i == 0 || source_of_worker_[i - 1] != source) names += (names.empty() ? "" : ", ") + opened_[source].name;
  }
  rejected_ = OpenRejectedFile(*plan_.invalid, names, feeders.size(), notice_handler());
  for (WorkerOptions* feeder : feeders) feeder->rejected = rejected_;
}

// A pcap file has one link type.
void Session::CheckLinkTypes() const {
  if (plan_.save->per_worker || plan_.save->pcapng) return;
  for (const OpenedSource& opened : opened_) {
    const OpenedSource& first = opened_.front();
    if (opened.link_type == first.link_type) continue;
    throw CaptureError("ELINKTYPE_MIX",
                       "writing " + plan_.save->path + ": a pcap file has one link type, but " + first.name + " has " +
                           LinkTypeText(first.link_type) + " and " + opened.name + " has " +
                           LinkTypeText(opened.link_type),
                       0, kHintOfSeveralLinkTypes);
  }
}

}  // namespace fandump
