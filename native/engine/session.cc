#include "engine/session.h"

#include <net/if.h>

#include <algorithm>
#include <limits>
#include <system_error>
#include <utility>
#include <variant>

#include "engine/keeper_start.h"
#include "engine/rejected_file.h"
#include "engine/saved_sources.h"
#include "filter/link_types.h"
#include "privacy/key_file.h"

namespace fandump {

Session::Session(Plan plan, std::function<void()> wake) : plan_(std::move(plan)), wake_(std::move(wake)) {
  const uint64_t packets = plan_.count > 0 ? plan_.count : std::numeric_limits<uint64_t>::max();
  if (plan_.count > 0 || plan_.save) budget_ = std::make_shared<std::atomic<uint64_t>>(packets);
}

Session::~Session() { Close(); }

NoticeHandler Session::notice_handler() {
  return [this](const Notice& notice) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      notices_.push_back(notice);
    }
    wake_();
  };
}

std::vector<OpenedSource> Session::Open() {
  const bool has_udp = std::any_of(plan_.sources.begin(), plan_.sources.end(), [](const SourcePlan& source) {
    return std::holds_alternative<UdpPlan>(source.backend);
  });
  if (has_udp && !plan_.filter.empty()) drop_split_.emplace();
  privacy_.payload = plan_.slice_payload;
  if (!plan_.anonymize_key_file.empty()) privacy_.key = ReadPseudonymKey(plan_.anonymize_key_file);
  // First, since sources are told not to capture what it sends.
  forwarding_ = OpenForwarding(plan_, notice_handler());
  for (size_t i = 0; i < plan_.sources.size(); i++) OpenWorkers(plan_.sources[i], static_cast<uint16_t>(i));
  OpenSinks();
  for (WorkerOptions& options : options_) workers_.push_back(std::make_unique<Worker>(std::move(options)));
  options_.clear();
  return opened_;
}

void Session::OpenWorkers(const SourcePlan& source, uint16_t number) {
  SourceBackend backend = source.backend;
  AttachStrip(backend);
  for (uint32_t i = 0; i < source.workers; i++) {
    WorkerOptions worker;
    const Exclusion exclusion = forwarding_ ? forwarding_->exclusion() : Exclusion{};
    OpenedSource opened = OpenSource(plan_, backend, notice_handler(), worker, exclusion);
    if (i == 0) {
      opened.workers = source.workers;
      if (const auto* plan = std::get_if<AfPacketPlan>(&backend); plan != nullptr && plan->xdp) {
        opened.xdp_mode = strips_.back()->mode();
      }
      // The others join the group that the first one has found or founded.
      if (auto* af_packet = std::get_if<AfPacketPlan>(&backend); af_packet != nullptr && opened.fanout) {
        af_packet->fanout_id = opened.fanout->id;
      }
      opened_.push_back(std::move(opened));
    }
    const size_t index = options_.size();
    worker.budget = budget_;
    if (privacy_.payload || privacy_.key) worker.privacy = std::make_unique<PacketPrivacy>(privacy_);
    worker.number = static_cast<int>(index);
    if (!source.cpus.empty()) worker.cpu = source.cpus[i % source.cpus.size()];
    worker.on_end = [this, index] { OnWorkerEnd(index); };
    options_.push_back(std::move(worker));
    source_of_worker_.push_back(number);
  }
}

void Session::AttachStrip(const SourceBackend& backend) {
  const auto* plan = std::get_if<AfPacketPlan>(&backend);
  if (plan == nullptr || !plan->xdp) return;
  const int index = static_cast<int>(if_nametoindex(plan->interface.c_str()));
  // A missing interface is refused in the same words as without XDP: by the source.
  if (index > 0) strips_.push_back(std::make_unique<StripLink>(plan->interface, index, *plan->xdp));
}

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
    throw CaptureError("EANONYMIZE_LINK_TYPE",
                       source.name + ": where packets of link type " + std::to_string(source.link_type) +
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
    auto sink = std::make_unique<BatchSink>(*queue_, plan_.batch->lossless, plan_.batch->verify_checksums,
                                            plan_.batch->lines);
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
  options.compression = save.compression;
  options.buffer_bytes = save.buffer_bytes;
  options.most_bytes = save.most_bytes;
  options.on_full = save.on_full;
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
  // What a file's own source has dropped is not ours to tell.
  if (!ReadsFiles(plan_)) options.counters = [this, worker](size_t source) { return CountersOf(source, worker); };
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

SourceCounters Session::CountersOf(size_t source, std::optional<size_t> worker) {
  SourceCounters sum;
  for (size_t i = 0; i < workers_.size(); i++) {
    if (worker ? i != *worker : source_of_worker_[i] != source) continue;
    const SourceCounters counters = workers_[i]->counters();
    sum.kernel_matched += counters.kernel_matched;
    sum.kernel_dropped += counters.kernel_dropped;
    // Workers of one source ask the same interface.
    sum.interface_dropped = std::max(sum.interface_dropped, counters.interface_dropped);
  }
  return sum;
}

// What the kernel has taken in meanwhile is not wanted either.
void Session::EndWithEnough() {
  budget_->store(0, std::memory_order_relaxed);
  for (const auto& worker : workers_) worker->Stop();
}

// A pcap file has one link type.
void Session::CheckLinkTypes() const {
  if (plan_.save->per_worker || plan_.save->pcapng) return;
  for (const OpenedSource& opened : opened_) {
    const OpenedSource& first = opened_.front();
    if (opened.link_type == first.link_type) continue;
    throw CaptureError("ELINKTYPE_MIX",
                       "writing " + plan_.save->path + ": a pcap file has one link type, but " + first.name + " has " +
                           LinkTypeText(first.link_type) + " and " + opened.name + " has " + LinkTypeText(opened.link_type),
                       0, "-w NAME.pcapng writes a file that can have several");
  }
}

void Session::OnWorkerEnd(size_t index) {
  bool stops_all = budget_ && budget_->load(std::memory_order_relaxed) == 0;
  if (const auto& failure = workers_[index]->failure()) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!failure_) failure_ = *failure;
    stops_all = true;
  }
  if (stops_all) {
    for (const auto& worker : workers_) worker->Stop();
  }
  wake_();
}

void Session::Start() {
  if (merger_) merger_->Start();
  for (const auto& worker : workers_) worker->Start();
}

void Session::Stop() {
  for (SavefileSink* sink : savefile_sinks_) sink->Hurry();
  if (rejected_) rejected_->Hurry();
  if (forwarding_) forwarding_->Stop();
  if (replay_) replay_->Stop();
  for (const auto& worker : workers_) worker->Stop();
}

bool Session::ended() const {
  const bool received = !workers_.empty() &&
                        std::all_of(workers_.begin(), workers_.end(), [](const auto& worker) { return worker->ended(); });
  return received && (!merger_ || merger_->ended());
}

std::optional<CaptureError> Session::failure() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (failure_) return failure_;
  // A worker says that it has ended before it calls OnWorkerEnd.
  for (const auto& worker : workers_) {
    if (worker->failure()) return worker->failure();
  }
  // What the merger's outputs met last, in finishing, no worker has heard of.
  return merger_ ? merger_->failure() : std::nullopt;
}

SessionStats Session::Stats() {
  SessionStats stats;
  for (size_t i = 0; i < workers_.size(); i++) {
    Worker& worker = *workers_[i];
    stats.workers.push_back({source_of_worker_[i], static_cast<uint16_t>(i), worker.captured(), worker.filtered(),
                             worker.counters()});
  }
  if (drop_split_) {
    std::vector<SocketDrops> sockets;
    for (size_t i = 0; i < workers_.size(); i++) {
      const std::vector<uint64_t>& inodes = workers_[i]->udp_sockets();
      if (!inodes.empty()) sockets.push_back({stats.workers[i].counters, inodes});
    }
    stats.dropped_of_mixed = drop_split_->Apply(sockets);
  }
  for (const SavefileSink* sink : savefile_sinks_) {
    stats.written += sink->written();
    stats.written_bytes += sink->written_bytes();
    stats.other_link_type += sink->other_link_type();
    stats.after_last_file += sink->after_last_file();
    stats.writer_waits += sink->waits();
  }
  for (const auto& strip : strips_) stats.strips.push_back({strip->interface(), strip->Counters()});
  if (rejected_) stats.invalid_written = rejected_->written();
  if (forwarding_) stats.forwarded = forwarding_->counters();
  if (replay_) stats.forwarded->stopped += replay_->left_out();
  if (batch_sink_ != nullptr) stats.not_shown = batch_sink_->dropped();
  return stats;
}

std::vector<Notice> Session::TakeNotices() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return std::exchange(notices_, {});
}

OwnedFd Session::TakeCommandReports() { return keeper_ ? keeper_->TakeReports() : OwnedFd(); }

void Session::EndCommands() {
  if (keeper_) keeper_->EndCommands();
}

void Session::Close() {
  Stop();
  if (queue_) queue_->Close();
  for (const auto& worker : workers_) worker->Join();
  // Workers that were never started have not told the merger of their end; it was not started either.
  if (merger_) merger_->Join();
}

}  // namespace fandump
