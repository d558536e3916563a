#include "source/savefile_loop.h"

#include <algorithm>

namespace fandump {

namespace {

constexpr int64_t kSecond = 1'000'000'000;
// Times that a signed 64-bit number of nanoseconds can hold with room for many passes: until the year 2116.
constexpr int64_t kLatestSeconds = int64_t{1} << 32;

int64_t TimeOf(const PacketView& packet) {
  return std::clamp<int64_t>(packet.seconds, 0, kLatestSeconds) * kSecond + packet.nanoseconds;
}

}  // namespace

void SavefileLoop::Open() {
  file_.Open();
  file_.RequireReadableAgain();
}

ReceiveStatus SavefileLoop::Receive(PacketBatch& batch, int timeout_ms) {
  while (true) {
    const ReceiveStatus status = file_.Receive(batch, timeout_ms);
    if (status == ReceiveStatus::kPackets) ShiftTimes(batch);
    if (status != ReceiveStatus::kEnd || draining_ || !BeginAgain()) return status;
  }
}

void SavefileLoop::Drain() {
  draining_ = true;
  file_.Drain();
}

void SavefileLoop::ShiftTimes(PacketBatch& batch) {
  if (!has_packets_) {
    has_packets_ = true;
    first_ = latest_ = TimeOf(batch.packets[0]);
  }
  for (size_t i = 0; i < batch.size; i++) {
    PacketView& packet = batch.packets[i];
    const int64_t time = TimeOf(packet);
    latest_ = std::max(latest_, time);
    if (shift_ == 0) continue;
    packet.seconds = (time + shift_) / kSecond;
    packet.nanoseconds = static_cast<uint32_t>((time + shift_) % kSecond);
  }
}

bool SavefileLoop::BeginAgain() {
  if (passes_left_ == 1 || !has_packets_) return false;
  if (passes_left_ > 0) passes_left_--;
  if (shift_ <= kLatestSeconds * kSecond / 2) shift_ += latest_ - first_;
  file_.Rewind();
  return true;
}

}  // namespace fandump
