// The line that most packets are printed as. Input: which options are set, as bits; then a frame.
#include <array>
#include <cstring>

#include "input.h"
#include "sink/common_line.h"

using namespace fandump;
using fandump::fuzz::Require;

namespace {

CommonLineOptions TakeOptions(uint8_t bits) {
  constexpr size_t kPortBytes = 65536 / 8;
  CommonLineOptions options;
  options.ip_header = (bits & 1) != 0;
  options.checksums = (bits & 2) != 0;
  options.absolute_sequence = (bits & 4) != 0;
  options.tcp_ports.resize(kPortBytes);
  options.udp_ports.resize(kPortBytes);
  return options;
}

void CheckText(const uint8_t* text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    Require(text[i] == '\n' || (text[i] >= ' ' && text[i] <= '~'), "text without control characters");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr uint8_t kVerified = 8;
  constexpr uint32_t kKeyWordsIpv4 = 3;
  fuzz::Input input(data, size);
  const uint8_t bits = input.U8();
  std::vector<uint8_t> frame = input.Rest();
  PacketView packet;
  packet.data = frame.data();
  packet.caplen = packet.len = static_cast<uint32_t>(frame.size());
  alignas(8) std::array<uint8_t, CommonLine::kLongest> room;
  const uint32_t written = CommonLine(TakeOptions(bits)).Write(packet, (bits & kVerified) != 0, room.data());
  if (written == 0) return 0;
  Require(written <= room.size() && written % 8 == 0, "as much as there is room for, in units of eight");
  BatchLine line;
  std::memcpy(&line, room.data(), sizeof line);
  size_t at = sizeof line;
  if (line.numbers != 0) {
    at += line.key_words == kKeyWordsIpv4 ? LineNumbers::kLengthIpv4 : LineNumbers::kLengthIpv6;
  }
  const size_t rest_at = at + (line.text_length + size_t{7}) / 8 * 8;
  Require(line.text_length > 0 && rest_at + line.rest_length <= written, "both parts in what was written");
  CheckText(room.data() + at, line.text_length);
  CheckText(room.data() + rest_at, line.rest_length);
  return 0;
}
