#include "sink/tcp.h"

#include <cstring>

#include "clock.h"
#include "sink/savefile_format.h"

namespace fandump {

namespace {

constexpr int64_t kDropsMs = 100;

static_assert(TcpBlock::kCapacity >= PcapngRecord::kLongest);
static_assert(TcpBlock::kCapacity >= kLongestPcapngBlock);

std::optional<SavedInterfaces> Interfaces(const TcpSinkOptions& options, const TcpStreamFormat& format) {
  if (!options.pcapng) return std::nullopt;
  return SavedInterfaces(format.sources, DescribeHost(options.pcapng->application), options.pcapng->interface_per_vni);
}

std::string PcapHeader(const TcpSinkOptions& options, const TcpStreamFormat& format) {
  PcapFileHeader header{};
  header.magic = options.nanoseconds ? pcap_file::kMagicNanoseconds : pcap_file::kMagicMicroseconds;
  header.snaplen = format.snaplen;
  header.link_type = format.link_type;
  return {reinterpret_cast<const char*>(&header), sizeof header};
}

std::string PcapngHeader(SavedInterfaces& interfaces) {
  std::string header;
  for (const std::string& block : interfaces.StartFile()) header += block;
  return header;
}

TcpReaderOptions ReaderOptions(const TcpSinkOptions& options, OwnedFd socket, std::string header, bool waits,
                               NoticeHandler notice) {
  TcpReaderOptions result;
  result.uri = "sink " + TcpUri(options.at);
  (options.at.connects ? result.peer : result.listener) = std::move(socket);
  result.most = options.readers;
  result.is_waited_for = waits;
  result.header = std::move(header);
  result.notice = std::move(notice);
  return result;
}

}  // namespace

TcpSink::TcpSink(const TcpSinkOptions& options, OwnedFd socket, const TcpStreamFormat& format, bool waits,
                 const NoticeHandler& notice)
    : uri_(TcpUri(options.at)),
      listens_(!options.at.connects),
      link_type_(format.link_type),
      nanoseconds_(options.nanoseconds),
      waits_(waits),
      interfaces_(Interfaces(options, format)),
      statistics_(format.counters, format.sources.size(), format.statistics_ms),
      notice_(notice),
      log_(options.buffer_bytes),
      readers_(ReaderOptions(options, std::move(socket),
                             interfaces_ ? PcapngHeader(*interfaces_) : PcapHeader(options, format), waits, notice),
               log_) {
  statistics_.Begin();
}

void TcpSink::CheckConnection() const {
  const std::string loss = readers_.loss();
  if (!loss.empty()) throw CaptureError("ETCP_LOST", "sink " + uri_ + ": " + loss);
}

uint8_t* TcpSink::Reserve(size_t length) {
  if (log_.HasRoom(length)) return log_.room();
  if (waits_ && log_.IsFull()) {
    Publish();
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
  if (interfaces_) {
    PutCopiedBlocks();
    const int64_t now = NowMs(CLOCK_MONOTONIC_COARSE);
    if (statistics_.IsDue(now)) PutStatistics();
    LookForDrops(now);
  }
  uint64_t sent = 0, bytes = 0;
  for (size_t i = 0; i < size; i++) {
    if (interfaces_) {
      bytes += PutPcapng(packets[i]);
    } else if (packets[i].link_type == link_type_) {
      bytes += Put(PcapRecord(packets[i], nanoseconds_));
    } else {
      continue;
    }
    sent++;
  }
  Publish();
  count_.sent.Add(sent);
  count_.sent_bytes.Add(bytes);
  count_.not_carried.Add(size - sent);
}

template <typename Record>
uint32_t TcpSink::Put(const Record& record) {
  record.Put(Reserve(record.length()));
  log_.Commit(record.length());
  return record.captured();
}

uint32_t TcpSink::PutPcapng(const PacketView& packet) {
  SavedInterface& interface = interfaces_->Of(packet);
  if (interface.id == SavedInterface::kNotInFile) {
    interfaces_->AddToFile(interface);
    PutLastingBlock(interface.block);
  }
  interface.written++;
  return Put(PcapngRecord(packet, interface.id, statistics_.TakeDrops(interface.source)));
}

void TcpSink::PutBlock(const std::string& block) {
  std::memcpy(Reserve(block.size()), block.data(), block.size());
  log_.Commit(block.size());
}

void TcpSink::PutLastingBlock(const std::string& block) {
  PutBlock(block);
  readers_.AddToHeader(block, [this] { log_.Publish(); });
}

void TcpSink::PutCopiedBlocks() {
  while (const auto block = interfaces_->NextCopiedBlock()) PutLastingBlock(*block);
}

void TcpSink::PutStatistics() {
  for (const std::string& block : statistics_.Blocks(*interfaces_)) PutBlock(block);
}

// Asking the kernel costs more than a packet does.
void TcpSink::LookForDrops(int64_t coarse_ms) {
  if (coarse_ms < drops_due_ms_) return;
  drops_due_ms_ = coarse_ms + kDropsMs;
  statistics_.LookForDrops();
}

void TcpSink::Publish() {
  log_.Publish();
  readers_.Wake();
}

void TcpSink::Idle() {
  CheckConnection();
  if (!interfaces_ || !statistics_.IsDue(NowMs(CLOCK_MONOTONIC_COARSE))) return;
  PutStatistics();
  Publish();
}

void TcpSink::Finish() {
  if (interfaces_) {
    PutStatistics();
    Publish();
  }
  readers_.Finish();
  if (interfaces_) interfaces_->TellLeftOut(uri_, notice_);
  CheckConnection();
}

void TcpSink::ReadCounters(ForwardCounters& counters) const {
  count_.AddTo(counters);
  if (listens_) counters.readers += readers_.accepted();
  counters.slow_readers += readers_.slow();
}

}  // namespace fandump
