// One capture from opening to closing: builds sources, filters and sinks from the plan and owns the threads.
// Methods are called on one thread (JavaScript's); the wake function is called from any.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/open_source.h"
#include "engine/plan.h"
#include "engine/worker.h"
#include "sink/batch.h"
#include "sink/merge.h"
#include "sink/savefile.h"

namespace fandump {

struct WorkerStats {
  uint16_t source = 0;
  uint16_t worker = 0;
  uint64_t captured = 0;
  uint64_t filtered = 0;
  SourceCounters counters;
};

struct SessionStats {
  std::vector<WorkerStats> workers;
  uint64_t written = 0;
  uint64_t written_bytes = 0;
  uint64_t other_link_type = 0;
  uint64_t not_shown = 0;
};

class Session {
 public:
  // wake: something is there to be taken (batch, notice, end).
  Session(Plan plan, std::function<void()> wake);
  ~Session();

  // Opens every source for each of its workers, then the sinks. Throws CaptureError; nothing stays open then.
  std::vector<OpenedSource> Open();
  void Start();
  void Stop();
  SessionStats Stats();
  // The slots for printing, or nullptr when nothing crosses.
  BatchQueue* queue() { return queue_.get(); }
  std::vector<Notice> TakeNotices();
  bool ended() const;
  // What ended the capture early, if anything; valid once ended.
  std::optional<CaptureError> failure();
  // Ends the threads without waiting for readers. The slots stay mapped until the session is destroyed.
  void Close();

 private:
  void OpenWorkers(const SourcePlan& source, uint16_t number);
  void OpenSinks();
  std::unique_ptr<Sink> OpenSavefile(const std::string& path, const OpenedSource& nominal);
  void CheckLinkTypes() const;
  OpenedSource NominalSource() const;
  void OnWorkerEnd(size_t index);
  NoticeHandler notice_handler();

  Plan plan_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Notice> notices_;            // guarded by mutex_
  std::optional<CaptureError> failure_;    // guarded by mutex_: the first one is the cause
  std::shared_ptr<std::atomic<uint64_t>> budget_;
  std::unique_ptr<BatchQueue> queue_;
  // Owned by workers or merger; kept here to read their counters.
  BatchSink* batch_sink_ = nullptr;
  std::vector<SavefileSink*> savefile_sinks_;
  std::unique_ptr<Merger> merger_;

  std::vector<OpenedSource> opened_;
  std::vector<uint16_t> source_of_worker_;
  std::vector<WorkerOptions> options_;  // until the workers are made
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace fandump
