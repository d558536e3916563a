// Several UDP sockets as one source: each address and port that it listens on has one, and one worker receives from
// all.
#pragma once

#include <poll.h>

#include <memory>
#include <vector>

#include "source/udp.h"

namespace fandump {

class UdpEndpoints : public Source {
 public:
  // sources: one at least, not opened yet, all of one link type.
  explicit UdpEndpoints(std::vector<std::unique_ptr<UdpSource>> sources);

  void Open() override;
  uint16_t link_type() const override { return sources_.front()->link_type(); }

  // Takes a batch from one socket after the other; sleeps where none has anything.
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override;
  void Drain() override;
  void End() override;
  void ReadCounters(SourceCounters& counters) override;

  // Whether the kernel runs the filter for every socket; valid after Open().
  bool filters_in_kernel() const;
  // The smallest that a socket got, see UdpSource; valid after Open().
  uint32_t receive_buffer() const;
  std::vector<uint64_t> socket_inodes() const;

 private:
  // A batch from the first socket, in turn, that has one.
  ReceiveStatus Sweep(PacketBatch& batch);
  void EndOne(size_t number);

  std::vector<std::unique_ptr<UdpSource>> sources_;
  std::vector<pollfd> waiting_;
  std::vector<bool> ended_;
  size_t next_ = 0;
};

}  // namespace fandump
