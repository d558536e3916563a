// Walks the blocks of a ring and makes packet views of what is in them.
// The inner loop of capture: no system call, no atomic but one load and one store per block.
#pragma once

#include <cstdint>

#include "source/af_packet_ring.h"
#include "types.h"

namespace fandump {

// What is the same for every packet of the socket.
struct BlockOptions {
  uint16_t link_type = kLinkTypeEthernet;  // a cooked one: of a cooked socket
  uint32_t interface_index = 0;            // of a cooked socket, each packet tells its own
  uint32_t snaplen = kMaxSnaplen;
};

struct BlockCounters {
  uint64_t packets = 0;
  uint64_t bytes = 0;      // captured
  uint64_t truncated = 0;  // longer than a block, not cut by snaplen
};

class BlockReader {
 public:
  // ring must outlive the reader.
  BlockReader(const PacketRing& ring, const BlockOptions& options) : ring_(ring), options_(options) {}

  // Fills at most capacity views from blocks that the kernel has handed over; returns how many. The bytes they point to
  // stay in place until Release(). Throws CaptureError ERING when what the ring says cannot be.
  size_t Read(PacketView* views, size_t capacity);

  // Less than half of the ring waits to be read.
  bool HasRoom() const;

  // Hands the blocks back to the kernel whose every packet has been read.
  void Release();

  // The next so many packets are not delivered and not counted.
  void Discard(uint64_t packets) { to_discard_ += packets; }

  // Packets from here on are those of another interface.
  void SetInterface(uint32_t index) { options_.interface_index = index; }

  const BlockCounters& counters() const { return counters_; }

 private:
  // Takes the next block; false when the kernel has not handed it over.
  bool EnterBlock();
  void LeaveBlock();
  size_t ReadBlock(PacketView* views, size_t count);
  void SkipDiscarded();
  [[noreturn]] void Damaged(const char* what) const;

  const PacketRing& ring_;
  BlockOptions options_;
  uint32_t current_ = 0;            // block that is read, or the one that comes next
  uint32_t first_held_ = 0;         // oldest block not handed back
  uint32_t held_ = 0;               // blocks read to their end and not handed back
  uint32_t left_ = 0;               // packets of the current block not yet read
  uint8_t* packet_ = nullptr;       // the next of them: its tpacket3_hdr
  const uint8_t* limit_ = nullptr;  // end of the current block
  uint64_t to_discard_ = 0;
  BlockCounters counters_;
};

}  // namespace fandump
