// Counting by key, on packets of any link type in a table that is too small. Input: parts as bits, the number of the
// link type in the table below, room for keys, whether there is a tunnel; then packets, each a length of 8 bits and its
// bytes.
#include <sys/socket.h>

#include "input.h"
#include "sink/tally.h"

using namespace fandump;
using fandump::fuzz::Input;
using fandump::fuzz::Require;

namespace {

constexpr uint16_t kLinkTypes[] = {1, 0, 9, 101, 108, 113, 228, 229, 276, 147};
constexpr uint8_t kPartCount = 7;
constexpr size_t kMaxPackets = 64;

std::vector<TallyPart> TakeParts(Input& input) {
  const uint8_t bits = input.U8();
  std::vector<TallyPart> parts;
  for (uint8_t part = 0; part < kPartCount; part++) {
    if ((bits >> part & 1) != 0) parts.push_back(static_cast<TallyPart>(part));
  }
  if (parts.empty()) parts.push_back(TallyPart::kFlow);
  return parts;
}

void CheckText(const std::string& text) {
  for (const char character : text) Require(character >= ' ' && character <= '~', "text without control characters");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input input(data, size);
  const std::vector<TallyPart> parts = TakeParts(input);
  const uint16_t link_type = kLinkTypes[input.U8() % std::size(kLinkTypes)];
  const size_t capacity = 1 + input.U8() % 8;
  TunnelFacts tunnel;
  const uint8_t kind = input.U8();
  tunnel.encapsulation = kind % (kEncapGue + 1);
  tunnel.family = kind % 3 == 0 ? AF_INET6 : kind % 3 == 1 ? AF_INET : 0;
  TallySink sink(parts, capacity);
  uint64_t packets = 0, bytes = 0;
  while (input.size() > 0 && packets < kMaxPackets) {
    std::vector<uint8_t> packet = input.Bytes(input.U8());
    PacketView view;
    view.data = packet.data();
    view.caplen = static_cast<uint32_t>(packet.size());
    view.len = view.caplen + packets % 3;
    view.link_type = link_type;
    tunnel.vni = static_cast<uint32_t>(packets % 4);
    view.tunnel = kind == 0 ? nullptr : &tunnel;
    sink.Consume(&view, 1);
    packets++;
    bytes += view.len;
  }
  const TallyReport report = TallySink::Report({&sink}, 0);
  Require(report.packets == packets && report.bytes == bytes, "sums that are exact");
  Require(report.rows.size() <= capacity, "no more rows than there is room for");
  for (const TallyRow& row : report.rows) {
    Require(row.texts.size() == parts.size(), "a text for each part");
    Require(row.counts.uncertain < row.counts.packets, "a packet that is certain");
    for (const std::string& text : row.texts) CheckText(text);
  }
  return 0;
}
