#include "source/udp_endpoints.h"

#include <algorithm>

namespace fandump {

UdpEndpoints::UdpEndpoints(std::vector<std::unique_ptr<UdpSource>> sources)
    : sources_(std::move(sources)), ended_(sources_.size()) {}

void UdpEndpoints::Open() {
  for (const auto& source : sources_) {
    source->Open();
    waiting_.push_back({source->descriptor(), POLLIN, 0});
  }
}

ReceiveStatus UdpEndpoints::Receive(PacketBatch& batch, int timeout_ms) {
  // A single socket waits in the call that receives.
  if (sources_.size() == 1) return sources_.front()->Receive(batch, timeout_ms);
  const ReceiveStatus status = Sweep(batch);
  if (status != ReceiveStatus::kIdle || timeout_ms <= 0) return status;
  if (poll(waiting_.data(), waiting_.size(), timeout_ms) <= 0) return ReceiveStatus::kIdle;
  return Sweep(batch);
}

ReceiveStatus UdpEndpoints::Sweep(PacketBatch& batch) {
  for (size_t i = 0; i < sources_.size(); i++) {
    const size_t turn = next_;
    next_ = (next_ + 1) % sources_.size();
    if (ended_[turn]) continue;
    const ReceiveStatus status = sources_[turn]->Receive(batch, 0);
    if (status == ReceiveStatus::kPackets) return status;
    if (status == ReceiveStatus::kEnd) EndOne(turn);
  }
  const bool all_ended = std::all_of(ended_.begin(), ended_.end(), [](bool ended) { return ended; });
  return all_ended ? ReceiveStatus::kEnd : ReceiveStatus::kIdle;
}

// At once: while others still hand out much, those who share its port would get nothing of what goes on coming to it.
void UdpEndpoints::EndOne(size_t number) {
  ended_[number] = true;
  waiting_[number].fd = -1;
  sources_[number]->End();
}

void UdpEndpoints::Drain() {
  for (const auto& source : sources_) source->Drain();
}

void UdpEndpoints::End() {
  for (const auto& source : sources_) source->End();
}

void UdpEndpoints::ReadCounters(SourceCounters& counters) {
  for (const auto& source : sources_) source->ReadCounters(counters);
}

bool UdpEndpoints::filters_in_kernel() const {
  return std::all_of(sources_.begin(), sources_.end(), [](const auto& source) { return source->filters_in_kernel(); });
}

uint32_t UdpEndpoints::receive_buffer() const {
  uint32_t smallest = sources_.front()->receive_buffer();
  for (const auto& source : sources_) smallest = std::min(smallest, source->receive_buffer());
  return smallest;
}

std::vector<uint64_t> UdpEndpoints::socket_inodes() const {
  std::vector<uint64_t> inodes;
  for (const auto& source : sources_) inodes.push_back(source->socket_inode());
  return inodes;
}

}  // namespace fandump
