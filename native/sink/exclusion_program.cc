#include "sink/exclusion_program.h"

#include <arpa/inet.h>

#include "header_layout.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {

namespace {

constexpr uint32_t kWordLength = sizeof(uint32_t);

constexpr uint32_t kGeneveWordShift = 2;
static_assert(1 << kGeneveWordShift == geneve::kWordLength);

}  // namespace

const IpLayout kIpv4Layout{ipv4::kLength, ipv4::kProtocolAt, ipv4::kSourceAt, ipv4::kDestinationAt,
                           ipv4::kAddressLength / kWordLength};
const IpLayout kIpv6Layout{ipv6::kLength, ipv6::kNextHeaderAt, ipv6::kSourceAt, ipv6::kDestinationAt,
                           ipv6::kAddressLength / kWordLength};

void ExclusionProgram::LookAtPackets(const std::function<void()>& refuse_own) {
  const Label inside = NewLabel();
  otherwise_ = inside;
  refuse_own();
  Bind(inside);
  otherwise_ = pass_;
  EnterTunnel();
  refuse_own();
}

void ExclusionProgram::EnterTunnel() {
  const Label ipv4 = NewLabel(), not_ipv4 = NewLabel(), ipv6 = NewLabel(), entered = NewLabel();
  const Tunnels tunnels{entered, NewLabel(), NewLabel()};
  NeedLength(kIpv6Layout.length);  // with what is inside, the other is as long
  Load(bpf::kLoadByte, 0);
  Branch(bpf::kBranchIfEqual, ipv4::kBeginWithoutOptions, ipv4, not_ipv4);
  Bind(not_ipv4);
  Add(bpf::kShiftRight, kIpVersionShift);
  Branch(bpf::kBranchIfEqual, ipv6::kVersion, ipv6, pass_);
  Bind(ipv4);
  GoBehindIp(kIpv4Layout, tunnels);
  Bind(ipv6);
  GoBehindIp(kIpv6Layout, tunnels);
  counts_from_x_ = true;
  Bind(tunnels.gre);
  GoBehindGre(entered);
  Bind(tunnels.udp);
  GoBehindUdpTunnel();
  Bind(entered);
}

void ExclusionProgram::GoBehindIp(const IpLayout& layout, const Tunnels& tunnels) {
  Add(bpf::kLoadConstant, layout.length);
  Add(bpf::kTax, 0);
  Load(bpf::kLoadByte, layout.protocol_at);
  const std::pair<uint8_t, Label> kinds[] = {{kProtocolUdp, tunnels.udp},
                                             {kProtocolGre, tunnels.gre},
                                             {kProtocolIpv4, tunnels.ip},
                                             {kProtocolIpv6, tunnels.ip}};
  for (const auto& [protocol, tunnel] : kinds) {
    const Label next = NewLabel();
    Branch(bpf::kBranchIfEqual, protocol, tunnel, next);
    Bind(next);
  }
  Jump(pass_);
}

// Without a key or with one, as Linux sends it unless checksums or sequence numbers are asked for.
void ExclusionProgram::GoBehindGre(Label entered) {
  NeedLength(gre::kLength);
  for (const uint16_t flags : {uint16_t{0}, gre::kKeyPresent}) {
    const Label same = NewLabel(), other = NewLabel(), frame = NewLabel(), packet = NewLabel();
    const uint32_t length = gre::kLength + (flags == 0 ? 0 : gre::kFieldLength);
    Load(bpf::kLoadHalf, 0);
    Branch(bpf::kBranchIfEqual, flags, same, other);
    Bind(same);
    Load(bpf::kLoadHalf, gre::kProtocolAt);
    Branch(bpf::kBranchIfEqual, kEtherTypeBridged, frame, packet);
    Bind(frame);
    MoveBy(length + ethernet::kLength);
    Jump(entered);
    Bind(packet);
    MoveBy(length);
    Jump(entered);
    Bind(other);
  }
  Jump(pass_);
}

// Frames in VXLAN and GENEVE, whatever the port: what is none of the two hardly has the sink's address in that place.
void ExclusionProgram::GoBehindUdpTunnel() {
  const Label geneve = NewLabel(), no_options = NewLabel();
  static_assert(vxlan::kLength == geneve::kLength);
  NeedLength(udp::kLength + geneve::kLength);
  Load(bpf::kLoadHalf, udp::kDestinationPortAt);
  Branch(bpf::kBranchIfEqual, kPortGeneve, geneve, no_options);
  Bind(geneve);
  Load(bpf::kLoadByte, udp::kLength);
  Add(bpf::kAnd, geneve::kOptionWordsMask);
  Add(bpf::kShiftLeft, kGeneveWordShift);
  Add(bpf::kAddX, 0);
  Add(bpf::kTax, 0);
  Bind(no_options);
  MoveBy(udp::kLength + vxlan::kLength + ethernet::kLength);
}

void ExclusionProgram::MoveBy(uint32_t bytes) {
  Add(bpf::kTxa, 0);
  Add(bpf::kAdd, bytes);
  Add(bpf::kTax, 0);
}

// Counted from the IP header (SKF_NET_OFF), the kernel reads only the first piece of a packet, in which a driver may
// put no more than headers: what lies deeper is counted from the frame's start, and missed where a tag stands in the
// frame.
void ExclusionProgram::Load(uint16_t code, uint32_t offset) {
  if (counts_from_x_) {
    Add(static_cast<uint16_t>(BPF_CLASS(code) | BPF_SIZE(code) | BPF_IND), frame_header_ + offset);
  } else {
    Add(code, static_cast<uint32_t>(SKF_NET_OFF) + offset);
  }
}

void ExclusionProgram::NeedLength(uint32_t bytes) {
  const Label enough = NewLabel();
  // A tag may lie in the bytes before the IP header.
  const uint32_t before = frame_header_ > 0 ? frame_header_ + vlan::kLength : 0;
  Add(bpf::kLoadLength, 0);
  if (counts_from_x_) {
    const Label reaches_start = NewLabel();
    Branch(bpf::kBranchIfAtLeastX, 0, reaches_start, pass());
    Bind(reaches_start);
    Add(bpf::kSubtractX, 0);
  }
  Branch(bpf::kBranchIfAtLeast, before + bytes, enough, pass());
  Bind(enough);
}

void ExclusionProgram::NeedWords(uint32_t offset, std::span<const uint32_t> words, Label otherwise) {
  for (const uint32_t word : words) {
    const Label same = NewLabel();
    Load(bpf::kLoadWord, offset);
    Branch(bpf::kBranchIfEqual, ntohl(word), same, otherwise);
    Bind(same);
    offset += kWordLength;
  }
}

BpfProgram ExclusionProgram::Finish(const BpfProgram& filter, uint32_t snaplen) {
  Bind(refuse_);
  Add(bpf::kReturn, 0);
  Bind(pass_);
  Add(bpf::kReturn, snaplen);
  BpfProgram program = bpf_.Assemble();
  if (filter.empty()) return program;
  // The filter takes the place of the last instruction; jumps of classic BPF are relative, so it needs no change.
  program.pop_back();
  program.insert(program.end(), filter.begin(), filter.end());
  return program;
}

}  // namespace fandump
