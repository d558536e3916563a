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
  // What is kept in memory for the files of a rotation, and of one block: what does not fit is left out and counted.
  static constexpr size_t kMostBytes = size_t{64} << 20;
  static constexpr size_t kMostBlockBytes = size_t{448} << 10;
  static constexpr size_t kMostInterfaces = 65536;

  void AddBlock(CopiedBlock block) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!Fits(block.body.size())) return;
    blocks_.push_back(std::move(block));
    block_count_.store(blocks_.size(), std::memory_order_release);
  }
  // Packets need their interface: of one that says too much the options alone are left out. Of interfaces beyond the
  // most, nothing is known.
  void AddInterface(CopiedInterface interface) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (interfaces_.size() == kMostInterfaces) {
      left_out_++;
      return;
    }
    if (!Fits(interface.options.size())) interface.options.clear();
    interfaces_.push_back(std::move(interface));
  }

  // Blocks, and interfaces whose options were left out.
  uint64_t left_out() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return left_out_;
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
  bool Fits(size_t size) {
    const size_t in_memory = size + sizeof(CopiedBlock);
    const bool fits = size <= kMostBlockBytes && in_memory <= kMostBytes - bytes_;
    if (fits) {
      bytes_ += in_memory;
    } else {
      left_out_++;
    }
    return fits;
  }

  std::mutex mutex_;
  std::vector<CopiedBlock> blocks_;
  std::vector<CopiedInterface> interfaces_;
  size_t bytes_ = 0;
  uint64_t left_out_ = 0;
  std::atomic<size_t> block_count_{0};
};

}  // namespace fandump
