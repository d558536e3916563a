// TCP over IPv4 (RFC 791) and IPv6 (RFC 8200), both without options between IP and TCP: so the host sends its own.
#include "sink/tcp_exclusion.h"

#include <cstring>

#include "header_layout.h"
#include "protocol_numbers.h"
#include "sink/exclusion_program.h"

namespace fandump {

namespace {

constexpr uint32_t kPortLength = 2;

class EndpointExclusion {
 public:
  EndpointExclusion(const TcpEndpoint& endpoint, uint32_t frame_header)
      : endpoint_(endpoint), exclusion_(frame_header) {}

  BpfProgram Build(const BpfProgram& filter, uint32_t snaplen) {
    exclusion_.LookAtPackets([this] { RefuseSegments(); });
    return exclusion_.Finish(filter, snaplen);
  }

 private:
  using Label = ExclusionProgram::Label;

  void RefuseSegments() {
    const Label is_ipv4 = exclusion_.NewLabel(), not_ipv4 = exclusion_.NewLabel(), is_ipv6 = exclusion_.NewLabel();
    const Label pass = exclusion_.pass();
    exclusion_.NeedLength(kIpv4Layout.length + 2 * kPortLength);
    exclusion_.Load(bpf::kLoadByte, 0);
    exclusion_.Branch(bpf::kBranchIfEqual, ipv4::kBeginWithoutOptions, TakesIpv4() ? is_ipv4 : pass, not_ipv4);
    exclusion_.Bind(not_ipv4);
    exclusion_.Add(bpf::kShiftRight, kIpVersionShift);
    exclusion_.Branch(bpf::kBranchIfEqual, ipv6::kVersion, endpoint_.family() == AF_INET6 ? is_ipv6 : pass, pass);
    exclusion_.Bind(is_ipv4);
    RefuseEndpoint(kIpv4Layout);
    exclusion_.Bind(is_ipv6);
    exclusion_.NeedLength(kIpv6Layout.length + 2 * kPortLength);
    RefuseEndpoint(kIpv6Layout);
  }

  bool TakesIpv4() const { return endpoint_.family() == AF_INET || endpoint_.is_wildcard(); }

  void RefuseEndpoint(const IpLayout& layout) {
    const Label tcp = exclusion_.NewLabel(), not_from = exclusion_.NewLabel();
    exclusion_.Load(bpf::kLoadByte, layout.protocol_at);
    exclusion_.Branch(bpf::kBranchIfEqual, kProtocolTcp, tcp, exclusion_.pass());
    exclusion_.Bind(tcp);
    RefuseSide(layout, layout.source_at, layout.length, not_from);
    exclusion_.Bind(not_from);
    RefuseSide(layout, layout.destination_at, layout.length + kPortLength, exclusion_.pass());
  }

  void RefuseSide(const IpLayout& layout, uint32_t address_at, uint32_t port_at, Label otherwise) {
    const Label same_port = exclusion_.NewLabel();
    exclusion_.Load(bpf::kLoadHalf, port_at);
    exclusion_.Branch(bpf::kBranchIfEqual, endpoint_.port(), same_port, otherwise);
    exclusion_.Bind(same_port);
    if (!endpoint_.is_wildcard()) {
      uint32_t address[sizeof(in6_addr) / sizeof(uint32_t)];
      std::memcpy(address,
                  endpoint_.family() == AF_INET ? static_cast<const void*>(&endpoint_.ipv4()) : &endpoint_.ipv6(),
                  layout.address_words * sizeof(uint32_t));
      exclusion_.NeedWords(address_at, std::span(address, layout.address_words), otherwise);
    }
    exclusion_.Jump(exclusion_.refuse());
  }

  const TcpEndpoint endpoint_;
  ExclusionProgram exclusion_;
};

}  // namespace

BpfProgram ExcludeTcpEndpoint(const TcpEndpoint& endpoint, uint32_t frame_header, const BpfProgram& filter,
                              uint32_t snaplen) {
  return EndpointExclusion(endpoint, frame_header).Build(filter, snaplen);
}

}  // namespace fandump
