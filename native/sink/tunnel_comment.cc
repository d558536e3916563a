#include "sink/tunnel_comment.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

#include "big_endian.h"
#include "tunnel_layout.h"

namespace fandump {
namespace {

static_assert(2 * 2 * geneve::kLongestOptions + 320 <= kLongestTunnelComment);

constexpr std::string_view kEncapsulationNames[] = {"none", "vxlan",     "geneve", "geneve+vxlan", "skip",
                                                    "erm",  "tzsp",      "erspan", "gre",          "mpls",
                                                    "auto", "vxlan-gpe", "gue"};

// GENEVE options (RFC 8926, section 3.5) with a name. 0x0108 is Amazon's class (IANA, Geneve Option Class); its Gateway
// Load Balancer sends these three.
struct NamedOption {
  uint16_t option_class;
  uint8_t type;
  std::string_view name;
};
constexpr NamedOption kNamedOptions[] = {
    {0x0108, 1, "gwlb_endpoint"}, {0x0108, 2, "gwlb_attachment"}, {0x0108, 3, "gwlb_flow_cookie"}};

// The first option of that class and type, without its header; empty where there is none, or not the whole of it.
std::pair<const uint8_t*, size_t> FindOption(const TunnelFacts& tunnel, const NamedOption& wanted) {
  const size_t end = std::min<size_t>(tunnel.options_length, geneve::kLongestOptions);
  size_t at = 0;
  while (at + geneve::kOptionHeaderLength <= end) {
    const uint8_t* option = tunnel.options + at;
    const size_t length = (option[geneve::kOptionLengthAt] & geneve::kOptionDataWordsMask) * geneve::kWordLength;
    at += geneve::kOptionHeaderLength + length;
    if (at > end) break;
    const bool is_wanted = ReadBig16(option) == wanted.option_class && option[geneve::kOptionTypeAt] == wanted.type;
    if (is_wanted) return {option + geneve::kOptionHeaderLength, length};
  }
  return {nullptr, 0};
}

class TextWriter {
 public:
  explicit TextWriter(char* text) : begin_(text), at_(text) {}

  TextWriter& operator<<(std::string_view text) {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
    return *this;
  }
  TextWriter& operator<<(uint32_t number) {
    at_ = std::to_chars(at_, at_ + 10, number).ptr;
    return *this;
  }
  void Hex(const uint8_t* bytes, size_t size) {
    constexpr char kDigits[] = "0123456789abcdef";
    for (size_t i = 0; i < size; i++) {
      *at_++ = kDigits[bytes[i] >> 4];
      *at_++ = kDigits[bytes[i] & 0xf];
    }
  }
  void Endpoint(int family, const uint8_t* address, uint16_t port) {
    if (family == AF_INET6) {
      char text[INET6_ADDRSTRLEN];
      *this << "[" << inet_ntop(AF_INET6, address, text, sizeof text) << "]";
    } else {
      *this << uint32_t{address[0]} << "." << uint32_t{address[1]} << "." << uint32_t{address[2]} << "."
            << uint32_t{address[3]};
    }
    if (port != 0) *this << ":" << uint32_t{port};
  }
  size_t length() const { return static_cast<size_t>(at_ - begin_); }

 private:
  char* begin_;
  char* at_;
};

}  // namespace

std::string_view EncapsulationName(uint8_t encapsulation) {
  return kEncapsulationNames[encapsulation < std::size(kEncapsulationNames) ? encapsulation : 0];
}

size_t WriteTunnelComment(const TunnelFacts& tunnel, char* text) {
  TextWriter writer(text);
  writer << "encap=" << EncapsulationName(tunnel.encapsulation);
  for (const uint8_t inside : tunnel.inside) {
    if (inside != kEncapNone) writer << "+" << EncapsulationName(inside);
  }
  if (tunnel.vni != kNoVni) writer << " vni=" << tunnel.vni;
  if (tunnel.inner_vni != kNoVni) writer << " inner_vni=" << tunnel.inner_vni;
  if ((tunnel.flags & kTunnelPolicy) != 0) writer << " policy=" << uint32_t{tunnel.policy};
  if ((tunnel.flags & kTunnelControl) != 0) writer << " control";
  if ((tunnel.flags & kTunnelCritical) != 0) writer << " critical";
  if (tunnel.family == AF_INET || tunnel.family == AF_INET6) {
    writer << " outer=";
    writer.Endpoint(tunnel.family, tunnel.source, tunnel.source_port);
    writer << ">";
    writer.Endpoint(tunnel.family, tunnel.destination, tunnel.destination_port);
  }
  if (tunnel.options_length > 0) {
    writer << " options=";
    writer.Hex(tunnel.options, std::min<size_t>(tunnel.options_length, geneve::kLongestOptions));
    for (const NamedOption& named : kNamedOptions) {
      const auto [data, length] = FindOption(tunnel, named);
      if (length == 0) continue;
      writer << " " << named.name << "=";
      writer.Hex(data, length);
    }
  }
  return writer.length();
}

}  // namespace fandump
