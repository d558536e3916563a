// TCP over IPv4 (RFC 791) and IPv6 (RFC 8200), both without options between IP and TCP: so the host sends its own.
#include "sink/tcp_exclusion.h"

#include "bpf/bpf_assembler.h"

namespace fandump {

namespace {

constexpr uint16_t kLoadWord = BPF_LD | BPF_W | BPF_ABS;
constexpr uint16_t kLoadHalf = BPF_LD | BPF_H | BPF_ABS;
constexpr uint16_t kLoadByte = BPF_LD | BPF_B | BPF_ABS;
constexpr uint16_t kBranchIfEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr uint16_t kBranchIfAtLeast = BPF_JMP | BPF_JGE | BPF_K;

constexpr uint8_t kIpv4WithoutOptions = 0x45;
constexpr uint32_t kPortLength = 2;
// A tag may lie in the bytes before the IP header.
constexpr uint32_t kTagLength = 4;

// Where a version of IP has its fields.
struct Layout {
  uint32_t header;
  uint32_t protocol_at;
  uint32_t source_at;
  uint32_t destination_at;
  uint32_t address_words;
};
constexpr Layout kIpv4Layout{20, 9, 12, 16, 1};
constexpr Layout kIpv6Layout{40, 6, 8, 24, 4};

class Excluder {
 public:
  Excluder(const TcpEndpoint& endpoint, uint32_t frame_header) : endpoint_(endpoint), frame_header_(frame_header) {}

  BpfProgram Build(const BpfProgram& filter, uint32_t snaplen) {
    const Label is_ipv4 = bpf_.NewLabel(), not_ipv4 = bpf_.NewLabel(), is_ipv6 = bpf_.NewLabel();
    // A load behind the packet's end would refuse it, so its length comes first.
    NeedLength(kIpv4Layout.header + 2 * kPortLength);
    bpf_.Add(kLoadByte, At(0));
    Branch(kBranchIfEqual, kIpv4WithoutOptions, TakesIpv4() ? is_ipv4 : pass_, not_ipv4);
    bpf_.Bind(not_ipv4);
    bpf_.Add(BPF_ALU | BPF_RSH | BPF_K, 4);
    Branch(kBranchIfEqual, 6, endpoint_.family() == AF_INET6 ? is_ipv6 : pass_, pass_);
    bpf_.Bind(is_ipv4);
    RefuseEndpoint(kIpv4Layout);
    bpf_.Bind(is_ipv6);
    NeedLength(kIpv6Layout.header + 2 * kPortLength);
    RefuseEndpoint(kIpv6Layout);
    bpf_.Bind(refuse_);
    bpf_.Add(BPF_RET | BPF_K, 0);
    bpf_.Bind(pass_);
    bpf_.Add(BPF_RET | BPF_K, snaplen);
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

  bool TakesIpv4() const { return endpoint_.family() == AF_INET || endpoint_.is_wildcard(); }

  // Packets that do not have so many bytes behind the link header pass.
  void NeedLength(uint32_t bytes) {
    const Label enough = bpf_.NewLabel();
    bpf_.Add(BPF_LD | BPF_W | BPF_LEN, 0);
    Branch(kBranchIfAtLeast, frame_header_ + (frame_header_ > 0 ? kTagLength : 0) + bytes, enough, pass_);
    bpf_.Bind(enough);
  }

  void RefuseEndpoint(const Layout& layout) {
    const Label tcp = bpf_.NewLabel(), not_from = bpf_.NewLabel();
    bpf_.Add(kLoadByte, At(layout.protocol_at));
    Branch(kBranchIfEqual, IPPROTO_TCP, tcp, pass_);
    bpf_.Bind(tcp);
    RefuseSide(layout, layout.source_at, layout.header, not_from);
    bpf_.Bind(not_from);
    RefuseSide(layout, layout.destination_at, layout.header + kPortLength, pass_);
  }

  void RefuseSide(const Layout& layout, uint32_t address_at, uint32_t port_at, Label otherwise) {
    const Label same_port = bpf_.NewLabel();
    bpf_.Add(kLoadHalf, At(port_at));
    if (endpoint_.is_wildcard()) {
      Branch(kBranchIfEqual, endpoint_.port(), refuse_, otherwise);
      return;
    }
    Branch(kBranchIfEqual, endpoint_.port(), same_port, otherwise);
    bpf_.Bind(same_port);
    uint8_t address[sizeof(in6_addr)];
    std::memcpy(address,
                endpoint_.family() == AF_INET ? static_cast<const void*>(&endpoint_.ipv4()) : &endpoint_.ipv6(),
                layout.address_words * sizeof(uint32_t));
    for (uint32_t i = 0; i < layout.address_words; i++) {
      uint32_t word = 0;
      std::memcpy(&word, address + i * sizeof word, sizeof word);
      const bool is_last = i + 1 == layout.address_words;
      const Label same = bpf_.NewLabel();
      bpf_.Add(kLoadWord, At(address_at + i * static_cast<uint32_t>(sizeof word)));
      Branch(kBranchIfEqual, ntohl(word), is_last ? refuse_ : same, otherwise);
      bpf_.Bind(same);
    }
  }

  const TcpEndpoint endpoint_;
  const uint32_t frame_header_;
  BpfAssembler bpf_;
  const Label pass_ = bpf_.NewLabel();
  const Label refuse_ = bpf_.NewLabel();
};

}  // namespace

BpfProgram ExcludeTcpEndpoint(const TcpEndpoint& endpoint, uint32_t frame_header, const BpfProgram& filter,
                              uint32_t snaplen) {
  return Excluder(endpoint, frame_header).Build(filter, snaplen);
}

}  // namespace fandump
