#include "sink/transport_checksum.h"

#include <vector>

#include "check.h"
#include "privacy_packets.h"

namespace fandump {
namespace {

constexpr uint16_t kEthernet = 1;
constexpr uint16_t kRaw = 101;
constexpr size_t kIpv4 = 14;
constexpr size_t kTransport = kIpv4 + 20;

// UDP from 192.0.2.1.5000 to 192.0.2.2.9 with three bytes, so that the last one stands alone.
std::vector<uint8_t> Datagram() {
  return {2,    0,    0, 0,  0, 2,  2,    0,    0,   0,   0,    1,    8,   0,                      // Ethernet
          0x45, 0,    0, 31, 0, 1,  0,    0,    64,  17,  0xf6, 0xc9, 192, 0, 2, 1, 192, 0, 2, 2,  // IPv4
          0x13, 0x88, 0, 9,  0, 11, 0xa3, 0xe0, 'a', 'b', 'c'};                                    // UDP
}

bool IsRight(const std::vector<uint8_t>& frame) {
  return TransportChecksumIsRight(frame.data(), static_cast<uint32_t>(frame.size()), kEthernet);
}

}  // namespace

TEST(transport_checksum_right_one_is_recognised) { CHECK(IsRight(Datagram())); }

TEST(transport_checksum_any_changed_byte_under_it_makes_it_wrong) {
  for (size_t at = kTransport; at < Datagram().size(); at++) {
    std::vector<uint8_t> frame = Datagram();
    frame[at] ^= 0x10;
    CHECK(!IsRight(frame));
  }
}

TEST(transport_checksum_of_tcp_and_over_ipv6_is_recognised) {
  test::FlowEnds datagram = test::kIpv6Flow;
  datagram.protocol = kProtocolUdp;
  const std::vector<uint8_t> odd(7, 0x61);
  const std::vector<uint8_t> frames[] = {
      test::EthernetFrame(kEtherTypeIpv4, test::TcpPacket(test::kFlow, odd)),
      test::EthernetFrame(kEtherTypeIpv6, test::TcpPacket(test::kIpv6Flow, odd)),
      test::EthernetFrame(kEtherTypeIpv6, test::UdpPacket(datagram, odd)),
  };
  for (const std::vector<uint8_t>& right : frames) {
    CHECK(IsRight(right));
    const size_t addresses = kIpv4 + (right[12] == 8 ? 12 : 8);
    for (size_t at = addresses; at < right.size(); at++) {
      std::vector<uint8_t> wrong = right;
      wrong[at] ^= 0x10;
      CHECK(!IsRight(wrong));
    }
  }
}

TEST(transport_checksum_of_the_ipv4_header_counts_too) {
  std::vector<uint8_t> frame = Datagram();
  frame[kIpv4 + 8]--;  // time to live
  CHECK(!IsRight(frame));
}

TEST(transport_checksum_padding_does_not_count) {
  std::vector<uint8_t> frame = Datagram();
  frame.insert(frame.end(), 18, 0xff);
  CHECK(IsRight(frame));
}

TEST(transport_checksum_says_nothing_of_cut_frames) {
  for (size_t length = 0; length < Datagram().size(); length++) {
    std::vector<uint8_t> frame = Datagram();
    frame.resize(length);
    frame.shrink_to_fit();
    CHECK(!IsRight(frame));
  }
}

TEST(transport_checksum_says_nothing_of_fragments_and_other_link_types) {
  std::vector<uint8_t> frame = Datagram();
  CHECK(!TransportChecksumIsRight(frame.data(), static_cast<uint32_t>(frame.size()), kRaw));
  frame[kIpv4 + 6] = 0x20;
  CHECK(!IsRight(frame));
}

TEST(transport_checksum_of_a_datagram_whose_length_is_not_that_of_ip_is_not_verified) {
  for (const int difference : {-1, 1}) {
    std::vector<uint8_t> frame = Datagram();
    frame[kTransport + 5] = static_cast<uint8_t>(frame[kTransport + 5] + difference);
    // The sum over all that IP carries stays right.
    frame[kTransport + 7] = static_cast<uint8_t>(frame[kTransport + 7] - difference);
    CHECK(!IsRight(frame));
  }
}

TEST(transport_checksum_a_datagram_without_one_is_not_verified) {
  std::vector<uint8_t> frame = Datagram();
  frame[kTransport + 6] = frame[kTransport + 7] = 0;
  CHECK(!IsRight(frame));
}

}  // namespace fandump
