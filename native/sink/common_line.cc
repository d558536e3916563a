#include "sink/common_line.h"

#include <array>
#include <cstring>

#include "big_endian.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "sink/ip_header_text.h"
#include "sink/line_text.h"
#include "sink/transport_checksum.h"

namespace fandump {

namespace {

// RFC 9293.
namespace tcp {
constexpr uint32_t kLength = 20;  // without options
constexpr uint32_t kSequenceAt = 4;
constexpr uint32_t kAcknowledgementAt = 8;
constexpr uint32_t kOffsetAt = 12;
constexpr uint32_t kFlagsAt = 13;
constexpr uint32_t kWindowAt = 14;
constexpr uint32_t kChecksumAt = 16;
constexpr uint8_t kFin = 1, kSyn = 2, kReset = 4, kAck = 16, kUrgent = 32;
// The one option of nearly every segment, in the layout of RFC 7323, appendix A: nop, nop, TS of ten bytes.
constexpr uint32_t kAlignedTimestamp = 0x0101080a;
constexpr uint32_t kLengthWithTimestamp = 32;
constexpr uint32_t kTimestampAt = 24;
constexpr uint32_t kEchoAt = 28;
}  // namespace tcp

bool IsListed(const std::vector<uint8_t>& ports, uint16_t source, uint16_t destination) {
  return ((ports[source >> 3] >> (source & 7) | ports[destination >> 3] >> (destination & 7)) & 1) != 0;
}

// The next multiple of eight from a start that is one. The reader copies eight bytes at a time: zeros in between.
char* Padded(char* start, char* end) {
  constexpr size_t kUnit = 8;
  std::memset(end, 0, kUnit - 1);
  return start + ((static_cast<size_t>(end - start) + kUnit - 1) & ~(kUnit - 1));
}

// `S.` for a segment's flags.
struct FlagLetters {
  char text[8];
  uint8_t length;
};

constexpr std::array<FlagLetters, 256> MakeFlagLetters() {
  constexpr char kLetters[] = "FSRP.UEW";
  std::array<FlagLetters, 256> all{};
  for (size_t flags = 0; flags < all.size(); flags++) {
    FlagLetters& letters = all[flags];
    for (size_t bit = 0; bit < 8; bit++) {
      if ((flags >> bit & 1) != 0) letters.text[letters.length++] = kLetters[bit];
    }
    if (flags == 0) {
      for (const char letter : {'n', 'o', 'n', 'e'}) letters.text[letters.length++] = letter;
    }
  }
  return all;
}

constexpr std::array<FlagLetters, 256> kFlagLetters = MakeFlagLetters();

char* PutFlags(char* at, uint8_t flags) {
  const FlagLetters& letters = kFlagLetters[flags];
  at = PutText(at, "Flags [");
  std::memcpy(at, letters.text, sizeof letters.text);
  at += letters.length;
  *at++ = ']';
  return at;
}

bool ShowsSequence(const uint8_t* segment, uint32_t payload) {
  return payload > 0 || (segment[tcp::kFlagsAt] & (tcp::kSyn | tcp::kFin | tcp::kReset)) != 0;
}

// `, seq 7:9, ack 3` as they stand in the header.
char* PutNumbers(char* at, const uint8_t* segment, uint32_t payload) {
  const uint32_t sequence = ReadBig32(segment + tcp::kSequenceAt);
  if (ShowsSequence(segment, payload)) at = PutDecimal(PutText(at, ", seq "), sequence);
  if (payload > 0) {
    *at++ = ':';
    at = PutDecimal(at, sequence + payload);
  }
  if ((segment[tcp::kFlagsAt] & tcp::kAck) == 0) return at;
  return PutDecimal(PutText(at, ", ack "), ReadBig32(segment + tcp::kAcknowledgementAt));
}

// `, win 501, options [nop,nop,TS val 7 ecr 9], length 2`
char* PutSegmentEnd(char* at, const uint8_t* segment, bool has_timestamp, uint32_t payload) {
  at = PutDecimal(PutText(at, ", win "), ReadBig16(segment + tcp::kWindowAt));
  if (has_timestamp) {
    at = PutDecimal(PutText(at, ", options [nop,nop,TS val "), ReadBig32(segment + tcp::kTimestampAt));
    at = PutDecimal(PutText(at, " ecr "), ReadBig32(segment + tcp::kEchoAt));
    *at++ = ']';
  }
  return PutDecimal(PutText(at, ", length "), payload);
}

// `: Flags [FSRP.EW], cksum 0xffff (correct), seq …, ack …, win …, options […], length 65535`, ports, and more.
constexpr size_t kLongestSegmentText = 256;
static_assert(sizeof(BatchLine) + sizeof(LineNumbers) + kLongestIpHeaderText + 2 * kLongestIpv6Text +
                  kLongestSegmentText <=
              CommonLine::kLongest);

}  // namespace

// Where the headers of such a packet are.
struct CommonLine::Parts {
  const uint8_t* ip;
  const uint8_t* transport;
  uint32_t length;  // of header and payload of the transport
  bool is_ipv6;
  bool verified;

  uint16_t source_port() const { return ReadBig16(transport); }
  uint16_t destination_port() const { return ReadBig16(transport + 2); }
  const uint8_t* source() const { return ip + (is_ipv6 ? ipv6::kSourceAt : ipv4::kSourceAt); }
  const uint8_t* destination() const { return ip + (is_ipv6 ? ipv6::kDestinationAt : ipv4::kDestinationAt); }
  size_t address_length() const { return is_ipv6 ? ipv6::kAddressLength : ipv4::kAddressLength; }
};

uint32_t CommonLine::Write(const PacketView& packet, bool verified, uint8_t* at) const {
  const uint32_t caplen = packet.caplen;
  if (packet.link_type != kLinkTypeEthernet || caplen < ethernet::kLength + ipv4::kLength + udp::kLength) return 0;
  // A record that says otherwise is damaged, and that is printed.
  if (caplen > packet.len || packet.len > kMaxSnaplen) return 0;
  const uint8_t* ip = packet.data + ethernet::kLength;
  const uint32_t left = caplen - ethernet::kLength;
  const uint16_t type = ReadBig16(packet.data + ethernet::kTypeAt);
  Parts parts{ip, nullptr, 0, type == kEtherTypeIpv6, verified};
  uint8_t protocol;
  if (type == kEtherTypeIpv4) {
    const uint32_t total = ReadBig16(ip + ipv4::kTotalLengthAt);
    if (ip[0] != ipv4::kBeginWithoutOptions || total < ipv4::kLength || total > left) return 0;
    if ((ReadBig16(ip + ipv4::kFragmentAt) & ipv4::kFragmentMask) != 0) return 0;
    parts.transport = ip + ipv4::kLength;
    parts.length = total - ipv4::kLength;
    protocol = ip[ipv4::kProtocolAt];
  } else if (parts.is_ipv6 && left >= ipv6::kLength + udp::kLength && ip[0] >> kIpVersionShift == ipv6::kVersion) {
    parts.transport = ip + ipv6::kLength;
    parts.length = ReadBig16(ip + ipv6::kPayloadLengthAt);
    if (parts.length > left - ipv6::kLength) return 0;
    protocol = ip[ipv6::kNextHeaderAt];
  } else {
    return 0;
  }
  if (protocol == kProtocolTcp) return WriteTcp(parts, at);
  return protocol == kProtocolUdp ? WriteUdp(parts, at) : 0;
}

// `IP `, the header's fields at -v, and `192.0.2.1.40000 > 192.0.2.2.443: `.
char* CommonLine::PutBegin(char* at, const Parts& parts) const {
  const auto put_address = parts.is_ipv6 ? PutIpv6 : PutDotted;
  at = parts.is_ipv6 ? PutText(at, "IP6 ") : PutText(at, "IP ");
  if (options_.ip_header) at = parts.is_ipv6 ? PutIpv6Header(at, parts.ip) : PutIpv4Header(at, parts.ip);
  at = put_address(at, parts.source());
  *at++ = '.';
  at = PutText(PutDecimal(at, parts.source_port()), " > ");
  at = put_address(at, parts.destination());
  *at++ = '.';
  return PutText(PutDecimal(at, parts.destination_port()), ": ");
}

// What the reader needs to make the numbers relative; returns where the text goes.
uint8_t* CommonLine::WriteNumbers(const Parts& parts, BatchLine& line, uint8_t* at) {
  const uint8_t* segment = parts.transport;
  const size_t length = parts.address_length();
  const size_t words = length / sizeof(uint32_t);
  const uint16_t source = parts.source_port(), destination = parts.destination_port();
  const bool swapped =
      source > destination || (source == destination && std::memcmp(parts.source(), parts.destination(), length) > 0);
  const bool opens = (segment[tcp::kFlagsAt] & tcp::kSyn) != 0;
  line.numbers = static_cast<uint8_t>(kLineNumbersRelative | (swapped ? kLineNumbersSwapped : 0) |
                                      (ShowsSequence(segment, line.payload) ? kLineNumbersSequence : 0) |
                                      (opens ? kLineNumbersSyn : 0));
  line.key_words = static_cast<uint8_t>(1 + 2 * words);

  LineNumbers numbers{};
  numbers.sequence = ReadBig32(segment + tcp::kSequenceAt);
  numbers.acknowledgement = ReadBig32(segment + tcp::kAcknowledgementAt);
  numbers.key[0] = swapped ? uint32_t{destination} << 16 | source : uint32_t{source} << 16 | destination;
  const uint8_t* lower = swapped ? parts.destination() : parts.source();
  const uint8_t* higher = swapped ? parts.source() : parts.destination();
  for (size_t i = 0; i < words; i++) {
    numbers.key[1 + i] = ReadBig32(lower + i * sizeof(uint32_t));
    numbers.key[1 + words + i] = ReadBig32(higher + i * sizeof(uint32_t));
  }
  const size_t size = parts.is_ipv6 ? LineNumbers::kLengthIpv6 : LineNumbers::kLengthIpv4;
  std::memcpy(at, &numbers, size);
  return at + size;
}

uint32_t CommonLine::WriteTcp(const Parts& parts, uint8_t* at) const {
  const uint8_t* segment = parts.transport;
  if (parts.length < tcp::kLength) return 0;
  const uint32_t header_length = static_cast<uint32_t>(segment[tcp::kOffsetAt] >> 4) * 4;
  if (header_length > parts.length) return 0;
  const bool has_timestamp =
      header_length == tcp::kLengthWithTimestamp && ReadBig32(segment + tcp::kLength) == tcp::kAlignedTimestamp;
  if (header_length != tcp::kLength && !has_timestamp) return 0;
  const uint8_t flags = segment[tcp::kFlagsAt];
  if ((flags & tcp::kUrgent) != 0 || (options_.checksums && !parts.verified)) return 0;
  const uint32_t payload = parts.length - header_length;
  if (payload > 0) {
    if (IsListed(options_.tcp_ports, parts.source_port(), parts.destination_port())) return 0;
    // What a reset says is shown at -v.
    if (options_.ip_header && (flags & tcp::kReset) != 0) return 0;
  }

  BatchLine line{};
  line.payload = static_cast<uint16_t>(payload);
  uint8_t* behind = at + sizeof line;
  const bool is_relative = (flags & tcp::kAck) != 0 && !options_.absolute_sequence;
  if (is_relative) behind = WriteNumbers(parts, line, behind);
  char* const text = reinterpret_cast<char*>(behind);
  char* to = PutFlags(PutBegin(text, parts), flags);
  if (options_.checksums) {
    to = PutText(PutHex(PutText(to, ", cksum 0x"), ReadBig16(segment + tcp::kChecksumAt), 4), " (correct)");
  }
  char* part = text;
  if (is_relative) {
    line.text_length = static_cast<uint16_t>(to - text);
    part = to = Padded(text, to);
  } else {
    to = PutNumbers(to, segment, payload);
  }
  to = PutSegmentEnd(to, segment, has_timestamp, payload);
  (is_relative ? line.rest_length : line.text_length) = static_cast<uint16_t>(to - part);
  std::memcpy(at, &line, sizeof line);
  return static_cast<uint32_t>(reinterpret_cast<uint8_t*>(Padded(part, to)) - at);
}

uint32_t CommonLine::WriteUdp(const Parts& parts, uint8_t* at) const {
  if (parts.length < udp::kLength) return 0;
  const uint32_t said = ReadBig16(parts.transport + udp::kLengthAt);
  if (said < udp::kLength || said > parts.length) return 0;
  if (IsListed(options_.udp_ports, parts.source_port(), parts.destination_port())) return 0;
  // At -v the header's checksum is looked at over IPv4, the datagram's is shown over IPv6.
  if (options_.checksums && !parts.verified && (parts.is_ipv6 || !Ipv4ChecksumIsRight(parts.ip))) return 0;

  char* const text = reinterpret_cast<char*>(at + sizeof(BatchLine));
  char* to = PutBegin(text, parts);
  if (options_.checksums && parts.is_ipv6) to = PutText(to, "[udp sum ok] ");
  to = PutDecimal(PutText(to, "UDP, length "), said - udp::kLength);
  BatchLine line{};
  line.text_length = static_cast<uint16_t>(to - text);
  std::memcpy(at, &line, sizeof line);
  return static_cast<uint32_t>(reinterpret_cast<uint8_t*>(Padded(text, to)) - at);
}

}  // namespace fandump
