#include "sink/tunnel_comment.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

namespace fandump {
namespace {

constexpr size_t kLongestOptions = 252;  // 63 words (RFC 8926, section 3.4)
static_assert(2 * kLongestOptions + 200 <= kLongestTunnelComment);

constexpr std::string_view kEncapsulationNames[] = {"none", "vxlan",  "geneve", "geneve+vxlan", "skip", "erm",
                                                    "tzsp", "erspan", "gre",    "mpls",         "auto"};

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

size_t WriteTunnelComment(const TunnelFacts& tunnel, char* text) {
  TextWriter writer(text);
  const size_t name = tunnel.encapsulation < std::size(kEncapsulationNames) ? tunnel.encapsulation : 0;
  writer << "encap=" << kEncapsulationNames[name];
  if (tunnel.vni != kNoVni) writer << " vni=" << tunnel.vni;
  if (tunnel.inner_vni != kNoVni) writer << " inner_vni=" << tunnel.inner_vni;
  if (tunnel.family == AF_INET || tunnel.family == AF_INET6) {
    writer << " outer=";
    writer.Endpoint(tunnel.family, tunnel.source, tunnel.source_port);
    writer << ">";
    writer.Endpoint(tunnel.family, tunnel.destination, tunnel.destination_port);
  }
  if (tunnel.options_length > 0) {
    writer << " options=";
    writer.Hex(tunnel.options, std::min<size_t>(tunnel.options_length, kLongestOptions));
  }
  return writer.length();
}

}  // namespace fandump
