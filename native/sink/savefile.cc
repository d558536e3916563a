#include "sink/savefile.h"

#include <algorithm>
#include <utility>

#include "clock.h"
#include "sink/savefile_format.h"

namespace fandump {
namespace {

constexpr int64_t kOldestMs = 1000;

static_assert(WriteBuffer::kCapacity >= kMaxPcapRecord + sizeof(PcapFileHeader));
static_assert(WriteBuffer::kCapacity >= PcapngRecord::kLongest);
static_assert(WriteBuffer::kCapacity >= kLongestPcapngBlock);

// Read for each batch; exact to a tick.
int64_t CoarseMs() { return NowMs(CLOCK_MONOTONIC_COARSE); }

time_t WallClockSeconds() { return Now(CLOCK_REALTIME).tv_sec; }

// Two at least: one is filled while the other is written.
size_t BufferCount(uint64_t bytes) { return std::max<size_t>(2, bytes / WriteBuffer::kCapacity); }

WriterOptions WriterOptionsOf(const SavefileOptions& options, bool rotates) {
  WriterOptions result;
  result.maker = options.maker;
  const FileRules rules{rotates, options.force, false, options.owner};
  if (!result.maker) result.maker = std::make_shared<DirectMaker>(rules);
  result.complete = options.complete ? options.complete : std::make_shared<CompleteFiles>();
  result.on_full = options.on_full;
  result.sync_seconds = options.sync_seconds;
  result.uncached = options.uncached;
  result.pcapng = options.pcapng;
  result.compression = options.compression;
  result.on_file = options.on_file;
  result.notice = options.notice;
  return result;
}

}  // namespace

SavefileSink::SavefileSink(SavefileOptions options)
    : options_(std::move(options)),
      rotation_(options_.path, options_.rotation),
      buffers_(BufferCount(options_.buffer_bytes), UsesCompressorPool(options_.compression)),
      writer_(WriterOptionsOf(options_, rotation_.rotates()), buffers_),
      statistics_(options_.counters, options_.sources.size(), options_.statistics_ms),
      link_type_(options_.link_type),
      oldest_ms_(options_.sync_seconds > 0 ? std::min(kOldestMs, int64_t{options_.sync_seconds} * 500) : kOldestMs) {
  if (options_.pcapng) {
    interfaces_.emplace(options_.sources, DescribeHost(options_.application), options_.interface_per_vni);
  }
}

SavefileSink::~SavefileSink() { EndThreads(); }

void SavefileSink::Open() {
  statistics_.Begin();
  if (rotation_.is_ring()) CheckRingNames();
  // The packets of a file may be of any time, and the first file's name tells it.
  const bool begins_with_packet = options_.by_packet_time || options_.begins_with_packet;
  const bool waits_for_packet = begins_with_packet && rotation_.names_tell_time();
  if (!waits_for_packet) {
    next_file_ = rotation_.First(WallClockSeconds());
    writer_.OpenFirst(*next_file_);
  }
  if (UsesCompressorPool(options_.compression)) compressors_.emplace(options_.compression, buffers_);
  writer_.Start();
  if (waits_for_packet || (!options_.pcapng && link_type_ < 0)) return;
  BeginFile(*next_file_);
  HandOn();
}

// What else a ring would come upon in the middle of the capture.
void SavefileSink::CheckRingNames() const {
  if (options_.force) return;
  for (uint32_t i = 0; i < options_.rotation.files; i++) {
    const std::string name = rotation_.RingName(i);
    const TakenNames taken = writer_.Look(name);
    if (!taken.complete && !taken.part) continue;
    throw CaptureError(
        "ESAVEFILE_EXISTS",
        (taken.complete ? name : PartName(name)) + ": exists already, and the ring of files would write over it", 0,
        "--force");
  }
}

void SavefileSink::BeginFile(const FileStart& start) {
  HandOn();
  next_file_ = start;
  file_has_begun_ = true;
  file_bytes_ = 0;
  if (options_.pcapng) {
    for (const std::string& block : interfaces_->StartFile()) PutBlock(block);
    PutCopiedBlocks();
  } else if (link_type_ >= 0) {
    AddFileHeader(static_cast<uint16_t>(link_type_));
  }
}

void SavefileSink::AddFileHeader(uint16_t link_type) {
  PcapFileHeader header{};
  header.magic = options_.nanoseconds ? pcap_file::kMagicNanoseconds : pcap_file::kMagicMicroseconds;
  header.snaplen = options_.snaplen;
  header.link_type = link_type;
  link_type_ = link_type;
  MakeRoom(sizeof header);
  std::memcpy(buffer_->bytes.get() + buffer_->size, &header, sizeof header);
  buffer_->size += sizeof header;
  file_bytes_ += sizeof header;
}

bool SavefileSink::MoveToFile(int64_t seconds) {
  if (has_enough_) return false;
  if (!file_has_begun_) {
    BeginFile(next_file_ ? *next_file_ : rotation_.First(seconds));
  } else if (rotation_.IsDue(file_bytes_, seconds)) {
    EndFile();
    const auto next = rotation_.Next(seconds);
    if (!next) {
      EndWithEnough();
      return false;
    }
    BeginFile(*next);
  }
  return true;
}

void SavefileSink::Consume(const PacketView* packets, size_t size) {
  if (writer_.has_failed()) writer_.ThrowFailure();
  if (size == 0) return;
  if (!options_.pcapng && link_type_ < 0) link_type_ = packets[0].link_type;
  if (options_.pcapng && file_has_begun_ && !has_enough_) PutCopiedBlocks();
  for (size_t i = 0; i < size; i++) {
    if (!options_.pcapng && (i += PutPcapPackets(packets + i, size - i)) == size) break;
    const PacketView& packet = packets[i];
    if (HasUsedBudget()) EndByBudget();
    const bool is_in_file = file_has_begun_ && !has_enough_ && !rotation_.IsDue(file_bytes_, packet.seconds);
    if (!is_in_file && !MoveToFile(packet.seconds)) {
      after_last_file_.fetch_add(size - i, std::memory_order_relaxed);
      break;
    }
    if (options_.pcapng) {
      ConsumePcapng(packet);
    } else {
      ConsumePcap(packet);
    }
  }
  if (HasUsedBudget()) EndByBudget();
  const int64_t now = CoarseMs();
  last_seconds_ = packets[size - 1].seconds;
  last_came_ms_ = now;
  if (IsTimeForStatistics(now)) PutStatistics();
  const bool is_asked_for = flush_.load(std::memory_order_relaxed) && flush_.exchange(false, std::memory_order_relaxed);
  if (is_asked_for || options_.flush_each_batch || now - buffer_began_ms_ >= oldest_ms_) HandOn();
}

size_t SavefileSink::PutPcapPackets(const PacketView* packets, size_t size) {
  if (!file_has_begun_ || has_enough_ || buffer_ == nullptr) return 0;
  WriteBuffer& buffer = *buffer_;
  const bool nanoseconds = options_.nanoseconds;
  const int32_t link_type = link_type_;
  ByteBudget* const budget = options_.budget.get();
  size_t used = buffer.size;
  uint64_t file_bytes = file_bytes_;
  uint64_t captured = 0;
  size_t put = 0;
  for (; put < size; put++) {
    const PacketView& packet = packets[put];
    const PcapRecord record(packet, nanoseconds);
    const size_t length = record.length();
    if (packet.link_type != link_type || used + length > WriteBuffer::kCapacity) break;
    if (rotation_.IsDue(file_bytes, packet.seconds) || (budget != nullptr && budget->is_used_up())) break;
    record.Put(buffer.bytes.get() + used);
    used += length;
    file_bytes += length;
    if (budget != nullptr) budget->Take(length);
    captured += record.captured();
  }
  file_bytes_ = file_bytes;
  buffer.size = used;
  buffer.packets += put;
  buffer.captured_bytes += captured;
  return put;
}

void SavefileSink::ConsumePcap(const PacketView& packet) {
  if (packet.link_type != link_type_) {
    if (options_.on_other_link_type) options_.on_other_link_type(static_cast<uint16_t>(link_type_), packet.link_type);
    other_link_type_.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  Put(PcapRecord(packet, options_.nanoseconds));
}

void SavefileSink::ConsumePcapng(const PacketView& packet) {
  // What was dropped before this packet is looked for with each buffer.
  if (buffer_ == nullptr) TakeBuffer();
  SavedInterface& interface = interfaces_->Of(packet);
  if (interface.id == SavedInterface::kNotInFile) PutInterface(interface);
  Put(PcapngRecord(packet, interface.id, statistics_.TakeDrops(interface.source)));
  interface.written++;
}

template <typename Record>
void SavefileSink::Put(const Record& record) {
  const size_t length = record.length();
  MakeRoom(length);
  record.Put(buffer_->bytes.get() + buffer_->size);
  buffer_->size += length;
  buffer_->packets++;
  buffer_->captured_bytes += record.captured();
  file_bytes_ += length;
  NoteTaken(length);
}

void SavefileSink::PutBlock(const std::string& block) {
  MakeRoom(block.size());
  std::memcpy(buffer_->bytes.get() + buffer_->size, block.data(), block.size());
  buffer_->size += block.size();
  file_bytes_ += block.size();
}

void SavefileSink::PutInterface(SavedInterface& interface) {
  interfaces_->AddToFile(interface);
  PutBlock(interface.block);
}

// Names and secrets come before the packets that they are for, in each file.
void SavefileSink::PutCopiedBlocks() {
  while (const auto block = interfaces_->NextCopiedBlock()) PutBlock(*block);
}

void SavefileSink::PutStatistics() {
  for (const std::string& block : statistics_.Blocks(*interfaces_)) PutBlock(block);
}

void SavefileSink::EndFile() {
  if (!options_.pcapng) return;
  PutCopiedBlocks();
  if (interfaces_->file_has_none()) PutInterface(interfaces_->Nominal(0));
  PutStatistics();
}

void SavefileSink::EndWithEnough() {
  has_enough_ = true;
  if (options_.on_enough) options_.on_enough();
}

void SavefileSink::EndByBudget() {
  if (has_enough_) return;
  if (file_has_begun_) EndFile();
  EndWithEnough();
}

void SavefileSink::NoteTaken(size_t bytes) {
  if (options_.budget) options_.budget->Take(bytes);
}

void SavefileSink::Idle() {
  if (writer_.has_failed()) writer_.ThrowFailure();
  const int64_t now = CoarseMs();
  // Files follow each other without packets, too.
  if (!options_.by_packet_time && file_has_begun_ && rotation_.names_tell_time()) MoveToFile(PacketClockSeconds(now));
  if (IsTimeForStatistics(now)) PutStatistics();
  HandOn();
}

void SavefileSink::Finish() {
  if (writer_.has_failed()) writer_.ThrowFailure();
  if (!has_enough_) {
    // Without any packet nobody knows the link type; a reader shall find a savefile all the same.
    if (!options_.pcapng && link_type_ < 0) link_type_ = kLinkTypeEthernet;
    if (!file_has_begun_) MoveToFile(WallClockSeconds());
    EndFile();
  }
  HandOn();
  EndThreads();
  if (interfaces_) interfaces_->TellLeftOut(options_.path, options_.notice);
  if (writer_.has_failed()) writer_.ThrowFailure();
}

void SavefileSink::MakeRoom(size_t length) {
  if (buffer_ != nullptr && buffer_->size + length <= WriteBuffer::kCapacity) return;
  HandOn();
  TakeBuffer();
}

void SavefileSink::HandOn() {
  if (buffer_ == nullptr || buffer_->size == 0) return;
  buffers_.PutFilled(std::exchange(buffer_, nullptr));
}

// Not that of this host's clock, which may be another than the NIC's, or than that of whoever sends a stream: files
// would begin anew with each packet and each pause.
int64_t SavefileSink::PacketClockSeconds(int64_t coarse_ms) const {
  return last_seconds_ ? *last_seconds_ + (coarse_ms - last_came_ms_) / 1000 : WallClockSeconds();
}

bool SavefileSink::IsTimeForStatistics(int64_t coarse_ms) const {
  return options_.pcapng && file_has_begun_ && !has_enough_ && statistics_.IsDue(coarse_ms);
}

void SavefileSink::TakeBuffer() {
  buffer_ = buffers_.TakeFree(may_wait_);
  if (buffer_ == nullptr) writer_.ThrowFailure();
  buffer_->starts = std::exchange(next_file_, std::nullopt);
  buffer_began_ms_ = CoarseMs();
  if (options_.pcapng) statistics_.LookForDrops();
}

void SavefileSink::EndThreads() {
  buffers_.Close();
  writer_.Join();
  compressors_.reset();
}

}  // namespace fandump
