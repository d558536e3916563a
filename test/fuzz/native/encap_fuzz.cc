// Every decapsulator, on datagrams and on frames. Input: encapsulation, flags, and the numbers in the tables below of
// skip, port and inner link type; with kNested how many tunnels are inside, and each; the number of the outer link
// type; then packets, each a length of 16 bits and its bytes.
#include "encap/encap.h"
#include "input.h"
#include "protocol_numbers.h"

using namespace fandump;
using fandump::fuzz::Input;
using fandump::fuzz::Require;

namespace {

constexpr uint16_t kLinkTypes[] = {kLinkTypeEthernet, kLinkTypeRaw, kLinkTypePpp, kLinkTypeLinuxSll2};
constexpr uint16_t kPorts[] = {0,  kPortVxlan,    kPortGeneve, kPortErm,     kPortTzsp, kPortGreInUdp,
                               53, kPortVxlanGpe, kPortGue,    kPortOldVxlan};
constexpr Encapsulation kInside[] = {kEncapVxlan, kEncapVxlanGpe, kEncapGeneve, kEncapGue,
                                     kEncapErm,   kEncapErspan,   kEncapTzsp};
constexpr uint16_t kSkips[] = {0, 1, 8, 20, 65535};
constexpr size_t kMaxPackets = 8;

enum Flag : uint8_t { kFrames = 1, kDropOther = 2, kInnerGiven = 4, kStrict = 8, kNested = 16 };

EncapOptions TakeOptions(Input& input) {
  EncapOptions options;
  options.encapsulation = static_cast<Encapsulation>(1 + input.U8() % kEncapGue);
  const uint8_t flags = input.U8();
  options.frames = (flags & kFrames) != 0;
  options.drop_other = (flags & kDropOther) != 0;
  options.skip = kSkips[input.U8() % std::size(kSkips)];
  options.port = kPorts[input.U8() % std::size(kPorts)];
  const uint16_t inner = kLinkTypes[input.U8() % std::size(kLinkTypes)];
  options.link_type = (flags & kInnerGiven) != 0 ? inner : -1;
  options.strict = (flags & kStrict) != 0;
  if ((flags & kNested) == 0) return options;
  options.inside_port = options.port == 53 ? options.port : uint16_t{0};
  const size_t inside = input.U8() % (kMaxTunnelsInside + 1);
  for (size_t i = 0; i < inside; i++) options.inside[i] = kInside[input.U8() % std::size(kInside)];
  return options;
}

struct Packet {
  std::vector<uint8_t> bytes;
  TunnelFacts tunnel;
  std::vector<uint8_t> before;
};

// What is refused is as it came.
void CheckWhole(const std::vector<Packet>& packets, const PacketView& view) {
  for (const Packet& packet : packets) {
    if (view.data != packet.bytes.data()) continue;
    Require(view.caplen == packet.bytes.size(), "a whole packet");
    Require(packet.bytes == packet.before, "a packet that is as it was");
    return;
  }
  Require(view.caplen == 0, "a packet that was handed in");
}

void CheckInside(const std::vector<Packet>& packets, const PacketView& view) {
  for (const Packet& packet : packets) {
    const uint8_t* const begin = packet.bytes.data();
    const uint8_t* const end = begin + packet.bytes.size();
    if (view.data < begin || view.data > end) continue;
    Require(view.caplen <= static_cast<size_t>(end - view.data), "a view inside its packet");
    Require(view.caplen <= view.len, "no more bytes than there were on the wire");
    if (view.tunnel == nullptr || view.tunnel->options == nullptr) return;
    Require(view.tunnel->options >= begin && view.tunnel->options + view.tunnel->options_length <= end,
            "options inside the packet");
    return;
  }
  Require(view.caplen == 0, "a view of a packet that was handed in");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static PacketBatch batch;
  Input input(data, size);
  const EncapOptions options = TakeOptions(input);
  const uint16_t outer = kLinkTypes[input.U8() % std::size(kLinkTypes)];
  std::vector<Packet> packets;
  while (input.size() > 0 && packets.size() < kMaxPackets) {
    const uint16_t length = input.U16();
    packets.push_back({input.Bytes(length), {}, {}});
  }
  batch.size = packets.size();
  for (size_t i = 0; i < packets.size(); i++) {
    PacketView& view = batch.packets[i] = {};
    view.data = packets[i].bytes.data();
    view.caplen = view.len = static_cast<uint32_t>(packets[i].bytes.size());
    view.link_type = outer;
    if (!options.frames) view.tunnel = &packets[i].tunnel;
    packets[i].tunnel.destination_port = options.port;
    packets[i].before = packets[i].bytes;
  }
  InvalidCounts invalid{};
  std::vector<RejectedPacket> rejected;
  Decapsulator decapsulator(options);
  decapsulator.Decapsulate(batch, invalid, &rejected);
  for (const RejectedPacket& refused : rejected) CheckWhole(packets, refused.packet);
  size_t refused = 0;
  for (const uint64_t count : invalid) refused += count;
  Require(batch.size + refused == packets.size(), "every packet is kept or counted");
  Require(rejected.size() == refused, "what is counted is handed over");
  for (size_t i = 0; i < batch.size; i++) CheckInside(packets, batch.packets[i]);
  return 0;
}
