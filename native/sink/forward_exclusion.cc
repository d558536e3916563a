#include "sink/forward_exclusion.h"

#include <netinet/in.h>

#include <cstring>

#include "bpf/bpf_assembler.h"
#include "bpf/bpf_codes.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {


constexpr uint8_t kIpv4WithoutOptions = 0x45;
constexpr uint32_t kUdpDestinationAt = 2;
constexpr uint32_t kIcmpHeader = 8;
constexpr uint8_t kProtocolIcmp = 1;
constexpr uint8_t kProtocolIcmp6 = 58;
// A tag may lie in the bytes before the IP header.
constexpr uint32_t kTagLength = 4;

// Where a protocol of IP has its fields.
struct Layout {
  uint32_t header;
  uint32_t protocol_at;
  uint32_t destination_at;
  uint32_t address_words;
  uint8_t icmp;
};
constexpr Layout kIpv4Layout{20, 9, 16, 1, kProtocolIcmp};
constexpr Layout kIpv6Layout{40, 6, 24, 4, kProtocolIcmp6};

class Excluder {
 public:
  Excluder(const sockaddr_storage& destination, uint32_t frame_header)
      : is_ipv6_(destination.ss_family == AF_INET6),
        layout_(is_ipv6_ ? kIpv6Layout : kIpv4Layout),
        frame_header_(frame_header) {
    if (is_ipv6_) {
      const auto& ipv6 = reinterpret_cast<const sockaddr_in6&>(destination);
      std::memcpy(address_, &ipv6.sin6_addr, sizeof ipv6.sin6_addr);
      port_ = ntohs(ipv6.sin6_port);
    } else {
      const auto& ipv4 = reinterpret_cast<const sockaddr_in&>(destination);
      std::memcpy(address_, &ipv4.sin_addr, sizeof ipv4.sin_addr);
      port_ = ntohs(ipv4.sin_port);
    }
  }

  BpfProgram Build(const BpfProgram& filter, uint32_t snaplen) {
    const Label is_ip = bpf_.NewLabel();
    // A load behind the packet's end would refuse it, so its length comes first.
    NeedLength(layout_.header + kUdpDestinationAt + sizeof port_);
    bpf_.Add(bpf::kLoadByte, At(0));
    if (is_ipv6_) {
      bpf_.Add(bpf::kShiftRight, 4);
      Branch(bpf::kBranchIfEqual, 6, is_ip, pass_);
    } else {
      Branch(bpf::kBranchIfEqual, kIpv4WithoutOptions, is_ip, pass_);
    }
    bpf_.Bind(is_ip);
    const Label not_udp = bpf_.NewLabel();
    RefuseDatagrams(not_udp);
    bpf_.Bind(not_udp);
    RefuseErrors();
    bpf_.Bind(refuse_);
    bpf_.Add(bpf::kReturn, 0);
    bpf_.Bind(pass_);
    bpf_.Add(bpf::kReturn, snaplen);
    BpfProgram program = bpf_.Assemble();
    if (filter.empty()) return program;
    // The filter takes the place of the last instruction; jumps of classic BPF are relative, so it needs no change.
    program.pop_back();
    program.insert(program.end(), filter.begin(), filter.end());
    return program;
  }

 private:
  using Label = BpfAssembler::Label;

  // From the network header, wherever the link header ends (linux/filter.h).
  static uint32_t At(uint32_t offset) { return static_cast<uint32_t>(SKF_NET_OFF) + offset; }

  void Branch(uint16_t code, uint32_t k, Label if_true, Label if_false) { bpf_.AddBranch(code, k, if_true, if_false); }

  // Packets that do not have so many bytes behind the link header pass.
  void NeedLength(uint32_t bytes) {
    const Label enough = bpf_.NewLabel();
    bpf_.Add(bpf::kLoadLength, 0);
    Branch(bpf::kBranchIfAtLeast, frame_header_ + (frame_header_ > 0 ? kTagLength : 0) + bytes, enough, pass_);
    bpf_.Bind(enough);
  }

  // Goes on with the next instruction if they are equal.
  void NeedAddress(uint32_t at) {
    for (uint32_t i = 0; i < layout_.address_words; i++) {
      uint32_t word = 0;
      std::memcpy(&word, address_ + i * sizeof word, sizeof word);
      const Label same = bpf_.NewLabel();
      bpf_.Add(bpf::kLoadWord, At(at + i * sizeof word));
      Branch(bpf::kBranchIfEqual, ntohl(word), same, pass_);
      bpf_.Bind(same);
    }
  }

  void RefusePort(uint32_t at) {
    bpf_.Add(bpf::kLoadHalf, At(at));
    Branch(bpf::kBranchIfEqual, port_, refuse_, pass_);
  }

  void RefuseDatagrams(Label not_udp) {
    const Label udp = bpf_.NewLabel();
    bpf_.Add(bpf::kLoadByte, At(layout_.protocol_at));
    if (is_ipv6_) {
      const Label fragment = bpf_.NewLabel(), other = bpf_.NewLabel();
      Branch(bpf::kBranchIfEqual, kProtocolFragment, fragment, other);
      bpf_.Bind(fragment);
      NeedAddress(layout_.destination_at);
      bpf_.Add(bpf::kLoadByte, At(layout_.header));
      Branch(bpf::kBranchIfEqual, kProtocolUdp, refuse_, pass_);
      bpf_.Bind(other);
    }
    Branch(bpf::kBranchIfEqual, kProtocolUdp, udp, not_udp);
    bpf_.Bind(udp);
    NeedAddress(layout_.destination_at);
    if (!is_ipv6_) {
      constexpr uint32_t kFragmentAt = 6, kOffsetBits = 0x1fff;
      const Label first = bpf_.NewLabel();
      bpf_.Add(bpf::kLoadHalf, At(kFragmentAt));
      Branch(bpf::kBranchIfAny, kOffsetBits, refuse_, first);
      bpf_.Bind(first);
    }
    RefusePort(layout_.header + kUdpDestinationAt);
  }

  // The accumulator holds the protocol.
  void RefuseErrors() {
    const Label icmp = bpf_.NewLabel(), quotes_udp = bpf_.NewLabel();
    const uint32_t quoted = layout_.header + kIcmpHeader;
    Branch(bpf::kBranchIfEqual, layout_.icmp, icmp, pass_);
    bpf_.Bind(icmp);
    NeedLength(quoted + layout_.header + kUdpDestinationAt + sizeof port_);
    RequireErrorType();
    bpf_.Add(bpf::kLoadByte, At(quoted + layout_.protocol_at));
    Branch(bpf::kBranchIfEqual, kProtocolUdp, quotes_udp, pass_);
    bpf_.Bind(quotes_udp);
    NeedAddress(quoted + layout_.destination_at);
    RefusePort(quoted + layout_.header + kUdpDestinationAt);
  }

  void RequireErrorType() {
    const Label error = bpf_.NewLabel();
    bpf_.Add(bpf::kLoadByte, At(layout_.header));
    if (is_ipv6_) {
      constexpr uint8_t kFirstInformation = 128;  // RFC 4443 section 2.1
      Branch(bpf::kBranchIfAtLeast, kFirstInformation, pass_, error);
    } else {
      constexpr uint8_t kErrors[] = {3, 4, 11, 12};  // RFC 1122 section 3.2.2
      for (const uint8_t type : kErrors) {
        const Label next = bpf_.NewLabel();
        Branch(bpf::kBranchIfEqual, type, error, next);
        bpf_.Bind(next);
      }
      bpf_.AddJump(pass_);
    }
    bpf_.Bind(error);
  }

  const bool is_ipv6_;
  const Layout layout_;
  const uint32_t frame_header_;
  uint8_t address_[16] = {};
  uint16_t port_ = 0;
  BpfAssembler bpf_;
  const Label pass_ = bpf_.NewLabel();
  const Label refuse_ = bpf_.NewLabel();
};

}  // namespace

BpfProgram ExcludeDestination(const sockaddr_storage& destination, uint32_t frame_header, const BpfProgram& filter,
                              uint32_t snaplen) {
  return Excluder(destination, frame_header).Build(filter, snaplen);
}

}  // namespace fandump
