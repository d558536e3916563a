#include "sink/tcp.h"

#include <cstring>

#include "sink/savefile_format.h"

namespace fandump {

namespace {

constexpr uint32_t kNanosecondsPerMicrosecond = 1000;

TcpReaderOptions ReaderOptions(const TcpSinkOptions& options, OwnedFd socket, TcpStreamFormat format, bool waits,
                               NoticeHandler notice) {
  TcpReaderOptions result;
  result.uri = "sink " + TcpUri(options.at);
  (options.at.connects ? result.peer : result.listener) = std::move(socket);
  result.most = options.readers;
  result.is_waited_for = waits;
  PcapFileHeader header{};
  header.magic = options.nanoseconds ? kPcapMagicNanoseconds : kPcapMagicMicroseconds;
  header.snaplen = format.snaplen;
  header.link_type = format.link_type;
  result.header.resize(sizeof header);
  std::memcpy(result.header.data(), &header, sizeof header);
  result.notice = std::move(notice);
  return result;
}

}  // namespace

TcpSink::TcpSink(const TcpSinkOptions& options, OwnedFd socket, TcpStreamFormat format, bool waits,
                 NoticeHandler notice)
    : uri_(TcpUri(options.at)),
      listens_(!options.at.connects),
      link_type_(format.link_type),
      fraction_divisor_(options.nanoseconds ? 1 : kNanosecondsPerMicrosecond),
      waits_(waits),
      log_(options.buffer_bytes),
      readers_(ReaderOptions(options, std::move(socket), format, waits, std::move(notice)), log_) {}

void TcpSink::CheckConnection() const {
  const std::string loss = readers_.loss();
  if (!loss.empty()) throw CaptureError("ETCP_LOST", "sink " + uri_ + ": " + loss);
}

uint8_t* TcpSink::Reserve(size_t length) {
  if (log_.HasRoom(length)) return log_.room();
  if (waits_ && log_.IsFull()) {
    log_.Publish();
    readers_.Wake();
    readers_.WaitUntilRead(log_.first());
  }
  log_.BeginBlock(readers_.oldest_needed());
  return log_.room();
}

void TcpSink::Consume(const PacketView* packets, size_t size) {
  CheckConnection();
  if (waits_ ? !readers_.WaitForReader() : readers_.count() == 0) {
    count_.without_reader.Add(size);
    return;
  }
  uint64_t sent = 0, bytes = 0;
  for (size_t i = 0; i < size; i++) {
    if (packets[i].link_type != link_type_) continue;
    const PcapRecord record(packets[i], fraction_divisor_);
    record.Put(Reserve(record.length()));
    log_.Commit(record.length());
    sent++;
    bytes += record.captured();
  }
  log_.Publish();
  readers_.Wake();
  count_.sent.Add(sent);
  count_.sent_bytes.Add(bytes);
  count_.not_carried.Add(size - sent);
}

void TcpSink::Finish() {
  readers_.Finish();
  CheckConnection();
}

void TcpSink::ReadCounters(ForwardCounters& counters) const {
  count_.AddTo(counters);
  if (listens_) counters.readers += readers_.accepted();
  counters.slow_readers += readers_.slow();
}

}  // namespace fandump
