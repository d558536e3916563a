// The line that most packets are printed as: a whole TCP segment or UDP datagram of no protocol known by its port, in
// an unfragmented IPv4 packet without options or an IPv6 packet without extension headers, in an untagged Ethernet
// frame. The worker writes it, all but its time and its relative sequence numbers: these depend on what was printed
// before. The printers in src/print would write the same line, and write all others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "types.h"

namespace fandump {

// What the user asked of the lines. Whoever asks for more than this gets his lines from JavaScript alone.
struct CommonLineOptions {
  bool ip_header = false;          // -v: the IP header's fields are shown
  bool checksums = false;          // only packets whose checksums are right, which is said
  bool absolute_sequence = false;  // -S
  bool keep_bytes = false;         // the packet's bytes are shown below its line
  // A bit for each port that has a printer of its own.
  std::vector<uint8_t> tcp_ports;
  std::vector<uint8_t> udp_ports;
};

// BatchLine::numbers
enum LineNumbersFlag : uint8_t {
  kLineNumbersRelative = 1 << 0,  // the line lacks its numbers: `, seq 1:9, ack 1` between its two parts
  kLineNumbersSequence = 1 << 1,  // `seq` is shown
  kLineNumbersSwapped = 1 << 2,   // the sender is the higher side of the key
  kLineNumbersSyn = 1 << 3,       // the segment opens a conversation
};

// Before the text, in the host's byte order; src/engine/batch.ts reads the same layout. Where numbers is not 0,
// LineNumbers follow; then both parts of the text. Each begins at a multiple of eight.
struct BatchLine {
  uint16_t text_length;
  uint16_t rest_length;  // of the part behind the numbers
  uint16_t payload;      // bytes of the segment's
  uint8_t numbers;       // LineNumbersFlag
  uint8_t key_words;     // of LineNumbers::key
};
static_assert(sizeof(BatchLine) == 8);

// Of a segment whose numbers are shown relative to its conversation's first. Cut to the length that its addresses take.
struct LineNumbers {
  uint32_t sequence;
  uint32_t acknowledgement;
  uint32_t key[10];  // ports, then both addresses, the lower side first; padding

  static constexpr size_t kLengthIpv4 = 24;
  static constexpr size_t kLengthIpv6 = 48;
};
static_assert(sizeof(LineNumbers) == LineNumbers::kLengthIpv6);

class CommonLine {
 public:
  // Bytes that Write needs at most.
  static constexpr uint32_t kLongest = 640;

  explicit CommonLine(CommonLineOptions options) : options_(std::move(options)) {}

  bool keeps_bytes() const { return options_.keep_bytes; }
  // Writes a BatchLine and what follows it at `at`, a multiple of eight, and returns how many bytes that are, again a
  // multiple of eight; 0: it is no such packet. verified: its checksums were found right.
  uint32_t Write(const PacketView& packet, bool verified, uint8_t* at) const;

 private:
  struct Parts;

  static uint8_t* WriteNumbers(const Parts& parts, BatchLine& line, uint8_t* at);
  uint32_t WriteTcp(const Parts& parts, uint8_t* at) const;
  uint32_t WriteUdp(const Parts& parts, uint8_t* at) const;
  char* PutBegin(char* at, const Parts& parts) const;

  CommonLineOptions options_;
};

}  // namespace fandump
