// Datagrams that no packet could be taken out of, kept whole in a savefile for study.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sink/savefile.h"
#include "types.h"

namespace fandump {

// The words for a cause, as the comments of a pcapng file have them.
const char* InvalidCauseText(InvalidCause cause);

// A savefile of LINKTYPE_RAW. A UDP socket shows no headers, so each datagram gets new ones in front (RFC 791, RFC
// 8200, RFC 768), with its own addresses, ports and length. For datagrams only, whose tunnel is set.
class RejectedSink {
 public:
  // feeders: how many workers will call Finish.
  RejectedSink(std::unique_ptr<SavefileSink> file, std::string path, size_t feeders, NoticeHandler notice);

  // These are called on any worker's thread. A file that cannot be written to any more is given up with a notice.
  void Consume(const std::vector<RejectedPacket>& rejected);
  void Idle();
  // With the last feeder's call the file is complete.
  void Finish();

  // Datagrams in the file. Any thread.
  uint64_t written() const { return file_->written(); }
  // A full disk is no longer waited for. Any thread.
  void Hurry() { file_->Hurry(); }

 private:
  template <typename Action>
  void Guard(Action action);
  void Put(const RejectedPacket& rejected);

  const std::unique_ptr<SavefileSink> file_;
  const std::string path_;
  const NoticeHandler notice_;
  std::mutex mutex_;  // guards what follows
  size_t feeders_;
  bool given_up_ = false;
  std::vector<uint8_t> bytes_;
  std::array<std::vector<uint8_t>, kInvalidCauseCount> comments_;  // options of a packet block
};

}  // namespace fandump
