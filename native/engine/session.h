// One capture from opening to closing: builds sources, filters and sinks from the plan and owns the threads.
// Methods are called on one thread (JavaScript's); the wake function is called from any.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/drop_split.h"
#include "engine/forwarding.h"
#include "engine/open_source.h"
#include "engine/plan.h"
#include "engine/worker.h"
#include "keeper/client.h"
#include "sink/batch.h"
#include "sink/merge.h"
#include "sink/replay.h"
#include "sink/savefile.h"
#include "sink/tally.h"
#include "xdp/strip_link.h"

namespace fandump {

struct WorkerStats {
  uint16_t source = 0;
  uint16_t worker = 0;
  uint64_t captured = 0;
  uint64_t filtered = 0;
  SourceCounters counters;
};

// What the XDP program of an interface has done, for all who share it.
struct StripStats {
  std::string interface;
  std::array<uint64_t, kStripCounterCount> counters{};
};

struct SessionStats {
  std::vector<WorkerStats> workers;
  uint64_t written = 0;
  uint64_t written_bytes = 0;
  uint64_t other_link_type = 0;
  uint64_t after_last_file = 0;
  uint64_t writer_waits = 0;
  uint64_t deleted_files = 0;
  uint64_t not_shown = 0;
  std::vector<StripStats> strips;
  std::optional<ForwardCounters> forwarded;  // none: there is no such sink
  std::optional<uint64_t> invalid_written;   // datagrams that are kept for study; none: they are not
  // Of all workers' refused_or_dropped, how many were dropped; nothing: unknown.
  std::optional<uint64_t> dropped_of_mixed = 0;
};

class Session {
 public:
  // wake: something is there to be taken (batch, notice, end).
  Session(Plan plan, std::function<void()> wake);
  ~Session();

  // Opens every source for each of its workers, then the sinks. Throws CaptureError; nothing stays open then.
  std::vector<OpenedSource> Open();
  // Throws CaptureError "ETHREAD" where nothing has been started. A worker that could not be has ended with that.
  void Start();
  void Stop();
  // What sinks to files hold in memory is written soon.
  void Flush();
  SessionStats Stats();
  // Of a plan with count_by: the most frequent, limit of them at most (0: all).
  TallyReport Tally(size_t limit) const { return TallySink::Report(tallies_, limit); }
  // The slots for printing, or nullptr when nothing crosses.
  BatchQueue* queue() { return queue_.get(); }
  std::vector<Notice> TakeNotices();
  // Of a plan whose keeper runs commands: what becomes of them (keeper/report.h), once. The pipe ends when all have.
  OwnedFd TakeCommandReports();
  // Once the capture has ended: no file follows, and the commands that wait go on.
  void EndCommands();
  bool ended() const;
  // What ended the capture early, if anything; valid once ended.
  std::optional<CaptureError> failure();
  // Ends the threads without waiting for readers. The slots stay mapped until the session is destroyed.
  void Close();

 private:
  void OpenWorkers(const SourcePlan& source, uint16_t number);
  // Before the source is opened: a driver may start its link anew.
  void AttachStrip(const SourceBackend& backend);
  void OpenTallies();
  void CheckPrivacy() const;
  void OpenSinks();
  // Each worker's own, or what goes to shared: the one for all.
  void OpenForwardSinks(std::vector<std::unique_ptr<Sink>>& shared);
  void OpenSavefilePerWorker();
  // number: of its path. sources: those of its packets. worker: the only one that feeds it; none: all.
  std::unique_ptr<Sink> OpenSavefile(size_t number, const std::vector<OpenedSource>& sources,
                                     std::optional<size_t> worker);
  // The file for the datagrams that sources of UDP refuse.
  void OpenRejected();
  CountersOfSource CountersForSinks(std::optional<size_t> worker);
  SourceCounters CountersOf(size_t source, std::optional<size_t> worker);
  void EndWithEnough();
  void CheckLinkTypes() const;
  void OnWorkerEnd(size_t index);
  // The first is the capture's; of files that cannot be read further ones are told, too.
  void NoteFailure(const CaptureError& failure);
  NoticeHandler notice_handler();

  Plan plan_;
  PrivacyOptions privacy_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Notice> notices_;          // guarded by mutex_
  std::optional<CaptureError> failure_;  // guarded by mutex_: the first one is the cause
  std::shared_ptr<std::atomic<uint64_t>> budget_;
  std::unique_ptr<BatchQueue> queue_;
  // Owned by workers or merger; kept here to read their counters.
  BatchSink* batch_sink_ = nullptr;
  std::vector<SavefileSink*> savefile_sinks_;
  std::vector<std::string> save_paths_;
  std::shared_ptr<ByteBudget> save_budget_;  // of all savefiles together; none: any number of bytes
  std::shared_ptr<CompleteFiles> complete_files_ = std::make_shared<CompleteFiles>();  // of all savefiles together
  std::shared_ptr<Keeper> keeper_;  // none: this process makes its files itself
  std::vector<TallySink*> tallies_;
  std::shared_ptr<RejectedSink> rejected_;
  std::unique_ptr<Forwarding> forwarding_;  // before what may own its sinks: merger_ and workers_
  std::unique_ptr<Merger> merger_;
  std::shared_ptr<ReplayControl> replay_;  // none: packets are sent on as they come

  std::optional<DropSplit> drop_split_;  // where a kernel's filter of UDP sockets makes it necessary
  std::vector<std::unique_ptr<StripLink>> strips_;
  std::vector<OpenedSource> opened_;
  std::vector<uint16_t> source_of_worker_;
  std::vector<WorkerOptions> options_;  // until the workers are made
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace fandump
