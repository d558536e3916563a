// Packets as a pcap or pcapng savefile over TCP, for any number of readers: PCAP over IP.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sink/forward_counters.h"
#include "sink/pcapng_interfaces.h"
#include "sink/pcapng_statistics.h"
#include "sink/sink.h"
#include "sink/tcp_log.h"
#include "sink/tcp_readers.h"
#include "tcp_socket.h"

namespace fandump {

struct TcpPcapngOptions {
  std::string application;         // who writes
  bool interface_per_vni = false;  // an interface block for each VNI
};

struct TcpSinkOptions {
  TcpOptions at;
  uint64_t buffer_bytes = 0;               // how far a reader may stay behind
  uint32_t readers = 1;                    // at a time
  bool nanoseconds = false;                // pcap: of time stamps. pcapng always has them
  std::optional<TcpPcapngOptions> pcapng;  // none: pcap
};

// What the header of the stream says.
struct TcpStreamFormat {
  uint16_t link_type = 0;  // pcap: packets of others are not carried
  uint32_t snaplen = 0;
  std::vector<SavedSource> sources;                     // pcapng: by PacketView::source
  CountersOfSource counters;                            // pcapng: of its statistics
  int64_t statistics_ms = PcapngStatistics::kMinuteMs;  // pcapng: how often they are told
};

class TcpSink : public Sink {
 public:
  // socket: of ListenTcp or ConnectTcp. waits: packets come from a file, so that they wait for the first reader and for
  // slow ones; else a slow one is cut off, and without any, packets are counted only.
  TcpSink(const TcpSinkOptions& options, OwnedFd socket, const TcpStreamFormat& format, bool waits,
          const NoticeHandler& notice);

  // Throws CaptureError ETCP_LOST where the only connection has ended.
  void Consume(const PacketView* packets, size_t size) override;
  void Idle() override;
  void Finish() override;

  // Waits for nobody any longer. Any thread.
  void Stop() { readers_.StopWaiting(); }
  // Adds this sink's totals. Any thread.
  void ReadCounters(ForwardCounters& counters) const;

 private:
  void CheckConnection() const;
  // Room for a record, or for another block as long as the longest of them; a reader that is in the way is waited for.
  uint8_t* Reserve(size_t length);
  // How many bytes of the packet went.
  template <typename Record>
  uint32_t Put(const Record& record);
  uint32_t PutPcapng(const PacketView& packet);
  void PutBlock(const std::string& block);
  // A block that later readers get with their header.
  void PutLastingBlock(const std::string& block);
  void PutCopiedBlocks();
  void PutStatistics();
  void LookForDrops(int64_t coarse_ms);
  void Publish();

  const std::string uri_;
  const bool listens_;
  const uint16_t link_type_;
  const bool nanoseconds_;
  const bool waits_;
  std::optional<SavedInterfaces> interfaces_;  // none: pcap
  PcapngStatistics statistics_;
  int64_t drops_due_ms_ = 0;  // of CLOCK_MONOTONIC_COARSE: when they are looked for
  const NoticeHandler notice_;
  TcpLog log_;
  TcpReaders readers_;

  ForwardCount count_;
};

}  // namespace fandump
