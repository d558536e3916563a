#include "sink/forward_exclusion.h"

#include <netinet/in.h>

#include <cstring>

#include "header_layout.h"
#include "protocol_numbers.h"
#include "sink/exclusion_program.h"

namespace fandump {

namespace {

class DestinationExclusion {
 public:
  DestinationExclusion(const sockaddr_storage& destination, uint32_t frame_header)
      : is_ipv6_(destination.ss_family == AF_INET6),
        layout_(is_ipv6_ ? kIpv6Layout : kIpv4Layout),
        exclusion_(frame_header) {
    if (is_ipv6_) {
      const auto& address = reinterpret_cast<const sockaddr_in6&>(destination);
      std::memcpy(address_, &address.sin6_addr, sizeof address.sin6_addr);
      port_ = ntohs(address.sin6_port);
    } else {
      const auto& address = reinterpret_cast<const sockaddr_in&>(destination);
      std::memcpy(address_, &address.sin_addr, sizeof address.sin_addr);
      port_ = ntohs(address.sin_port);
    }
  }

  BpfProgram Build(const BpfProgram& filter, uint32_t snaplen) {
    exclusion_.LookAtPackets([this] { RefusePacket(); });
    return exclusion_.Finish(filter, snaplen);
  }

 private:
  using Label = ExclusionProgram::Label;

  void RefusePacket() {
    const Label is_ip = exclusion_.NewLabel();
    exclusion_.NeedLength(layout_.length + udp::kDestinationPortAt + sizeof port_);
    exclusion_.Load(bpf::kLoadByte, 0);
    if (is_ipv6_) {
      exclusion_.Add(bpf::kShiftRight, kIpVersionShift);
      exclusion_.Branch(bpf::kBranchIfEqual, ipv6::kVersion, is_ip, exclusion_.pass());
    } else {
      exclusion_.Branch(bpf::kBranchIfEqual, ipv4::kBeginWithoutOptions, is_ip, exclusion_.pass());
    }
    exclusion_.Bind(is_ip);
    const Label not_udp = exclusion_.NewLabel();
    RefuseDatagrams(not_udp);
    exclusion_.Bind(not_udp);
    RefuseErrors();
  }

  // Goes on with the next instruction if they are equal.
  void NeedAddress(uint32_t at) {
    exclusion_.NeedWords(at, std::span(address_, layout_.address_words), exclusion_.pass());
  }

  void RefusePort(uint32_t at) {
    exclusion_.Load(bpf::kLoadHalf, at);
    exclusion_.Branch(bpf::kBranchIfEqual, port_, exclusion_.refuse(), exclusion_.pass());
  }

  void RefuseDatagrams(Label not_udp) {
    const Label is_udp = exclusion_.NewLabel();
    exclusion_.Load(bpf::kLoadByte, layout_.protocol_at);
    if (is_ipv6_) {
      const Label fragment = exclusion_.NewLabel(), other = exclusion_.NewLabel();
      exclusion_.Branch(bpf::kBranchIfEqual, kProtocolFragment, fragment, other);
      exclusion_.Bind(fragment);
      NeedAddress(layout_.destination_at);
      exclusion_.Load(bpf::kLoadByte, layout_.length);
      exclusion_.Branch(bpf::kBranchIfEqual, kProtocolUdp, exclusion_.refuse(), exclusion_.pass());
      exclusion_.Bind(other);
    }
    exclusion_.Branch(bpf::kBranchIfEqual, kProtocolUdp, is_udp, not_udp);
    exclusion_.Bind(is_udp);
    NeedAddress(layout_.destination_at);
    if (!is_ipv6_) {
      const Label first = exclusion_.NewLabel();
      exclusion_.Load(bpf::kLoadHalf, ipv4::kFragmentAt);
      exclusion_.Branch(bpf::kBranchIfAny, ipv4::kOffsetMask, exclusion_.refuse(), first);
      exclusion_.Bind(first);
    }
    RefusePort(layout_.length + udp::kDestinationPortAt);
  }

  // The accumulator holds the protocol.
  void RefuseErrors() {
    const Label is_icmp = exclusion_.NewLabel(), quotes_udp = exclusion_.NewLabel();
    const uint32_t quoted = layout_.length + icmp::kLength;
    exclusion_.Branch(bpf::kBranchIfEqual, is_ipv6_ ? kProtocolIcmp6 : kProtocolIcmp, is_icmp, exclusion_.pass());
    exclusion_.Bind(is_icmp);
    exclusion_.NeedLength(quoted + layout_.length + udp::kDestinationPortAt + sizeof port_);
    RequireErrorType();
    exclusion_.Load(bpf::kLoadByte, quoted + layout_.protocol_at);
    exclusion_.Branch(bpf::kBranchIfEqual, kProtocolUdp, quotes_udp, exclusion_.pass());
    exclusion_.Bind(quotes_udp);
    NeedAddress(quoted + layout_.destination_at);
    RefusePort(quoted + layout_.length + udp::kDestinationPortAt);
  }

  void RequireErrorType() {
    const Label error = exclusion_.NewLabel();
    exclusion_.Load(bpf::kLoadByte, layout_.length);
    if (is_ipv6_) {
      constexpr uint8_t kFirstInformation = 128;  // RFC 4443 section 2.1
      exclusion_.Branch(bpf::kBranchIfAtLeast, kFirstInformation, exclusion_.pass(), error);
    } else {
      constexpr uint8_t kErrors[] = {3, 4, 11, 12};  // RFC 1122 section 3.2.2
      for (const uint8_t type : kErrors) {
        const Label next = exclusion_.NewLabel();
        exclusion_.Branch(bpf::kBranchIfEqual, type, error, next);
        exclusion_.Bind(next);
      }
      exclusion_.Jump(exclusion_.pass());
    }
    exclusion_.Bind(error);
  }

  const bool is_ipv6_;
  const IpLayout& layout_;
  uint32_t address_[sizeof(in6_addr) / sizeof(uint32_t)] = {};
  uint16_t port_ = 0;
  ExclusionProgram exclusion_;
};

}  // namespace

BpfProgram ExcludeDestination(const sockaddr_storage& destination, uint32_t frame_header, const BpfProgram& filter,
                              uint32_t snaplen) {
  return DestinationExclusion(destination, frame_header).Build(filter, snaplen);
}

}  // namespace fandump
