// A savefile read again and again. The time stamps of each pass begin where those of the pass before it have ended, so
// that they go on through all of them.
#pragma once

#include "source/savefile.h"

namespace fandump {

class SavefileLoop : public Source {
 public:
  // passes: 0: for ever.
  SavefileLoop(std::string path, uint64_t passes) : file_(std::move(path)), passes_left_(passes) {}

  // Throws CaptureError as SavefileSource::Open, and ESAVEFILE_AGAIN where the file can be read only once.
  void Open() override;
  uint16_t link_type() const override { return file_.link_type(); }
  uint32_t snaplen() const { return file_.snaplen(); }
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override;
  void Drain() override;
  void ReadCounters(SourceCounters& counters) override { file_.ReadCounters(counters); }

 private:
  void ShiftTimes(PacketBatch& batch);
  // false: that was the last pass, or there is nothing in the file.
  bool BeginAgain();

  SavefileSource file_;
  uint64_t passes_left_;
  bool draining_ = false;
  bool has_packets_ = false;
  int64_t first_ = 0;  // time stamps of the file, nanoseconds since the epoch
  int64_t latest_ = 0;
  int64_t shift_ = 0;  // what is added to them, nanoseconds
};

}  // namespace fandump
