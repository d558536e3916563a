#include "sink/rejected.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "big_endian.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "sink/pcapng_blocks.h"

namespace fandump {

namespace {

constexpr uint8_t kIpv4DontFragment = 0x40;

constexpr uint8_t kIpv6Begin = 0x60;

constexpr uint8_t kTimeToLive = 64;  // nobody has told what it was
constexpr size_t kMostBytes = 65535;

// RFC 1071, not folded.
uint64_t Sum(const uint8_t* bytes, size_t length) {
  uint64_t sum = 0;
  for (size_t i = 0; i + 1 < length; i += 2) sum += ReadBig16(bytes + i);
  if (length % 2 != 0) sum += static_cast<uint64_t>(bytes[length - 1]) << 8;
  return sum;
}

uint16_t Checksum(uint64_t sum) {
  while (sum > 0xffff) sum = (sum >> 16) + (sum & 0xffff);
  return static_cast<uint16_t>(~sum);
}

// The IP header of a UDP datagram with its length. Returns how long the header is.
size_t WriteIp(const TunnelFacts& tunnel, size_t datagram_length, uint8_t* header) {
  if (tunnel.family == AF_INET6) {
    std::memset(header, 0, ipv6::kLength);
    header[0] = kIpv6Begin;
    WriteBig16(header + ipv6::kPayloadLengthAt, static_cast<uint16_t>(datagram_length));
    header[ipv6::kNextHeaderAt] = kProtocolUdp;
    header[ipv6::kHopLimitAt] = kTimeToLive;
    std::memcpy(header + ipv6::kSourceAt, tunnel.source, sizeof tunnel.source);
    std::memcpy(header + ipv6::kDestinationAt, tunnel.destination, sizeof tunnel.destination);
    return ipv6::kLength;
  }
  std::memset(header, 0, ipv4::kLength);
  header[0] = ipv4::kBeginWithoutOptions;
  WriteBig16(header + ipv4::kTotalLengthAt,
             static_cast<uint16_t>(std::min(ipv4::kLength + datagram_length, kMostBytes)));
  header[ipv4::kFragmentAt] = kIpv4DontFragment;
  header[ipv4::kTimeToLiveAt] = kTimeToLive;
  header[ipv4::kProtocolAt] = kProtocolUdp;
  std::memcpy(header + ipv4::kSourceAt, tunnel.source, ipv4::kAddressLength);
  std::memcpy(header + ipv4::kDestinationAt, tunnel.destination, ipv4::kAddressLength);
  WriteBig16(header + ipv4::kChecksumAt, Checksum(Sum(header, ipv4::kLength)));
  return ipv4::kLength;
}

// IPv6 asks for a checksum; one over bytes that were not captured cannot be made, and stays 0.
void WriteIpv6UdpChecksum(uint8_t* ip, size_t udp_length) {
  uint8_t* const udp = ip + ipv6::kLength;
  const uint64_t pseudo = Sum(ip + ipv6::kSourceAt, ipv6::kLength - ipv6::kSourceAt) + udp_length + kProtocolUdp;
  const uint16_t checksum = Checksum(pseudo + Sum(udp, udp_length));
  WriteBig16(udp + udp::kChecksumAt, checksum == 0 ? 0xffff : checksum);
}

}  // namespace

const char* InvalidCauseText(InvalidCause cause) {
  switch (cause) {
    case kInvalidTooShort:
      return "shorter than the encapsulation";
    case kInvalidVxlanFlags:
      return "VXLAN without its I flag";
    case kInvalidGeneveVersion:
      return "GENEVE version is not 0";
    case kInvalidGeneveProtocol:
      return "GENEVE carries neither Ethernet nor IP";
    case kInvalidInnerNotVxlan:
      return "no VXLAN inside GENEVE";
    case kInvalidTunnelHeader:
      return "nothing to take out behind its tunnel header";
    case kInvalidNotInTunnel:
      return "not in the tunnel";
    case kInvalidGeneveOptions:
      return "GENEVE options do not fill their room";
    case kInvalidGeneveCritical:
      return "GENEVE with a critical option that is not known";
    case kInvalidControl:
      return "a control message";
    case kInvalidGpeVersion:
      return "VXLAN-GPE version is not 0";
    case kInvalidGpeProtocol:
      return "VXLAN-GPE carries neither Ethernet nor IP";
    case kInvalidGueHeader:
      return "GUE variant or flags are not known";
    case kInvalidGueProtocol:
      return "GUE carries neither IP nor GRE";
    case kInvalidNotNested:
      return "no such tunnel inside the tunnel";
    case kInvalidUnrecognized:
      return "no tunnel that is recognized";
    case kInvalidCauseCount:
      break;
  }
  return "not known";
}

RejectedSink::RejectedSink(std::unique_ptr<SavefileSink> file, std::string path, size_t feeders, NoticeHandler notice)
    : file_(std::move(file)),
      path_(std::move(path)),
      notice_(std::move(notice)),
      feeders_(feeders),
      bytes_(ipv6::kLength + udp::kLength + kMostBytes) {
  for (size_t cause = 0; cause < comments_.size(); cause++) {
    const std::string text = std::string("refused: ") + InvalidCauseText(static_cast<InvalidCause>(cause));
    const auto length = static_cast<uint16_t>(text.size());
    std::vector<uint8_t>& comment = comments_[cause];
    comment.resize(pcapng::kOptionHeaderLength + pcapng::PadToWord(length));
    std::memcpy(comment.data(), &pcapng::kComment, sizeof pcapng::kComment);
    std::memcpy(comment.data() + sizeof pcapng::kComment, &length, sizeof length);
    std::memcpy(comment.data() + pcapng::kOptionHeaderLength, text.data(), length);
  }
}

template <typename Action>
void RejectedSink::Guard(Action action) {
  if (given_up_) return;
  try {
    action();
  } catch (const CaptureError& error) {
    given_up_ = true;
    notice_({error.code(), std::string("invalid datagrams are no longer kept in ") + path_ + ": " + error.what(),
             error.hint()});
  }
}

void RejectedSink::Consume(const std::vector<RejectedPacket>& rejected) {
  const std::lock_guard lock(mutex_);
  Guard([this, &rejected] {
    for (const RejectedPacket& packet : rejected) Put(packet);
  });
}

void RejectedSink::Put(const RejectedPacket& rejected) {
  const PacketView& packet = rejected.packet;
  const TunnelFacts& tunnel = *packet.tunnel;
  const size_t captured = std::min<size_t>(packet.caplen, kMostBytes);
  const size_t datagram_length = std::min<size_t>(udp::kLength + packet.len, kMostBytes);
  const size_t ip_length = WriteIp(tunnel, datagram_length, bytes_.data());
  uint8_t* const udp = bytes_.data() + ip_length;
  WriteBig16(udp, tunnel.source_port);
  WriteBig16(udp + udp::kDestinationPortAt, tunnel.destination_port);
  WriteBig16(udp + udp::kLengthAt, static_cast<uint16_t>(datagram_length));
  WriteBig16(udp + udp::kChecksumAt, 0);
  std::copy_n(packet.data, captured, udp + udp::kLength);
  if (tunnel.family == AF_INET6 && packet.caplen == packet.len) WriteIpv6UdpChecksum(bytes_.data(), datagram_length);
  PacketView whole;
  whole.data = bytes_.data();
  whole.caplen = static_cast<uint32_t>(ip_length + udp::kLength + captured);
  whole.len = static_cast<uint32_t>(ip_length + udp::kLength + packet.len);
  whole.seconds = packet.seconds;
  whole.nanoseconds = packet.nanoseconds;
  whole.link_type = kLinkTypeRaw;
  whole.block_options = comments_[rejected.cause].data();
  whole.block_options_length = static_cast<uint32_t>(comments_[rejected.cause].size());
  file_->Consume(&whole, 1);
}

void RejectedSink::Idle() {
  const std::lock_guard lock(mutex_);
  Guard([this] { file_->Idle(); });
}

void RejectedSink::Finish() {
  const std::lock_guard lock(mutex_);
  if (--feeders_ > 0) return;
  Guard([this] { file_->Finish(); });
}

}  // namespace fandump
