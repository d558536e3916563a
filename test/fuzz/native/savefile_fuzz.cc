// The readers of pcap and pcapng files, compressed ones too. Input: a file.
#include "memory_file.h"
#include "source/savefile.h"
#include "source/savefile_decompressor.h"

using namespace fandump;
using fandump::fuzz::Require;

namespace {

constexpr size_t kMagicLength = 4;
constexpr uint64_t kRecordHeader = 16;
// A few bytes can stand for very many, whose reading takes its time and shows nothing new.
constexpr uint64_t kMostUnpacked = 8 << 20;

bool IsCompressed(const uint8_t* data, size_t size) {
  return size >= kMagicLength && MakeDecompressor(data) != nullptr;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static fuzz::MemoryFile file;
  static PacketBatch batch;
  constexpr int kTimeoutMs = 1000;
  file.Write(data, size);
  const bool compressed = IsCompressed(data, size);
  uint64_t packets = 0;
  uint64_t bytes = 0;
  SavefileSource source(file.path());
  try {
    source.Open();
    Require(source.snaplen() > 0, "a snapshot length of one at least");
    while (source.Receive(batch, kTimeoutMs) != ReceiveStatus::kEnd) {
      Require(batch.size > 0 && batch.size <= PacketBatch::kCapacity, "a regular file is never idle");
      for (size_t i = 0; i < batch.size; i++) {
        PacketView& packet = batch.packets[i];
        Require(packet.nanoseconds < 1'000'000'000, "less than a second of nanoseconds");
        Require(packet.caplen <= kMaxSnaplen, "no packet above the largest snapshot length");
        // Views are readable and writable over their whole length.
        for (uint32_t at = 0; at < packet.caplen; at++) packet.data[at] ^= 0xff;
        bytes += packet.caplen;
      }
      packets += batch.size;
      if (compressed && bytes + packets * kRecordHeader > kMostUnpacked) break;
    }
  } catch (const CaptureError& error) {
    Require(error.code().starts_with("ESAVEFILE_"), "an error of the savefile");
  }
  Require(compressed || bytes <= size, "no more bytes than the file has");
  SourceCounters counters;
  source.ReadCounters(counters);
  Require(counters.received == packets && counters.received_bytes == bytes, "counters that add up");
  return 0;
}
