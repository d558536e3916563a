// One capture from opening to closing: builds source, filter and sinks from the plan and owns the worker thread.
// Methods are called on one thread (JavaScript's); the wake function is called from any.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/plan.h"
#include "engine/worker.h"
#include "fanout/fanout.h"
#include "sink/batch.h"
#include "sink/savefile.h"

namespace fandump {

struct OpenedSource {
  std::string name;
  uint16_t link_type = 0;
  uint32_t snaplen = 0;
  std::optional<FanoutGroup> fanout;
  uint32_t receive_buffer = 0;
};

struct SessionStats {
  uint64_t captured = 0;
  uint64_t filtered = 0;
  SourceCounters source;
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

  // Compiles the filter, then opens source and sinks in the order that leaves nothing behind on failure. Throws CaptureError.
  OpenedSource Open();
  void Start();
  void Stop();
  SessionStats Stats();
  // The slots for printing, or nullptr when nothing crosses.
  BatchQueue* queue() { return queue_.get(); }
  std::vector<Notice> TakeNotices();
  bool ended() const { return worker_ && worker_->ended(); }
  const std::optional<CaptureError>& failure() const { return worker_->failure(); }
  // Ends the threads without waiting for readers. The slots stay mapped until the session is destroyed.
  void Close();

 private:
  OpenedSource OpenAfPacket(const AfPacketPlan& plan, WorkerOptions& worker);
  OpenedSource OpenUdp(const UdpPlan& plan, WorkerOptions& worker);
  OpenedSource OpenSavefile(const SavefilePlan& plan, WorkerOptions& worker);
  void FilterInUserspace(uint16_t link_type, WorkerOptions& worker);
  // For a link type that may come beside the nominal one.
  void FilterOtherType(uint16_t link_type, PacketFilter& filter);
  void AddSinks(const OpenedSource& source, bool link_type_is_fixed, WorkerOptions& worker);
  NoticeHandler notice_handler();

  Plan plan_;
  std::function<void()> wake_;
  std::mutex notices_mutex_;
  std::vector<Notice> notices_;
  std::unique_ptr<BatchQueue> queue_;
  // Owned by the worker; kept here to read their counters.
  BatchSink* batch_sink_ = nullptr;
  SavefileSink* savefile_sink_ = nullptr;
  std::unique_ptr<Worker> worker_;
};

}  // namespace fandump
