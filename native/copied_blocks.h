// What a pcapng file says beside its packets, on its way from the source that reads it to the sink that keeps it.
// Bodies are in the byte order of this host. The reader adds on its thread, the sink takes on its own.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace fandump {

struct CopiedBlock {
  uint32_t type = 0;
  std::string body;  // without type and lengths
};

struct CopiedInterface {
  uint16_t link_type = 0;
  uint32_t snaplen = 0;
  std::string options;  // each filled up to four bytes; without those about time, and without the end mark
};

class CopiedBlocks {
 public:
  // What is kept in memory for the files of a rotation; a file that says more is not copied beyond it.
  static constexpr size_t kMostBytes = size_t{64} << 20;

  // false: there is more of it than is kept.
  bool AddBlock(CopiedBlock block) {
    const std::lock_guard<std::mutex> lock(mutex_);
    bytes_ += block.body.size();
    if (bytes_ > kMostBytes) return false;
    blocks_.push_back(std::move(block));
    block_count_.store(blocks_.size(), std::memory_order_release);
    return true;
  }
  void AddInterface(CopiedInterface interface) {
    const std::lock_guard<std::mutex> lock(mutex_);
    interfaces_.push_back(std::move(interface));
  }

  size_t block_count() const { return block_count_.load(std::memory_order_acquire); }
  CopiedBlock Block(size_t index) {
    const std::lock_guard<std::mutex> lock(mutex_);
    return blocks_.at(index);
  }
  // number: as PacketView::interface_index of the file's packets.
  std::optional<CopiedInterface> Interface(uint32_t number) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (number >= interfaces_.size()) return std::nullopt;
    return interfaces_[number];
  }

 private:
  std::mutex mutex_;
  std::vector<CopiedBlock> blocks_;
  std::vector<CopiedInterface> interfaces_;
  size_t bytes_ = 0;
  std::atomic<size_t> block_count_{0};
};

}  // namespace fandump
