// Cutting and anonymizing. Input: the number of the link type in the table below, encapsulation and port of the tunnel
// that was taken off, 0: none; then the packet.
#include "header_layout.h"
#include "input.h"
#include "privacy/packet_anonymizer.h"
#include "privacy/packet_slicer.h"
#include "protocol_numbers.h"

using namespace fandump;
using fandump::fuzz::Input;
using fandump::fuzz::Require;

namespace {

using Bytes = std::vector<uint8_t>;

constexpr uint16_t kLinkTypes[] = {1, 0, 9, 101, 108, 113, 228, 229, 276, 147};
constexpr size_t kIpAt = ethernet::kLength, kUdpAt = kIpAt + ipv4::kLength;

bool IsDatagram(const Bytes& packet, uint16_t link_type) {
  return link_type == kLinkTypeEthernet && packet.size() >= kUdpAt + udp::kLength &&
         ReadBig16(packet.data() + ethernet::kTypeAt) == kEtherTypeIpv4 &&
         packet[kIpAt] == ipv4::kBeginWithoutOptions && packet[kIpAt + ipv4::kProtocolAt] == kProtocolUdp &&
         (ReadBig16(packet.data() + kIpAt + ipv4::kFragmentAt) & ipv4::kOffsetMask) == 0 &&
         ReadBig16(packet.data() + kUdpAt + udp::kChecksumAt) != 0;
}

// Of all that the checksum of a datagram is over; both zeros are one number.
uint32_t SumOf(const Bytes& packet) {
  uint64_t sum = 0;
  for (size_t i = kIpAt + ipv4::kSourceAt; i < packet.size(); i++) sum += i % 2 == 0 ? packet[i] << 8 : packet[i];
  return static_cast<uint32_t>(sum % 0xffff);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static PacketAnonymizer anonymizer(PseudonymKey{1, 2, 3});
  static PacketSlicer slicer(0);
  Input input(data, size);
  TunnelFacts facts;
  PacketView view;
  view.link_type = kLinkTypes[input.U8() % std::size(kLinkTypes)];
  facts.encapsulation = input.U8() % (kEncapGue + 1);
  facts.destination_port = input.U16();
  if (facts.encapsulation != kEncapNone) view.tunnel = &facts;
  const Bytes packet = input.Rest();
  Bytes bytes = packet;
  view.data = bytes.data();
  view.caplen = view.len = static_cast<uint32_t>(bytes.size());

  PacketView sliced = view;
  slicer.Apply(&sliced, 1);
  Require(sliced.caplen <= view.caplen && bytes == packet, "nothing but a shorter packet");

  PacketView first = view;
  anonymizer.Apply(&first, 1);
  Require(first.caplen <= view.caplen, "no more bytes than before");
  if (first.caplen == packet.size() && IsDatagram(packet, view.link_type)) {
    Require(SumOf(bytes) == SumOf(packet), "a checksum as right as before");
  }
  Bytes again = packet;
  PacketView second = view;
  second.data = again.data();
  anonymizer.Apply(&second, 1);
  Require(second.caplen == first.caplen && again == bytes, "the same pseudonyms");
  return 0;
}
