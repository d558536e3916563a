#include "sink/tcp.h"

#include <cstring>

#include "sink/savefile_format.h"

namespace fandump {

namespace {

constexpr uint32_t kNanosecondsPerMicrosecond = 1000;

void Add(std::atomic<uint64_t>& counter, uint64_t value) {
  if (value > 0) counter.store(counter.load(std::memory_order_relaxed) + value, std::memory_order_relaxed);
}

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
    Add(without_reader_, size);
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
  Add(sent_, sent);
  Add(sent_bytes_, bytes);
  Add(not_carried_, size - sent);
}

void TcpSink::Finish() {
  readers_.Finish();
  CheckConnection();
}

void TcpSink::ReadCounters(ForwardCounters& counters) const {
  counters.sent += sent_.load(std::memory_order_relaxed);
  counters.sent_bytes += sent_bytes_.load(std::memory_order_relaxed);
  counters.not_carried += not_carried_.load(std::memory_order_relaxed);
  counters.without_reader += without_reader_.load(std::memory_order_relaxed);
  if (listens_) counters.readers += readers_.accepted();
  counters.slow_readers += readers_.slow();
}

}  // namespace fandump
