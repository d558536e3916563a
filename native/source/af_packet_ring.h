// The memory that kernel and process share for one packet socket: a TPACKET_V3 receive ring
// (kernel documentation, packet_mmap.rst; linux/if_packet.h).
#pragma once

#include <linux/if_packet.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace fandump {

struct RingOptions {
  std::string interface;          // for messages
  uint64_t buffer_size = 0;       // bytes; rounded down to whole blocks
  uint64_t block_size = 0;        // bytes, a multiple of the page size; no packet in the ring is longer
  uint32_t block_timeout_ms = 0;  // a block that is not full is handed over after this time; 0: by the link's speed
};

// Room before each packet's first byte, so that a VLAN tag can be put back in place.
constexpr unsigned kVlanTagBytes = 4;

class PacketRing {
 public:
  // Turns fd into a TPACKET_V3 socket with a ring and maps it. fd must be unbound.
  // Throws CaptureError: ERING_SIZE, ERING_MEMORY, ERING_VERSION, ERING.
  PacketRing(int fd, const RingOptions& options);
  PacketRing(const PacketRing&) = delete;
  PacketRing& operator=(const PacketRing&) = delete;
  ~PacketRing();

  size_t block_size() const { return block_size_; }
  uint32_t block_count() const { return block_count_; }
  uint8_t* block(uint32_t index) const { return memory_ + size_t{index} * block_size_; }

  // The kernel has filled the block and handed it over. What it wrote before is visible afterwards.
  bool ready(uint32_t index) const {
    return (__atomic_load_n(&header(index).block_status, __ATOMIC_ACQUIRE) & TP_STATUS_USER) != 0;
  }
  // Hands the block back. What was read from it before must not be used any more.
  void release(uint32_t index) const {
    __atomic_store_n(&header(index).block_status, uint32_t{TP_STATUS_KERNEL}, __ATOMIC_RELEASE);
  }
  tpacket_hdr_v1& header(uint32_t index) const { return reinterpret_cast<tpacket_block_desc*>(block(index))->hdr.bh1; }

 private:
  size_t block_size_;
  uint32_t block_count_;
  uint8_t* memory_ = nullptr;
};

}  // namespace fandump
