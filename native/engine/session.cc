#include "engine/session.h"

#include <algorithm>
#include <utility>

#include "filter/link_types.h"

namespace fandump {

namespace {

constexpr std::string_view kWorkerMark = "%w";

std::string NumberedPath(std::string path, size_t worker) {
  for (size_t at = path.find(kWorkerMark); at != std::string::npos; at = path.find(kWorkerMark, at)) {
    path.replace(at, kWorkerMark.size(), std::to_string(worker));
  }
  return path;
}

std::string TypeName(uint16_t link_type) {
  const auto name = LinkTypeName(link_type);
  return name ? name->first : std::to_string(link_type);
}

}  // namespace

Session::Session(Plan plan, std::function<void()> wake) : plan_(std::move(plan)), wake_(std::move(wake)) {
  if (plan_.count > 0) budget_ = std::make_shared<std::atomic<uint64_t>>(plan_.count);
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
  for (size_t i = 0; i < plan_.sources.size(); i++) OpenWorkers(plan_.sources[i], static_cast<uint16_t>(i));
  OpenSinks();
  for (WorkerOptions& options : options_) workers_.push_back(std::make_unique<Worker>(std::move(options)));
  options_.clear();
  return opened_;
}

void Session::OpenWorkers(const SourcePlan& source, uint16_t number) {
  SourceBackend backend = source.backend;
  for (uint32_t i = 0; i < source.workers; i++) {
    WorkerOptions worker;
    OpenedSource opened = OpenSource(plan_, backend, notice_handler(), worker);
    if (i == 0) {
      opened.workers = source.workers;
      // The others join the group that the first one has found or founded.
      if (auto* af_packet = std::get_if<AfPacketPlan>(&backend); af_packet != nullptr && opened.fanout) {
        af_packet->fanout_id = opened.fanout->id;
      }
      opened_.push_back(std::move(opened));
    }
    const size_t index = options_.size();
    worker.budget = budget_;
    worker.number = static_cast<int>(index);
    if (!source.cpus.empty()) worker.cpu = source.cpus[i % source.cpus.size()];
    worker.on_end = [this, index] { OnWorkerEnd(index); };
    options_.push_back(std::move(worker));
    source_of_worker_.push_back(number);
  }
}

void Session::OpenSinks() {
  std::vector<std::unique_ptr<Sink>> shared;
  if (plan_.save) {
    CheckLinkTypes();
    if (plan_.save->per_worker) {
      for (size_t i = 0; i < options_.size(); i++) {
        options_[i].sinks.push_back(OpenSavefile(NumberedPath(plan_.save->path, i), opened_[source_of_worker_[i]]));
      }
    } else {
      shared.push_back(OpenSavefile(plan_.save->path, NominalSource()));
    }
  }
  if (plan_.batch) {
    queue_ = std::make_unique<BatchQueue>(plan_.batch->slots, plan_.batch->slot_bytes, wake_);
    auto sink = std::make_unique<BatchSink>(*queue_, plan_.batch->lossless, plan_.batch->verify_checksums);
    batch_sink_ = sink.get();
    shared.push_back(std::move(sink));
  }
  if (shared.empty()) return;
  if (options_.size() == 1) {
    for (auto& sink : shared) options_[0].sinks.push_back(std::move(sink));
    return;
  }
  merger_ = std::make_unique<Merger>(std::move(shared), wake_);
  for (size_t i = 0; i < options_.size(); i++) {
    options_[i].sinks.push_back(merger_->AddInput(source_of_worker_[i], static_cast<uint16_t>(i)));
  }
}

std::unique_ptr<Sink> Session::OpenSavefile(const std::string& path, const OpenedSource& nominal) {
  SavefileOptions options;
  options.path = path;
  options.nanoseconds = plan_.save->nanoseconds;
  options.flush_each_batch = plan_.save->flush_each_batch;
  options.owner = plan_.save->owner;
  options.snaplen = nominal.snaplen;
  options.link_type = nominal.link_type_is_fixed ? nominal.link_type : -1;
  auto sink = std::make_unique<SavefileSink>(std::move(options));
  sink->Open();
  savefile_sinks_.push_back(sink.get());
  return sink;
}

// A pcap file has one link type.
void Session::CheckLinkTypes() const {
  if (plan_.save->per_worker) return;
  for (const OpenedSource& opened : opened_) {
    const OpenedSource& first = opened_.front();
    if (opened.link_type == first.link_type) continue;
    throw CaptureError("ELINKTYPE_MIX",
                       "writing " + plan_.save->path + ": a pcap file has one link type, but " + first.name + " has " +
                           TypeName(first.link_type) + " and " + opened.name + " has " + TypeName(opened.link_type),
                       0, "-w 'NAME.%w.pcap' writes a file for each worker");
  }
}

OpenedSource Session::NominalSource() const {
  OpenedSource nominal = opened_.front();
  for (const OpenedSource& opened : opened_) {
    nominal.snaplen = std::max(nominal.snaplen, opened.snaplen);
    nominal.link_type_is_fixed = nominal.link_type_is_fixed && opened.link_type_is_fixed;
  }
  return nominal;
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
  for (const SavefileSink* sink : savefile_sinks_) {
    stats.written += sink->written();
    stats.written_bytes += sink->written_bytes();
    stats.other_link_type += sink->other_link_type();
  }
  if (batch_sink_ != nullptr) stats.not_shown = batch_sink_->dropped();
  return stats;
}

std::vector<Notice> Session::TakeNotices() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return std::exchange(notices_, {});
}

void Session::Close() {
  Stop();
  if (queue_) queue_->Close();
  for (const auto& worker : workers_) worker->Join();
  // Workers that were never started have not told the merger of their end; it was not started either.
  if (merger_) merger_->Join();
}

}  // namespace fandump
