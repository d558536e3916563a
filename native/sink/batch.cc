#include "sink/batch.h"

#include <cstring>
#include <utility>

#include "sink/transport_checksum.h"

namespace fandump {

namespace {

// Below what a person notices, and as long as the worker waits in flowing traffic before it calls Idle.
constexpr std::chrono::milliseconds kPause{4};

constexpr uint32_t Aligned(uint32_t length) { return (length + 7) & ~7u; }

}  // namespace

BatchSink::BatchSink(BatchQueue& queue, bool lossless, bool verify_checksums, std::optional<CommonLineOptions> lines)
    : queue_(queue), lossless_(lossless), verify_checksums_(verify_checksums) {
  if (lines) line_.emplace(std::move(*lines));
}

void BatchSink::Consume(const PacketView* packets, size_t size) {
  uint64_t dropped = 0;
  for (size_t i = 0; i < size; i++) {
    if (!Append(packets[i])) dropped++;
  }
  if (dropped > 0) dropped_.Add(dropped);
  // A reader with nothing to do gets what there is, a busy one fuller slots. In fast traffic the reader is done with
  // the packets of a ring block before the next one comes, and to wake it for each costs more than to print them.
  if (used_ > 0 && queue_.ReaderIsWaiting() && Clock::now() - published_ >= kPause) Publish();
}

bool BatchSink::Append(const PacketView& packet) {
  const uint32_t options = packet.tunnel != nullptr ? packet.tunnel->options_length : 0;
  const uint32_t head = packet.tunnel != nullptr ? Aligned(sizeof(BatchRecord) + sizeof(BatchTunnel) + options)
                                                 : static_cast<uint32_t>(sizeof(BatchRecord));
  const uint32_t longest = head + (line_ ? CommonLine::kLongest : 0) + Aligned(packet.caplen);
  if (longest > queue_.slot_bytes()) return false;
  if (slot_ >= 0 && used_ + longest > queue_.slot_bytes()) Publish();
  if (slot_ < 0) {
    slot_ = queue_.Acquire(lossless_);
    if (slot_ < 0) return false;
  }
  uint8_t* at = queue_.slot(static_cast<size_t>(slot_)) + used_;
  BatchRecord record{};
  record.len = packet.len;
  record.nanoseconds = packet.nanoseconds;
  record.seconds = static_cast<double>(packet.seconds);
  record.interface_index = packet.interface_index;
  record.link_type = packet.link_type;
  record.direction = packet.direction;
  record.flags = packet.flags;
  if (verify_checksums_ && TransportChecksumIsRight(packet.data, packet.caplen, packet.link_type)) {
    record.flags |= kFlagChecksumVerified;
  }
  record.source = packet.source;
  record.worker = packet.worker;
  record.tunnel_offset = packet.tunnel != nullptr ? sizeof(BatchRecord) : 0;
  const bool verified = (record.flags & kFlagChecksumVerified) != 0;
  const uint32_t line = line_ ? line_->Write(packet, verified, at + head) : 0;
  record.line_offset = static_cast<uint16_t>(line > 0 ? head : 0);
  record.data_offset = static_cast<uint16_t>(head + line);
  record.caplen = line > 0 && !line_->keeps_bytes() ? 0 : packet.caplen;
  record.record_length = head + line + Aligned(record.caplen);
  std::memcpy(at, &record, sizeof record);
  if (packet.tunnel != nullptr) {
    const TunnelFacts& facts = *packet.tunnel;
    BatchTunnel tunnel;
    tunnel.encapsulation = facts.encapsulation;
    tunnel.family = facts.family == AF_INET6 ? 6 : facts.family == AF_INET ? 4 : 0;
    tunnel.options_length = facts.options_length;
    tunnel.source_port = facts.source_port;
    tunnel.destination_port = facts.destination_port;
    tunnel.vni = facts.vni;
    tunnel.inner_vni = facts.inner_vni;
    std::memcpy(tunnel.source, facts.source, sizeof tunnel.source);
    std::memcpy(tunnel.destination, facts.destination, sizeof tunnel.destination);
    tunnel.policy = facts.policy;
    tunnel.flags = facts.flags;
    std::memcpy(tunnel.inside, facts.inside, sizeof tunnel.inside);
    std::memcpy(at + sizeof record, &tunnel, sizeof tunnel);
    if (options > 0) std::memcpy(at + sizeof record + sizeof tunnel, facts.options, options);
  }
  std::memcpy(at + record.data_offset, packet.data, record.caplen);
  used_ += record.record_length;
  return true;
}

void BatchSink::Publish() {
  if (slot_ < 0 || used_ == 0) return;
  queue_.Publish(slot_, used_);
  published_ = Clock::now();
  slot_ = -1;
  used_ = 0;
}

}  // namespace fandump
