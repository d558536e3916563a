// Packets as a pcap savefile over TCP, for any number of readers: PCAP over IP.
#pragma once


#include "sink/forward_counters.h"
#include "sink/sink.h"
#include "sink/tcp_log.h"
#include "sink/tcp_readers.h"
#include "tcp_socket.h"

namespace fandump {

struct TcpSinkOptions {
  TcpOptions at;
  uint64_t buffer_bytes = 0;  // how far a reader may stay behind
  uint32_t readers = 1;       // at a time
  bool nanoseconds = false;   // of time stamps
};

// What the header of the stream says.
struct TcpStreamFormat {
  uint16_t link_type = 0;
  uint32_t snaplen = 0;
};

class TcpSink : public Sink {
 public:
  // socket: of ListenTcp or ConnectTcp. waits: packets come from a file, so that they wait for the first reader and for
  // slow ones; else a slow one is cut off, and without any, packets are counted only.
  TcpSink(const TcpSinkOptions& options, OwnedFd socket, TcpStreamFormat format, bool waits, NoticeHandler notice);

  // Throws CaptureError ETCP_LOST where the only connection has ended.
  void Consume(const PacketView* packets, size_t size) override;
  void Idle() override { CheckConnection(); }
  void Finish() override;

  // Waits for nobody any longer. Any thread.
  void Stop() { readers_.StopWaiting(); }
  // Adds this sink's totals. Any thread.
  void ReadCounters(ForwardCounters& counters) const;

 private:
  void CheckConnection() const;
  // Room for a record; a reader that is in the way is waited for.
  uint8_t* Reserve(size_t length);

  const std::string uri_;
  const bool listens_;
  const uint16_t link_type_;
  const uint32_t fraction_divisor_;
  const bool waits_;
  TcpLog log_;
  TcpReaders readers_;

  ForwardCount count_;
};

}  // namespace fandump
