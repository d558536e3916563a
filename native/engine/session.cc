#include "engine/session.h"

#include <net/if.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>
#include <variant>

#include "privacy/key_file.h"

namespace fandump {

namespace {

// Of fragments no tunnel is taken off, and the first one has the addresses inside.
TunnelPort TunnelPortOf(const SourceBackend& backend) {
  const auto* plan = std::get_if<AfPacketPlan>(&backend);
  if (plan != nullptr && plan->decap) return {plan->decap->encapsulation, plan->decap->port};
  if (plan != nullptr && plan->xdp) return {plan->xdp->encapsulation, plan->xdp->port};
  return {};
}

}  // namespace

Session::Session(Plan plan, std::function<void()> wake) : plan_(std::move(plan)), wake_(std::move(wake)) {
  const uint64_t packets = plan_.count > 0 ? plan_.count : std::numeric_limits<uint64_t>::max();
  if (plan_.count > 0 || plan_.save) budget_ = std::make_shared<std::atomic<uint64_t>>(packets);
}

Session::~Session() { Close(); }

NoticeHandler Session::notice_handler() {
  return [this](const Notice& notice) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      // Workers of one source meet the same thing at the same time.
      const auto is_same = [&notice](const Notice& known) { return known.message == notice.message; };
      if (std::any_of(notices_.begin(), notices_.end(), is_same)) return;
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
  forwarding_ = OpenForwarding(plan_, notice_handler(), CountersForSinks(std::nullopt));
  for (size_t i = 0; i < plan_.sources.size(); i++) OpenWorkers(plan_.sources[i], static_cast<uint16_t>(i));
  OpenSinks();
  for (WorkerOptions& options : options_) workers_.push_back(std::make_unique<Worker>(std::move(options)));
  options_.clear();
  return opened_;
}

void Session::OpenWorkers(const SourcePlan& source, uint16_t number) {
  SourceBackend backend = source.backend;
  if (auto* af_packet = std::get_if<AfPacketPlan>(&backend)) af_packet->fanout_is_own = af_packet->fanout_id < 0;
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
    if (privacy_.payload || privacy_.key) {
      worker.privacy = std::make_unique<PacketPrivacy>(privacy_, TunnelPortOf(source.backend), notice_handler());
    }
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

// What a file's own source has dropped is not ours to tell.
CountersOfSource Session::CountersForSinks(std::optional<size_t> worker) {
  if (ReadsFiles(plan_)) return {};
  return [this, worker](size_t source) { return CountersOf(source, worker); };
}

SourceCounters Session::CountersOf(size_t source, std::optional<size_t> worker) {
  SourceCounters sum;
  for (size_t i = 0; i < workers_.size(); i++) {
    if (worker ? i != *worker : source_of_worker_[i] != source) continue;
    const SourceCounters counters = workers_[i]->counters();
    sum.kernel_matched += counters.kernel_matched;
    sum.kernel_dropped += counters.kernel_dropped;
    sum.refused_or_dropped += counters.refused_or_dropped;
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

void Session::OnWorkerEnd(size_t index) {
  bool stops_all = budget_ && budget_->load(std::memory_order_relaxed) == 0;
  if (const auto& failure = workers_[index]->failure()) {
    NoteFailure(*failure);
    // A file that is torn says nothing about the others; an output that is lost each worker meets by itself.
    stops_all = stops_all || !ReadsFiles(plan_);
  }
  if (stops_all) {
    for (const auto& worker : workers_) worker->Stop();
  }
  wake_();
}

void Session::NoteFailure(const CaptureError& failure) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!failure_) failure_ = failure;
    if (std::strcmp(failure_->what(), failure.what()) == 0) return;
  }
  if (ReadsFiles(plan_)) notice_handler()({failure.code(), failure.what(), failure.hint()});
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

void Session::Flush() {
  for (SavefileSink* sink : savefile_sinks_) sink->Flush();
}

bool Session::ended() const {
  const auto has_ended = [](const auto& worker) { return worker->ended(); };
  const bool received = !workers_.empty() && std::all_of(workers_.begin(), workers_.end(), has_ended);
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
    stats.workers.push_back(
        {source_of_worker_[i], static_cast<uint16_t>(i), worker.captured(), worker.filtered(), worker.counters()});
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
    stats.deleted_files += sink->deleted_files();
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
